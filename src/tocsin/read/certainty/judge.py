"""From cues to a stance: tense first, then each cue in turn, the innermost first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tocsin.read.certainty.hits import Hit
from tocsin.read.certainty.path import Path
from tocsin.read.certainty.rules import CertaintyRules, Effect
from tocsin.read.certainty.stance import Heard
from tocsin.read.certainty.tense import base_status, is_done, is_result
from tocsin.read.events import Event
from tocsin.read.syntax import Sentence
from tocsin.records.claim import Certainty, Polarity, Status

# A command stands at the head of its sentence.
_FIRST = 3
_UNNAMED = frozenset({"hearsay", "distance"})
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible", "unknown")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Status, polarity and certainty while the cues are weighed; `done` bars plans."""

    status: Status
    done: bool
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"


def judge(
    sentence: Sentence,
    event: Event,
    path: Path,
    voices: Sequence[Heard],
    rules: CertaintyRules,
) -> Verdict:
    """Return what tense, cues and the innermost voice make of the event."""
    status = base_status(sentence, event, path, rules)
    done = is_done(sentence, path.bearer, rules) or is_result(sentence, event, path.bearer, rules)
    verdict = Verdict(status, done)
    names = {hit.name for hit in path.hits}
    for hit in path.hits:
        own = set(hit.tokens) <= set(event.trigger) and "self" not in hit.rule.within
        if own or _is_spared(hit, event, rules) or names.intersection(hit.rule.yields):
            continue
        wills = any(voice.cue_class == "commit" for voice in voices)
        verdict = _after(verdict, _as_told(hit, path, voices), event, rules, wills=wills)
    if _is_imagined(sentence, rules):
        return replace(verdict, status="hypothetical", certainty="unknown")
    return _unsure(_heard(sentence, verdict, event, path, voices, rules), path)


def _is_spared(hit: Hit, event: Event, rules: CertaintyRules) -> bool:
    """Whether the cue leaves the event as it is: a demand that is rejected was made."""
    return event.head.upos == "NOUN" and rules.group(hit.rule.spares, event.type)


def _is_imagined(sentence: Sentence, rules: CertaintyRules) -> bool:
    """Whether the sentence bids its reader to suppose what it tells: "imagine a world in which"."""
    root = sentence.root
    bids = sentence.child(root, "nsubj", "aux") is None and root.i < _FIRST
    return bids and rules.has("imagining", *rules.forms(root))


def _as_told(hit: Hit, path: Path, voices: Sequence[Heard]) -> Hit:
    """A supposition ("would") that was said in the past is the future of that moment."""
    told = path.told_before or any(not voice.carried for voice in voices)
    if hit.rule.told is None or not told or hit.negated:
        return hit
    return replace(hit, rule=replace(hit.rule, effect=hit.rule.told))


def _unsure(verdict: Verdict, path: Path) -> Verdict:
    """A bare future is the speaker's plan if it is sure, and a forecast if it is not."""
    setters = [hit.rule for hit in path.hits if hit.rule.effect.status == verdict.status]
    other = setters[0].unsure if setters and all(rule.unsure for rule in setters) else None
    if other is None or verdict.certainty == "certain":
        return verdict
    return replace(verdict, status=other)


def _after(
    verdict: Verdict, hit: Hit, event: Event, rules: CertaintyRules, *, wills: bool
) -> Verdict:
    effect = hit.rule.effect
    if hit.negated:
        effect = hit.rule.negated or _flipped(effect)
    if effect.status is not None and _is_utterance(event, effect, rules):
        effect = replace(effect, status=None)
    if effect.status == "planned" and _befalls(hit, event, rules, wills=wills):
        effect = replace(effect, status="predicted")
    return _with(verdict, effect, over_past=hit.rule.over_past)


def _befalls(hit: Hit, event: Event, rules: CertaintyRules, *, wills: bool) -> bool:
    """Say whether nobody plans it; "vowed to kill", "ordered them to leave" somebody does."""
    if rules.has("ending", *rules.forms(event.head)):
        return True
    if not hit.rule.willed or rules.group("befalling", event.type):
        return rules.group("suffered", event.type)
    ordered = event.head.rel == "obj" and event.head.head == hit.tokens[0].i
    willed = ordered or (event.head.upos == "VERB" and (wills or bool(event.role("actor"))))
    return rules.group("suffered", event.type) and not willed


def _flipped(effect: Effect) -> Effect:
    polarity: Polarity = "affirmed" if effect.polarity == "denied" else "denied"
    return replace(effect, polarity=polarity)


def _is_utterance(event: Event, effect: Effect, rules: CertaintyRules) -> bool:
    # "We will not hesitate to act" is a threat made, not one planned.
    return effect.status == "planned" and rules.group("uttered", event.type)


def _with(verdict: Verdict, effect: Effect, *, over_past: bool) -> Verdict:
    status = verdict.status
    if effect.status is not None and (over_past or not verdict.done):
        status = effect.status
    polarity = verdict.polarity
    if effect.polarity is not None:
        polarity = "denied" if polarity != effect.polarity else "affirmed"
    return Verdict(status, verdict.done, polarity, _weaker(verdict.certainty, effect.certainty))


def _weaker(one: Certainty, other: Certainty | None) -> Certainty:
    return one if other is None else max(one, other, key=_ORDER.index)


def _heard(
    sentence: Sentence,
    verdict: Verdict,
    event: Event,
    path: Path,
    voices: Sequence[Heard],
    rules: CertaintyRules,
) -> Verdict:
    """Let the innermost voice speak where its cue was not among the cues already met."""
    named = [voice for voice in voices if voice.cue_class not in _UNNAMED]
    # "dismissed as baseless reports that …": whoever denies the report denies what it tells.
    voice = (
        named[-1] if named and len(named) < len(voices) and named[-1].cue_class == "deny" else None
    )
    voice = voice or (voices[-1] if voices else None)
    if voice is None or voice.carried or _already(voice, path):
        return verdict
    if voice.cue_class == "deny" and _is_granted(sentence, event, rules):
        return verdict
    table = rules.file.negated_voices if voice.negated else rules.file.voices
    effect = next((e for name, e in table.items() if name == voice.cue_class), None)
    if effect is not None and effect.status and rules.group("uttered", event.type):
        return verdict  # "warned that it would answer": the threat is made
    if effect is not None and verdict.status == "hypothetical":
        effect = replace(effect, status=None)  # "warned that any attack would be answered"
    return verdict if effect is None else _with(verdict, effect, over_past=False)


def _is_granted(sentence: Sentence, event: Event, rules: CertaintyRules) -> bool:
    """Whether a denial grants the event by the way: "that anybody died in the attack"."""
    above = sentence.head(event.head)
    alone = event.head.i == event.predicate.i and event.head.rel == "obl"
    if not alone or above is None or above.upos != "VERB":
        return False
    det = sentence.child(event.head, "det")
    return det is not None and rules.has("definite", *rules.forms(det))


def _already(voice: Heard, path: Path) -> bool:
    # "dismissed as baseless reports that": the reports by themselves take no stand.
    told = (hit for hit in path.hits if hit.negated or hit.rule.effect != Effect())
    met = [token for hit in told for token in hit.tokens]
    return any(t.start < end and start < t.end for t in met for start, end in voice.cue)
