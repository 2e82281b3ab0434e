"""What the commas of a sentence tell of its tree: which words go with the verb of saying."""

from tocsin.read.syntax import ROOT, Sentence, Token

MARKS = frozenset({",", "–", "—", "-", ";", "("})
_CIRCUMSTANCES = ("obl", "advmod", "nmod")


def behind_clauses(sentence: Sentence) -> list[tuple[int, int]]:
    """What stands behind the comma of a clause in front belongs to the main clause behind it."""
    moves = []
    for word in sentence.tokens:
        if word.rel != "obl" or not 0 <= word.head < word.i:
            continue
        clause = sentence.tokens[word.head]
        phrase = sentence.subtree(word)
        first, last = phrase[0].i, phrase[-1].i
        if clause.rel != "advcl" or clause.head <= last or first == 0:
            continue
        if sentence.tokens[first - 1].text in MARKS and sentence.tokens[last + 1].text in MARKS:
            moves.append((word.i, clause.head))
    return moves


def before_sayings(sentence: Sentence) -> list[tuple[int, int]]:
    """What stands before the comma of a saying behind belongs to the clause in front of it.

    "Gunmen stormed the town on Thursday, police said": no comma sets Thursday apart, so it is when
    they stormed it.
    """
    moves = []
    for word in sentence.tokens:
        saying = sentence.tokens[word.head] if word.head > word.i else None
        if word.rel != "obl" or saying is None or not _tells_last(sentence, saying):
            continue
        phrase = sentence.subtree(word)
        first, behind = phrase[0].i, sentence.tokens[min(phrase[-1].i + 1, saying.i)]
        verbs = [t for t in sentence.tokens[:first] if t.upos == "VERB" and t.i != saying.i]
        subject = sentence.child(saying, "nsubj")
        closed = behind.text in MARKS and subject is not None and subject.i > behind.i
        if closed and verbs and first > 0 and sentence.tokens[first - 1].text not in MARKS:
            moves.append((word.i, verbs[-1].i))
    return moves


def behind_sayings(sentence: Sentence) -> list[tuple[int, int]]:
    """What stands right behind a saying, before the next comma, belongs to the saying.

    "Troops exchanged fire, the army said on Tuesday, the fifth night": Tuesday is when it was said.
    """
    moves = []
    for saying in (t for t in sentence.tokens if t.upos == "VERB" and _tells_last(sentence, t)):
        behind = sentence.tokens[saying.i + 1 :]
        end = next((t.i for t in behind if t.text in MARKS), len(sentence.tokens))
        near = (t for t in behind[: end - saying.i - 1] if t.rel in _CIRCUMSTANCES)
        moves += [(t.i, saying.i) for t in near if 0 <= t.head < saying.i]
    return moves


def _tells_last(sentence: Sentence, verb: Token) -> bool:
    # "…, police said": a parenthesis behind, or a root with its clause in front.
    if verb.deprel == "parataxis":
        return 0 <= verb.head < verb.i
    clause = sentence.child(verb, "ccomp") if verb.head == ROOT else None
    return clause is not None and clause.i < verb.i
