"""Whose is a figure, a place or a time: the event's that governs it, never one from elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol, TypeVar

from tocsin.read.claims.rules import Sharing
from tocsin.read.claims.ties import Ties
from tocsin.read.events.event import Event
from tocsin.read.syntax import Document, Sentence, Token
from tocsin.records import Span

# A clause of its own: what stands in it does not belong to an event outside.
BARRIERS = frozenset({"acl:relcl", "advcl", "ccomp", "parataxis"})
# Over these an event is carried along with what it attends or what it is written in.
CARRYING = frozenset({"acl", "obj", "obl", "nmod", "nsubj"})
MOST_STEPS = 6
GERUND = "VBG"


class Located(Protocol):
    """Anything that stands at a span of the text."""

    @property
    def span(self) -> Span:
        """Where it stands."""


T = TypeVar("T", bound=Located)


class Holder(NamedTuple):
    """The events met first above a word, and whether the way to them leaves a clause."""

    events: Sequence[Event]
    crossed: bool


class Ground:
    """One sentence with its events and cues, asked what belongs to whom.

    A word belongs to the event met first on the way up the tree. Events that share a predicate
    ("send troops and weapons") share what hangs on it.
    """

    def __init__(
        self,
        document: Document,
        at: int,
        events: Iterable[Event],
        cues: Iterable[Span],
        sharing: Sharing,
    ) -> None:
        """Index the words that name the events of the sentence, and those that are cues."""
        self._sharing = sharing
        self.document = document
        self.sentence: Sentence = document.sentences[at]
        self._heads: dict[Span, Token | None] = {}
        self._by_word: dict[int, list[Event]] = {}
        for event in events:
            for i in {event.head.i, event.predicate.i, *(t.i for t in event.trigger)}:
                self._by_word.setdefault(i, []).append(event)
        self._ties = Ties(self.sentence, self._by_word, sharing)
        inside = [s for s in cues if self.sentence.start <= s[0] < self.sentence.end]
        self._cues = [{t.i for t in document.tokens_at(span)} for span in inside]

    def here(self, items: Iterable[T]) -> list[tuple[T, Token]]:
        """Return the `items` of this sentence, each with its governing word."""
        start, end = self.sentence.start, self.sentence.end
        inside = [item for item in items if start <= item.span[0] < end]
        heads = [(item, self._head(item.span)) for item in inside]
        return [(item, head) for item, head in heads if head is not None]

    def _head(self, span: Span) -> Token | None:
        # Asked for each event of the sentence anew, and always the same.
        if span not in self._heads:
            head = self.document.head_at(span)
            if head is not None and head.upos == "VERB":
                # "surpassed 11,000": the bound is a verb, the figure hangs on it.
                inside = self.document.tokens_at(span)
                head = next((t for t in inside if t.upos == "NUM"), head)
            self._heads[span] = head
        return self._heads[span]

    def own(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` that hang on `event` within its clause, nearest first."""
        found = []
        for item, head in self.here(items):
            holder = self._holder(head)
            if event in holder.events and not holder.crossed:
                found.append((self._distance(head, event), item.span[0], item, head))
        return [(item, head) for _, _, item, head in sorted(found, key=lambda each: each[:2])]

    def governs(self, item: Located, event: Event) -> bool:
        """Return whether `item` hangs on `event`, in a clause below it or in its own."""
        return any(event in self._holder(head).events for _, head in self.here([item]))

    def foreign(self, items: Iterable[T], event: Event) -> list[T]:
        """Return the `items` of this sentence that belong to another event than `event`."""
        held = ((item, self._holder(head).events) for item, head in self.here(items))
        return [item for item, events in held if events and event not in events]

    def shared(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` that hang on a verb above `event` whose circumstances it shares.

        The way up ends at a cue (its time is when something was said), at another clause, and at
        another event unless the two are joined.
        """
        here = self.here(items)
        node = event.predicate
        along = self._goes_along(event)
        for above in list(self.sentence.ancestors(node))[:MOST_STEPS]:
            carried = along and node.rel in CARRYING and above.i not in self._cued(event)
            if not here or self._is_saying(above, event):
                return []
            if not carried and not self._ties.shares(node, above):
                return []
            found = [(item, head) for item, head in here if self._hangs_on(head, above)]
            if self._is_apart(node):
                # "On Sunday rebels took the port, and troops …": only what stands in front.
                found = [(item, head) for item, head in found if item.span[1] <= above.start]
            if found:
                return found
            node = above
        return []

    def _goes_along(self, event: Event) -> bool:
        """Whether it is done as what it hangs on is: "with support from Canada, troops …".

        "Adopted a resolution demanding …": it demands as it is adopted.
        """
        node = event.predicate
        return (node.rel == "acl" and node.xpos == GERUND) or self._ties.attends(event.head)

    def _is_apart(self, verb: Token) -> bool:
        """Whether a joined clause has somebody else to act, and no figure that is all its own."""
        subject = self.sentence.child(verb, "nsubj") if verb.rel == "conj" else None
        return subject is not None and subject.upos != "NUM"

    def caused(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of the event that brings `event` about, as the subject of its verb.

        "The fighting since April has forced two million to flee": they have fled since April.
        """
        for verb in self._verbs(event):
            subject = self.sentence.child(verb, "nsubj", "csubj")
            causes = self._by_word.get(subject.i, ()) if subject is not None else ()
            if subject is not None and causes and event not in causes:
                return self._inside(subject, items)
        return []

    def outcome(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of what `event` does as a subject: "clashes killed ten in Kyiv"."""
        noun = event.head
        effects = self._by_word.get(noun.head, ()) if noun.rel == "nsubj" else ()
        there = (other for other in effects if other.type in self._sharing.harm)
        return [own for other in there if other is not event for own in self.own(items, other)]

    def later(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of a like event joined behind: "ten killed and two hurt in Kyiv"."""
        joined = self.sentence.children(event.predicate, "conj")
        # "Three were killed and seven others wounded": a parse may hang the second on its noun.
        joined += [t for noun in joined for t in self.sentence.children(noun, "acl")]
        for verb in joined:
            subject = self.sentence.child(verb, "nsubj")
            bare = subject is None or self.sentence.child(verb, "aux") is None
            # "Nine people were killed and 100 were wounded": of the same.
            bare = bare or (subject is not None and subject.upos == "NUM")
            gapped = self._is_gapped(verb)
            for other in self._by_word.get(verb.i, ()):
                if gapped or self._is_like(event, other, bare=bare):
                    held = self.own(items, other) or self.within(items, other)
                    return held or self.meanwhile(items, other)
        return []

    def _is_gapped(self, verb: Token) -> bool:
        """Whether a passive shares its auxiliary, and what stands behind it with the one before."""
        own = self.sentence.child(verb, "aux", "obj")
        return own is None and verb.xpos == "VBN" and verb.rel == "conj"

    def _is_like(self, one: Event, other: Event, *, bare: bool) -> bool:
        """Whether one thing befell both at once: "a boat was hit and three men were hurt on …"."""
        if one.type == other.type:
            return bare
        return {one.type, other.type} <= {*self._sharing.sudden, *self._sharing.harm}

    def meanwhile(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of the clause that tells as what happened: "died when a bomb …".

        What is joined shares it: "ten were killed and 40 wounded when a bomb …".
        """
        found = []
        clauses = (c for verb in self._verbs(event) for c in self.sentence.children(verb, "advcl"))
        for clause in clauses:
            mark = self.sentence.child(clause, "mark", "advmod")
            if mark is not None and mark.lemma.lower() in self._sharing.meanwhile:
                found += self._inside(clause, items)
        return found

    def onward(self, items: Iterable[T], event: Event) -> Iterator[tuple[Token, tuple[T, Token]]]:
        """Yield the `items` of the clause from which on it holds, each with its conjunction."""
        clauses = (c for verb in self._verbs(event) for c in self.sentence.children(verb, "advcl"))
        for clause in clauses:
            mark = self.sentence.child(clause, "mark")
            if mark is not None and self.is_onward(mark):
                held = self._inside(clause, items)
                yield from ((mark, one) for one in held if one[0].span[0] > mark.start)

    def _inside(self, word: Token, items: Iterable[T]) -> list[tuple[T, Token]]:
        below = {t.i for t in self.sentence.subtree(word, without=BARRIERS)}
        return [(item, head) for item, head in self.here(items) if head.i in below]

    def is_onward(self, word: Token) -> bool:
        """Return whether a word says from when on something holds: "since"."""
        return word.lemma.lower() in self._sharing.onward

    def within(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of what it happened in: "killed in a raid on a house in Kyiv"."""
        return [own for _, other in self._below(event) for own in self.own(items, other)]

    def amid(self, items: Iterable[T], event: Event) -> list[tuple[T, Token]]:
        """Return the `items` of what went on as it happened: "killed in clashes on Monday"."""
        found = [other for child, other in self._below(event) if self._ties.attends(child)]
        return [own for other in found for own in self.own(items, other)]

    def _below(self, event: Event) -> Iterator[tuple[Token, Event]]:
        for word in dict.fromkeys((event.predicate, event.head)):
            for child in self.sentence.children(word, "obl", "nmod"):
                for other in self._by_word.get(child.i, ()):
                    if other is not event:
                        yield child, other

    def _verbs(self, event: Event) -> Iterator[Token]:
        node = event.predicate
        yield node
        for above in list(self.sentence.ancestors(node))[:MOST_STEPS]:
            if self._is_saying(above, event) or not self._ties.shares(node, above):
                return
            yield above
            node = above

    def _cued(self, event: Event) -> set[int]:
        return {i for cue in self._cues if event.predicate.i not in cue for i in cue}

    def _is_saying(self, word: Token, event: Event) -> bool:
        # In "adopted a resolution demanding …" the cue tells of the demand itself.
        return word.i in self._cued(event)

    def _hangs_on(self, head: Token, verb: Token) -> bool:
        node = head
        for above in self.sentence.ancestors(head):
            if above.i == verb.i:
                return node.deprel not in BARRIERS
            if above.i in self._by_word or node.deprel in BARRIERS or node.rel == "conj":
                return False
            node = above
        return False

    def _holder(self, token: Token) -> Holder:
        node, crossed = token, False
        for above in (token, *self.sentence.ancestors(token)):
            if above.i != token.i:
                crossed = crossed or node.deprel in BARRIERS or self._is_apart(node)
                node = above
            if above.i in self._by_word:
                return Holder(self._by_word[above.i], crossed)
        return Holder((), crossed)

    def _distance(self, token: Token, event: Event) -> int:
        steps = {token.i: 0}
        for n, above in enumerate(self.sentence.ancestors(token), start=1):
            steps[above.i] = n
        return min(
            steps.get(event.head.i, len(self.sentence.tokens)),
            steps.get(event.predicate.i, len(self.sentence.tokens)),
        )
