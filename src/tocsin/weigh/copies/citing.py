"""Reports that take what they say from one who is cited: an agency's text, a body's briefing."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from tocsin.records import Claim, Evidence, Mention
from tocsin.weigh.copies.retold import Words
from tocsin.weigh.copies.texts import Text, gap
from tocsin.weigh.naming import fullest

# So near in time, and with headlines so much alike by their rarer words, or so many words that tell
# in common, reports that cite an agency cite its text.
_DAYS = 2.0
_ALIKE, _WORDS = 0.4, 3
_RETOLD, _TOLD = 0.25, 24
# Two claims that rest on one source are one statement if so many of their words are the same, or a
# figure that is not given by chance: two of one side and two of another are two things.
_SAME_WORDS, _TELLING = 0.5, 10
# So many reports of one statement are compared with a new one.
_LOOKED_AT = 8
_CITATION = "citation"
_CREDIT, _BODY, _PERSON = "credit", "body", "person"
# A report rests on whom so many of its sourced claims are from; who opens it needs fewer.
_MOST, _OPENS = 0.5, 1 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A text's claims that rest on a cited source, with the words that cite it.

    `own` says that the source itself prints the text: its release.
    """

    text: Text
    mention: Mention
    claims: tuple[Claim, ...]
    own: bool = False


class Topics:
    """How far the headlines of texts tell of one thing: their common words, rare ones for more."""

    def __init__(self, texts: Sequence[Text]) -> None:
        self._words = [_headline(text) for text in texts]
        held = Counter(word for words in self._words for word in words)
        self._weight = {word: log(1 + len(texts) / count) for word, count in held.items()}

    def alike(self, one: Text, other: Text) -> float:
        """Return the part (0 to 1) of the lighter headline's weight that both headlines hold."""
        mine, its = self._words[one.number], self._words[other.number]
        both = mine & its
        if len(both) < _WORDS:
            return 0.0
        return self._sum(both) / min(self._sum(mine), self._sum(its))

    def _sum(self, words: Iterable[int]) -> float:
        return sum(self._weight[word] for word in sorted(words))


def cited_texts(
    texts: Sequence[Text], credited: Mapping[str, Sequence[int]], topics: Topics, words: Words
) -> Iterator[tuple[int, int, Evidence]]:
    """Yield (text, agency's text, what shows it) for each text that retells what an agency had.

    `credited` gives the texts of each agency by number. The one that is nearest by its headline and
    its words is meant, if it is near enough in time and topic.
    """
    for text in texts:
        for mention in _citations(text):
            near = [
                (told, -number)
                for number in credited.get(mention.name, ())
                if number != text.number
                and (told := _retells(text, texts[number], topics, words)) is not None
            ]
            if near:
                yield text.number, -max(near)[1], shown(mention)


def _retells(text: Text, other: Text, topics: Topics, words: Words) -> float | None:
    """Return how much of a text that it may cite another one tells; None where it is too little."""
    apart = gap(text, other)
    count, share = words.shared(text.number, other.number)
    told = share if count >= _TOLD and share >= _RETOLD else 0.0
    if apart is None:
        return told or None
    alike = topics.alike(text, other)
    headed = alike if alike >= _ALIKE else 0.0
    return told + headed or None if apart <= _DAYS else None


def shown(mention: Mention, claims: Sequence[Claim] = ()) -> Evidence:
    """Return the evidence of a citation: the claims that rest on it, else the words that cite."""
    spans = tuple(claim.span for claim in claims) or (mention.span,)
    return Evidence(kind="citation", text=f"cites {mention.name}", spans=spans)


def statements(
    texts: Sequence[Text], home: Mapping[int, frozenset[int]], topics: Topics
) -> list[list[Resting]]:
    """Return, for each statement of a cited source, the texts of two origins or more that give it.

    Who quotes a source among others does not rest on it: most of what a text has from others must
    be from it. Texts that rest on one source for different things are not put together: their
    claims must be of one type, a few days apart at most, and give one figure, or share half of
    their words, or stand under headlines that are alike; and they must come from two sites. The
    source's own release is one of them. `home` are the origins of each text.
    """
    found = []
    for some in _resting(texts).values():
        for cluster in _clustered(some, topics):
            sites = {one.text.site or one.text.number for one in cluster}
            shared = frozenset.intersection(*(home[one.text.number] for one in cluster))
            if not shared and len(sites) > 1:
                found.append(cluster)
    return found


def _resting(texts: Sequence[Text]) -> dict[str, list[Resting]]:
    by_source: dict[str, list[Resting]] = defaultdict(list)
    people = fullest(_people(texts))
    for text in texts:
        release = next(iter(_released(text)), None)
        if release is not None:
            by_source[key_of(release.mention.text)].append(release)
        claims = {claim.id: claim for claim in text.carriers[0].claims}
        for mention in _citations(text):
            held = tuple(claims[one] for one in mention.claims if one in claims)
            if held and _rests(text, held):
                name = people.get(mention.name, mention.name)
                by_source[key_of(name)].append(Resting(text=text, mention=mention, claims=held))
    return dict(sorted(by_source.items()))


def _people(texts: Sequence[Text]) -> set[str]:
    """Return the names of persons who are cited: one is written in several ways."""
    return {one.name for text in texts for one in _citations(text) if one.kind == _PERSON}


def _released(text: Text) -> Iterator[Resting]:
    first = text.carriers[0]
    for mention in first.mentions:
        if mention.role == _CREDIT and mention.kind == _BODY and first.claims:
            yield Resting(text=text, mention=mention, claims=first.claims, own=True)


def _rests(text: Text, held: Sequence[Claim]) -> bool:
    """Whether a text rests on the source of some of its claims, and does not merely quote it.

    It has most of its news from others from there, or opens with it and has a good part. What it
    has from others that nobody could ask again ("officials") is not counted.
    """
    cited = {claim for mention in _citations(text) for claim in mention.claims}
    every = text.carriers[0].claims
    told = [one for one in every if one.id in cited and not one.historical]
    news = [one for one in held if not one.historical]
    if not told or not news:
        return False
    opens = min(told, key=lambda one: one.span).id in {one.id for one in news}
    return len(news) >= (_OPENS if opens else _MOST) * len(told)


def key_of(name: str) -> str:
    """Return the name without case and blanks, by which reports agree on whom they cite."""
    return " ".join(name.casefold().split())


def _citations(text: Text) -> list[Mention]:
    return [one for one in text.carriers[0].mentions if one.role == _CITATION]


def _near(one: Text, other: Text) -> bool:
    apart = gap(one, other)
    return apart is not None and apart <= _DAYS


def _clustered(some: Sequence[Resting], topics: Topics) -> list[list[Resting]]:
    # By event type and day, so that a source that everybody cites is not compared with itself.
    clusters: list[list[Resting]] = []
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for one in sorted(some, key=lambda one: one.text.number):
        if one.text.day is None:
            continue
        day, types = int(one.text.day), sorted({claim.event.type for claim in one.claims})
        reach = range(day - int(_DAYS), day + int(_DAYS) + 1)
        near = sorted({p for kind in types for at in reach for p in places[kind, at]})
        home = next((p for p in near if _told_alike(one, clusters[p], topics)), len(clusters))
        if home == len(clusters):
            clusters.append([])
            for kind in types:
                places[kind, day].append(home)
        clusters[home].append(one)
    return clusters


def _told_alike(one: Resting, cluster: Sequence[Resting], topics: Topics) -> bool:
    return any(_alike(one, other, topics) for other in cluster[:_LOOKED_AT])


def _alike(one: Resting, other: Resting, topics: Topics) -> bool:
    if not _near(one.text, other.text):
        return False
    headed = topics.alike(one.text, other.text) >= _ALIKE
    return any(
        mine.event.type == its.event.type and (headed or _one_statement(mine, its))
        for mine in one.claims
        for its in other.claims
    )


def _one_statement(one: Claim, other: Claim) -> bool:
    figure = _figure(one)
    if figure != _figure(other):
        return False
    if figure is not None and figure >= _TELLING:
        return True
    mine, its = _words(one), _words(other)
    return len(mine & its) >= max(_WORDS, _SAME_WORDS * min(len(mine), len(its)))


def _figure(claim: Claim) -> float | None:
    # "At least 70" by one who cites a body and "70" by another are what it said.
    given = claim.quantity
    if given is None:
        return None
    return next((v for v in (given.best, given.low, given.high) if v is not None), None)


def _words(claim: Claim) -> frozenset[str]:
    words = (word.strip(".,;:!?\"'“”‘’()") for word in claim.quote.casefold().split())
    return frozenset(word for word in words if word)


def _headline(text: Text) -> frozenset[int]:
    return frozenset(mark for one in text.carriers for mark in one.fingerprint.title_marks)
