"""Named mentions: what the encoder labels, checked against the states and organisations known."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tocsin.read.entities.mention import Mention, head_of, is_plural
from tocsin.read.entities.rules import EntityRules, Form
from tocsin.read.entities.seats import acts, is_house
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records.layers import EntityKind

_KINDS: dict[str, EntityKind] = {"PER": "person", "ORG": "organisation"}
_FEWEST_SHOUTED = 3
_REACH = 2  # words before a title that may lessen it
_WITH_CLITIC = 2  # words from a state to what it owns: "Russia 's Ministry"
_TITLE_RELS = frozenset({"nmod", "compound", "flat", "amod", "appos"})


class Piece(NamedTuple):
    """Tokens `first` to `last` as a name: known by a list (`form`) or labelled by the encoder."""

    first: int
    last: int
    form: Form | None = None
    label: str | None = None


def find_names(document: Document, number: int, rules: EntityRules) -> list[Mention]:
    """Return the named mentions of sentence `number`, in order of the text."""
    sentence = document.sentences[number]
    plain = document.text[sentence.start : sentence.end].replace("\u2019", "'")
    listed = list(_listed(sentence, plain, rules))
    labelled = _labelled(sentence)
    pieces = _merged(listed, labelled)
    found = (_mention(document, number, piece, rules) for piece in pieces)
    kept = [mention for mention in found if mention is not None]
    return [_with_office(sentence, mention, kept, rules) for mention in kept]


def _with_office(
    sentence: Sentence, mention: Mention, names: Sequence[Mention], rules: EntityRules
) -> Mention:
    # "North Korean leader Kim Jong Un" is of a state.
    if mention.kind != "person":
        return mention
    states = {n.last: n.state for n in names if n.kind == "state"}
    at = mention.first - 1
    while at >= 0 and at not in states and _is_office(sentence.tokens[at], rules):
        at -= 1
    return replace(mention, state=states[at]) if at in states else mention


def _is_office(token: Token, rules: EntityRules) -> bool:
    narrows = token.rel in ("amod", "compound") and token.upos not in ("PROPN", "NUM")
    return narrows or _is_title(token, rules)


def _listed(sentence: Sentence, plain: str, rules: EntityRules) -> Iterator[Piece]:
    ends = {t.end - sentence.start: t.i for t in sentence.tokens}
    shouted = is_shouted(plain)
    free = 0
    for token in sentence.tokens:
        if token.i < free or (not token.text[0].isupper() and "-" not in token.text):
            continue
        start = token.start - sentence.start
        for form in rules.starting(plain[start : start + 2], shouted=shouted):
            last = ends.get(start + len(form.text))
            if last is None or (shouted and _is_word(form, token, rules)):
                continue
            if plain.startswith(form.text, start):
                yield Piece(token.i, last, form=form)
                free = last + 1
                break


def _is_word(form: Form, token: Token, rules: EntityRules) -> bool:
    # "TELL US", "WHO SAID": a word of the language is a name in capitals where it is labelled one.
    return token.ent == "O" and form.text in rules.nouns.in_capitals.nouns


def is_shouted(text: str) -> bool:
    """Whether a sentence is written all in capitals; one of three words or fewer is not judged."""
    return len(text.split()) > _FEWEST_SHOUTED and text.isupper()


def _labelled(sentence: Sentence) -> list[Piece]:
    found: list[Piece] = []
    for token in sentence.tokens:
        mark, _, label = token.ent.partition("-")
        if found and _is_glued(sentence, found[-1], token):
            found[-1] = found[-1]._replace(last=token.i)
            continue
        joins = found and found[-1].last == token.i - 1 and found[-1].label == label
        if mark == "I" and joins:
            found[-1] = found[-1]._replace(last=token.i)
        elif label and token.upos != "DET" and not _is_common(sentence, token):
            found.append(Piece(token.i, token.i, label=label))
    return found


def _is_common(sentence: Sentence, token: Token) -> bool:
    # "the council" is no name where the sentence writes names with capitals.
    after = sentence.tokens[token.i + 1 : token.i + 2]
    alone = not any(t.ent.startswith("I-") for t in after)
    return alone and token.upos == "NOUN" and token.text.islower() and _has_capitals(sentence)


def _has_capitals(sentence: Sentence) -> bool:
    return any(t.text[0].isupper() for t in sentence.tokens)


def _is_glued(sentence: Sentence, piece: Piece, token: Token) -> bool:
    # A name ends where a written word ends: "Duck-soo" is three words of the treebank.
    last = sentence.tokens[piece.last]
    if piece.last != token.i - 1 or last.end != token.start:
        return False
    return token.xpos == "HYPH" or (last.xpos == "HYPH" and token.upos != "VERB")


def _merged(listed: Iterable[Piece], labelled: Iterable[Piece]) -> list[Piece]:
    # A listed name yields only to a longer name that holds it: Jordan to Jordan Smith.
    kept, lists = list(labelled), list(listed)
    for piece in lists:
        clash = [k for k in kept if k.first <= piece.last and piece.first <= k.last]
        if any(_swallows(k, piece, lists) for k in clash):
            continue
        kept = [k for k in kept if k not in clash]
        kept.append(piece)
    return sorted(kept)


def _swallows(labelled: Piece, listed: Piece, lists: Iterable[Piece]) -> bool:
    longer = labelled.last - labelled.first > listed.last - listed.first
    holds = labelled.first <= listed.first and listed.last <= labelled.last
    # "Syrian Observatory" holds the adjective; "President Joe Biden" labelled LOC holds nothing.
    return longer and holds and labelled.label in _KINDS and not _is_owned(labelled, lists)


def _is_owned(labelled: Piece, lists: Iterable[Piece]) -> bool:
    # "Russian Defense Ministry" is a state and a name that the list has, side by side.
    inside = [p for p in lists if labelled.first <= p.first and p.last <= labelled.last]
    forms = [p.form for p in inside if p.form is not None]
    own = len(forms) > 1 and forms[0].known.kind == "state" and forms[-1].known.kind != "state"
    gap = inside[-1].first - inside[0].last if inside else 0
    return own and inside[-1].last == labelled.last and gap in (1, _WITH_CLITIC)


def _mention(document: Document, number: int, piece: Piece, rules: EntityRules) -> Mention | None:
    if piece.form is not None:
        return _known(document, number, piece, piece.form, rules)
    kind = _KINDS.get(piece.label or "")
    if kind == "person":
        return _person(document, number, piece, rules)
    if kind == "organisation":
        return mention_of(document, number, piece, kind)
    return _facility(document, number, piece, rules)


def _known(
    document: Document, number: int, piece: Piece, form: Form, rules: EntityRules
) -> Mention | None:
    sentence = document.sentences[number]
    head = head_of(sentence, piece.first, piece.last)
    if form.form == "seat" and not acts(sentence, head, rules):
        return None
    if form.form == "metonym" and is_house(sentence, head, rules):
        return None
    if form.form == "short" and not _has_article(sentence, piece):
        return None
    return replace(
        mention_of(document, number, piece, form.known.kind),
        known=form.known,
        name_form=form.form,
        state=form.known.state,
        plural=form.form == "people",
    )


def _has_article(sentence: Sentence, piece: Piece) -> bool:
    # "the North", but neither "north of" nor "the North Atlantic".
    if piece.first == 0 or piece.last + 1 >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[piece.first - 1], sentence.tokens[piece.last + 1]
    return before.upos == "DET" and after.upos != "PROPN"


def _person(document: Document, number: int, piece: Piece, rules: EntityRules) -> Mention | None:
    sentence = document.sentences[number]
    first = piece.first
    while first < piece.last and _is_title(sentence.tokens[first], rules):
        first += 1
    if _is_title(sentence.tokens[first], rules) and first == piece.last:
        return None  # "the Secretary" is a role, and the nominals reader's
    bare = piece._replace(first=first)
    head = head_of(sentence, bare.first, bare.last)
    titles = [t for t in sentence.tokens[piece.first : first] if _is_title(t, rules)]
    titles += [
        child
        for child in sentence.children(head)
        if child.i < piece.first and child.rel in _TITLE_RELS and _is_title(child, rules)
    ]
    mention = mention_of(document, number, bare, "person")
    return replace(
        mention,
        titles=tuple(t.lemma.lower() for t in titles if not _is_lesser(sentence, t, rules)),
        sex=_sex(titles, rules) or _given(mention, rules),
    )


def _given(mention: Mention, rules: EntityRules) -> str | None:
    # A name alone may be a surname; before a surname it is a first name.
    return rules.given.get(mention.words[0]) if len(mention.words) > 1 else None


def _is_lesser(sentence: Sentence, title: Token, rules: EntityRules) -> bool:
    # A vice president, a former minister is not who "the president", "the minister" means.
    before = sentence.tokens[max(0, title.i - _REACH) : title.i]
    return any(t.lemma.lower() in rules.nouns.deixis.lesser for t in before)


def _is_title(token: Token, rules: EntityRules) -> bool:
    head = rules.heads.get(token.lemma.lower())
    return token.text in rules.sexes or (head is not None and head.kind == "role")


def _sex(titles: Iterable[Token], rules: EntityRules) -> str | None:
    known = (rules.sexes.get(t.text) or rules.sexes.get(t.lemma.lower()) for t in titles)
    return next((sex for sex in known if sex), None)


def _facility(document: Document, number: int, piece: Piece, rules: EntityRules) -> Mention | None:
    # Other named places are the places reader's; a plant or a base is also a thing that is hit.
    last = document.sentences[number].tokens[piece.last]
    head = rules.heads.get(last.lemma.lower())
    if head is None or head.kind not in ("facility", "event") or piece.first == piece.last:
        return None
    return mention_of(document, number, piece, head.kind)


def mention_of(document: Document, number: int, piece: Piece, kind: EntityKind) -> Mention:
    """Return the named mention that `piece` of sentence `number` is."""
    sentence = document.sentences[number]
    tokens = sentence.tokens[piece.first : piece.last + 1]
    span = sentence.span(tokens)
    return Mention(
        sentence=number,
        first=piece.first,
        last=piece.last,
        head=head_of(sentence, piece.first, piece.last),
        kind=kind,
        form="name",
        span=span,
        text=document.text[span[0] : span[1]],
        words=tuple(document.text[span[0] : span[1]].split()),
        plural=is_plural(tokens[-1]) and kind != "person",
    )
