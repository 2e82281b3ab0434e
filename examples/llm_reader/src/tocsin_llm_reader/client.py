"""Asks a model behind an OpenAI-compatible address, and says in words what went wrong."""

import time
from typing import Any

import httpx2
import msgspec

from tocsin_llm_reader.settings import Settings
from tocsin_llm_reader.words import NoAnswerError, shown

MOST_BYTES = 4_000_000
_MENDS = {
    400: "see whether it knows the model",
    401: "check TOCSIN_LLM_KEY",
    403: "check TOCSIN_LLM_KEY",
    404: "check TOCSIN_LLM_ADDRESS and TOCSIN_LLM_MODEL",
    429: "it asks for a pause: try again later",
}


class _Message(msgspec.Struct):
    content: str | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Answer(msgspec.Struct):
    choices: list[_Choice]


def ask(settings: Settings, messages: list[dict[str, str]]) -> str:
    """Return what the model answers to `messages`.

    Raises:
        NoAnswerError: when it cannot be reached, is too slow, refuses, or answers in another form.
    """
    try:
        data = _answered(settings, messages)
    except httpx2.TimeoutException as error:
        raise NoAnswerError(
            f"the model did not answer within {settings.seconds:g} seconds: set "
            "TOCSIN_LLM_SECONDS to wait for longer"
        ) from error
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
        reason = shown(error) or type(error).__name__
        raise NoAnswerError(
            f"{shown(settings.address)} cannot be reached ({reason}): check TOCSIN_LLM_ADDRESS"
        ) from error
    return _content(data)


def _answered(settings: Settings, messages: list[dict[str, str]]) -> bytes:
    """Return the body of the answer; the patience is for all of it, not for each step."""
    until = time.monotonic() + settings.seconds
    headers = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    body: dict[str, Any] = {"model": settings.model, "messages": messages, "temperature": 0}
    url = f"{settings.address}/chat/completions"
    data = bytearray()
    with (
        httpx2.Client(timeout=settings.seconds, headers=headers) as client,
        client.stream("POST", url, json=body) as response,
    ):
        for piece in response.iter_bytes():
            data += piece
            if time.monotonic() > until:
                raise httpx2.ReadTimeout("the whole answer takes too long")
            if len(data) > MOST_BYTES:
                raise NoAnswerError("the model answered more than 4 MB: nothing of it was read")
        if response.status_code != 200:
            raise NoAnswerError(_refused(response.status_code, bytes(data)))
    return bytes(data)


def _refused(status: int, data: bytes) -> str:
    mend = _MENDS.get(status, "try again later" if status >= 500 else "check its address")
    said = shown(data.decode("utf-8", "replace"))
    return f"the address of the model answered {status} ({said or 'no words'}): {mend}"


def _content(data: bytes) -> str:
    try:
        choice = msgspec.json.decode(data, type=_Answer).choices[0]
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError) as error:
        raise NoAnswerError(
            f"the address of the model answered in another form than expected ({shown(error)}): "
            "it must be the OpenAI-compatible one, which often ends in /v1"
        ) from error
    if choice.message.refusal:
        raise NoAnswerError(f"the model refused: “{shown(choice.message.refusal)}”")
    if choice.finish_reason == "length":
        raise NoAnswerError(
            "the answer of the model was cut off: give it a shorter text or more room"
        )
    return choice.message.content or ""
