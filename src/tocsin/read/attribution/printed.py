"""Statements printed in full: "the ministry issued the following statement:" and all below it."""

from collections.abc import Iterator, Sequence

from tocsin.read.attribution.draft import Draft
from tocsin.read.attribution.rules import CueRules
from tocsin.read.syntax import Document, Sentence, Token

COLON = ":"
_GOVERNED = ("nsubj", "obj", "obl", "nmod", "appos", "conj")


def printed_drafts(document: Document, drafts: Sequence[Draft], rules: CueRules) -> Iterator[Draft]:
    """Yield a draft for each statement that a line announces and the lines below it give.

    The line ends with a colon and speaks of what follows it; the statement ends with the report, or
    before the line in which the report speaks of its source again ("The spokesman added that").
    """
    for number, sentence in enumerate(document.sentences[:-1]):
        papers = _announced(document, number, rules)
        heads = _sources(sentence, papers, rules) if papers else []
        if heads:
            cue = _verb_over(sentence, papers[0]) or papers[0]
            draft = Draft(number, cue, rules.fallback, [cue], heads=heads, clausal=True)
            for below in range(number + 1, _end(document, number, heads, drafts)):
                draft.take(below, document.sentences[below].tokens)
            yield draft


def _announced(document: Document, number: int, rules: CueRules) -> list[Token]:
    """Return the papers that a line promises below it: "the following statement … :"."""
    sentence, below = document.sentences[number : number + 2]
    last = sentence.tokens[-1]
    if last.text != COLON or "\n" not in document.text[last.end : below.start]:
        return []
    if not any(t.lemma.lower() in rules.words.following for t in sentence.tokens):
        return []
    return [t for t in sentence.tokens if t.lemma.lower() in rules.words.printed]


def _verb_over(sentence: Sentence, paper: Token) -> Token | None:
    above = sentence.head(paper)
    while above is not None and above.upos != "VERB" and above.rel in _GOVERNED:
        above = sentence.head(above)
    return above if above is not None and above.upos == "VERB" else None


def _sources(sentence: Sentence, papers: Sequence[Token], rules: CueRules) -> list[Token]:
    """Return who gave the statement: the subject, the agent, or whose paper it is."""
    verb, makers = _verb_over(sentence, papers[0]), rules.words.maker
    below = sentence.children(verb) if verb is not None else []
    subjects = [t for t in below if t.deprel == "nsubj"]
    agents = [t for t in below if t.rel == "obl" and _is_case(sentence, t, makers)]
    owned = [t for paper in papers for t in sentence.children(paper, "nmod")]
    owners = [t for t in owned if _is_case(sentence, t, (*makers, *rules.words.of))]
    first = next((t for t in (*subjects, *agents, *owners) if t not in papers), None)
    return [] if first is None else [first, *sentence.children(first, "conj")]


def _is_case(sentence: Sentence, noun: Token, words: Sequence[str]) -> bool:
    return any(t.lemma.lower() in words for t in sentence.children(noun, "case"))


def _end(document: Document, number: int, heads: Sequence[Token], drafts: Sequence[Draft]) -> int:
    """Return the first sentence that is the report's own again, or the number of sentences."""
    known = {head.lemma.lower() for head in heads}
    again = (
        draft.sentence
        for draft in drafts
        if draft.sentence > number and any(head.lemma.lower() in known for head in draft.heads)
    )
    return min(again, default=len(document.sentences))
