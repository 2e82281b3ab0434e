"""Over which ties of the tree an event shares the time and the place of the verb above it."""

from collections.abc import Mapping, Sequence

from tocsin.read.claims.rules import Sharing
from tocsin.read.events.event import Event
from tocsin.read.syntax import Sentence, Token

# Ties over which an event shares the time and place of the verb that governs it.
SHARING = frozenset(
    {"nsubj", "csubj", "obj", "iobj", "obl", "nmod", "xcomp", "advcl", "conj", "acl"}
)
# Over these even the time of another event is shared ("attacked and killed", "fled, leaving").
JOINED = frozenset({"xcomp", "advcl", "conj"})


class Ties:
    """Judges the ties of one sentence, whose events stand under their words."""

    def __init__(
        self, sentence: Sentence, by_word: Mapping[int, Sequence[Event]], sharing: Sharing
    ) -> None:
        self._sentence, self._by_word, self._sharing = sentence, by_word, sharing

    def shares(self, node: Token, above: Token) -> bool:
        """Say whether a word shares the circumstances of the one above it."""
        if node.rel not in SHARING or node.deprel == "acl:relcl" or self._is_set_off(node):
            return False
        apart = above.i in self._by_word and node.rel not in JOINED
        return not apart or self.attends(node) or self.is_sudden(node)

    def _is_set_off(self, clause: Token) -> bool:
        # "Fled after the army attacked": not at the time of the attack; "and that …" is told apart.
        mark = self._sentence.child(clause, "mark")
        if mark is None or clause.rel not in ("advcl", "conj"):
            return False
        return clause.rel == "conj" or mark.lemma.lower() in self._sharing.apart

    def attends(self, node: Token) -> bool:
        """Say whether a phrase tells what went on beside: "killed *in clashes*"."""
        case = self._sentence.child(node, "case") if node.rel in ("obl", "nmod") else None
        if node.lemma.lower() in self._sharing.aside and node.i not in self._by_word:
            return False
        return case is not None and case.lemma.lower() in self._sharing.attending

    def is_sudden(self, node: Token) -> bool:
        """Say whether a subject is over as soon as it acts: "the *strike* killed ten on Sunday"."""
        events = self._by_word.get(node.i, ()) if node.rel == "nsubj" else ()
        return any(event.type in self._sharing.sudden for event in events)
