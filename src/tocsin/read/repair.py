"""Small mends of a parse where grammar and print leave no choice, whatever the arc scores say.

What stands between a subordinator and the head of its clause belongs to that clause: in "shows that
on Monday the train left", Monday is when the train left. And nothing behind a closing quotation
mark belongs to what is quoted: in "“We will win,” the spokesman said on Monday", who and when
belong to said.
"""

from tocsin.read.syntax import Sentence, Token

CLOSING = "''"  # the Penn tag of a closing quotation mark
CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "csubj"})


def repaired(sentence: Sentence) -> Sentence:
    """Return `sentence` with words taken back into the clause in which they stand.

    What comes out is a tree like what went in: a word is never hung below itself.
    """
    clauses = [token for token in sentence.tokens if token.deprel in CLAUSES and token.head >= 0]
    moves = [move for clause in clauses for move in _strays(sentence, clause)]
    moves += [move for clause in clauses for move in _outside(sentence, clause)]
    if not moves:
        return sentence
    heads = [token.head for token in sentence.tokens]
    for word, head in moves:
        if not _is_below(heads, head, word):
            heads[word] = head
    return Sentence(tuple(t._replace(head=heads[t.i]) for t in sentence.tokens))


def _is_below(heads: list[int], word: int, top: int) -> bool:
    while word >= 0:
        if word == top:
            return True
        word = heads[word]
    return False


def _strays(sentence: Sentence, clause: Token) -> list[tuple[int, int]]:
    mark = sentence.child(clause, "mark")
    if mark is None or mark.i > clause.i or clause.head > mark.i:
        return []
    between = sentence.tokens[mark.i + 1 : clause.i]
    return [(t.i, clause.i) for t in between if t.head == clause.head]


def _outside(sentence: Sentence, clause: Token) -> list[tuple[int, int]]:
    between = sentence.tokens[clause.i + 1 : max(clause.head, clause.i + 1)]
    closing = next((t.i for t in between if t.xpos == CLOSING), None)
    if closing is None:
        return []
    behind = sentence.tokens[closing + 1 :]
    return [(t.i, clause.head) for t in behind if 0 <= t.head < closing and t.i != clause.head]
