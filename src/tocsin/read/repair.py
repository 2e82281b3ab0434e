"""Small mends of a parse where grammar leaves no choice.

What stands between a subordinator and the head of its clause belongs to that clause: in "shows that
on Monday the train left", Monday is when the train left, whatever the arc scores say.
"""

from tocsin.read.syntax import Sentence, Token

CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "csubj"})


def repaired(sentence: Sentence) -> Sentence:
    """Return `sentence` with words taken back into the clause in which they stand."""
    moved = {i: head for clause in sentence.tokens for i, head in _strays(sentence, clause)}
    if not moved:
        return sentence
    return Sentence(
        tuple(t._replace(head=moved[t.i]) if t.i in moved else t for t in sentence.tokens)
    )


def _strays(sentence: Sentence, clause: Token) -> list[tuple[int, int]]:
    if clause.deprel not in CLAUSES or clause.head < 0:
        return []
    mark = sentence.child(clause, "mark")
    if mark is None or mark.i > clause.i or clause.head > mark.i:
        return []
    between = sentence.tokens[mark.i + 1 : clause.i]
    return [(t.i, clause.i) for t in between if t.head == clause.head]
