"""The form of the rule file `binding.toml`."""

from dataclasses import dataclass

from tocsin.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords(Rule):
    """Prepositions of where an event is.

    `standing` ones may hang on a participant; `naming` ones only on one that is a thing. Acts of a
    `spoken` type are placed by their own words alone, by those of where they are `said`; those of a
    `leaving` type are where things come `away` from. A name may stand behind its `kind` ("the city
    of"), before a `site` that is there ("Kabul airport"), or before what is `inside` it; what is on
    a `side` of it is `near` it. What is taken by a `taking` type is the place. What is in
    the `offing` of a place is elsewhere, if the clause says where. Those whom acts of a `personal`
    type befall are no places; of a `topical` type what stands behind a word of `about` is only its
    subject. What is `passing` a place is there,
    and what is `striking` it as the subject of the verb. What comes `along` with what is said of a
    place is there.
    """

    where: tuple[str, ...]
    standing: tuple[str, ...]
    naming: tuple[str, ...]
    kind: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    spoken: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    side: tuple[str, ...] = ()
    near: str = ""
    taking: tuple[str, ...] = ()
    offing: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    topical: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    passing: tuple[str, ...] = ()
    striking: tuple[str, ...] = ()
    along: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedPlaces(Rule):
    """Nouns of places that need no name ("a school"); those `reached` may be the object itself."""

    noun: tuple[str, ...]
    reached: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing(Rule):
    """What shares the time of another act: `attending` prepositions, and `sudden` types.

    A noun of `aside` makes a preposition with them that tells why, not when ("in response to").

    The subject of what it brings about ("the strike killed ten") is of a sudden type as long ago.
    What brings about a type of `harm` is where the harm is. A clause behind a `meanwhile` word
    tells of the same moment ("killed when …"), one behind an `onward` word of the day from which
    on it holds ("fled since …"), and one behind an `apart` word of another time.
    """

    attending: tuple[str, ...]
    aside: tuple[str, ...]
    harm: tuple[str, ...]
    meanwhile: tuple[str, ...]
    onward: tuple[str, ...]
    apart: tuple[str, ...]
    sudden: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords(Rule):
    """Determiners that mark what is counted as known already.

    With one of `every` harm has befallen them all, which is news.
    """

    before: tuple[str, ...]
    every: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredBy(Rule):
    """Units by which aid and losses are counted; other units say how big, how far or how long."""

    unit: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerWords(Rule):
    """Words by which whoever speaks means himself: alone (`one`), or with his side (`many`).

    A title that starts with a `paper` names its author behind a word of `by`, of several where it
    is `joint`; words `within` a name are in small letters.
    """

    one: tuple[str, ...]
    many: tuple[str, ...]
    paper: tuple[str, ...] = ()
    joint: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo(Rule):
    """Determiners of an event that was told before, and words of another one.

    `pointing` ones always point back; `definite` ones only where nothing else tells the event
    apart, and not before what is `counted` by its type; those of a `kind` point to events like the
    one told.
    """

    pointing: tuple[str, ...]
    definite: tuple[str, ...]
    kind: tuple[str, ...]
    another: tuple[str, ...]
    counted: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Causing(Rule):
    """Types of `harm` and of the deeds that cause it, with the words that tie them.

    `by` are prepositions before the deed, `when` the conjunctions of a clause that tells it. A
    `noun` means a deed told before.
    """

    harm: tuple[str, ...]
    deed: tuple[str, ...]
    by: tuple[str, ...]
    when: tuple[str, ...]
    noun: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Rule):
    """What became of those counted by a claim of some types (`type`), where its words say so.

    A rule that `joins` others names what their words name together ("killed and wounded").
    """

    name: str
    type: tuple[str, ...]
    words: tuple[str, ...]
    joins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels(Rule):
    """Prepositions of the figure that a count has `reached`, and of the one that it has `left`.

    A figure behind a word of `compared` is the one of another time.
    """

    reached: tuple[str, ...]
    left: tuple[str, ...]
    compared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BindingRules:
    """The file `binding.toml`."""

    place: PlaceWords
    described: DescribedPlaces
    sharing: Sharing
    known: KnownWords
    measured: MeasuredBy
    speaker: SpeakerWords
    echo: Echo
    causing: Causing
    levels: Levels
    outcome: tuple[Outcome, ...] = ()
