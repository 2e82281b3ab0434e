"""What the environment says of the model: its address, its name, its key, its patience."""

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin import SetupError

ADDRESS, MODEL = "TOCSIN_LLM_ADDRESS", "TOCSIN_LLM_MODEL"
KEY, SECONDS = "TOCSIN_LLM_KEY", "TOCSIN_LLM_SECONDS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the model answers; `seconds` is what one whole answer may take."""

    address: str
    model: str
    key: str | None = None
    seconds: float = 180.0


def settings_from(environment: Mapping[str, str]) -> Settings:
    """Return the settings that `environment` holds; nothing is asked for unless both are set.

    Raises:
        SetupError: when the address or the model is missing, or the patience is no number.
    """
    address, model = (environment.get(name, "").strip() for name in (ADDRESS, MODEL))
    if not address or not model:
        missing = ADDRESS if not address else MODEL
        raise SetupError(
            f"the reader llm-reader needs {missing}: set {ADDRESS} (such as "
            f"http://localhost:11434/v1) and {MODEL}, and {KEY} where the address asks for a key"
        )
    if not address.startswith(("http://", "https://")):
        raise SetupError(f"{ADDRESS} is no web address: {address!r}")
    key = environment.get(KEY, "").strip() or None
    return Settings(
        address=address.rstrip("/"), model=model, key=key, seconds=_seconds(environment)
    )


def _seconds(environment: Mapping[str, str]) -> float:
    given = environment.get(SECONDS, "").strip() or "180"
    try:
        seconds = float(given)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 86_400:
        raise SetupError(f"{SECONDS} is no number of seconds: {given!r}")
    return seconds
