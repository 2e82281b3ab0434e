"""The cues in whose scope an event stands, from the innermost outwards along the tree."""

from collections.abc import Iterator
from dataclasses import replace

from tocsin.read.certainty.hits import Hit, each_once, refusals
from tocsin.read.certainty.path import Path
from tocsin.read.certainty.rules import CertaintyRules, CueRule
from tocsin.read.syntax import Sentence, Token

_MOST_STEPS = 12
_CONTENT = ("ccomp", "xcomp", "obj")
_CLOSED = frozenset({"parataxis", "list", "discourse", "root", "appos", "vocative"})
_KINDS = {
    "aux": ("aux",),
    "advmod": ("adverb", "modifier"),
    "obl": ("adverb",),
    "amod": ("modifier",),
    "det": ("modifier",),
    "cc": ("modifier",),
    "mark": ("mark",),
    "case": ("preposition",),
}
# By relation, the list of verbs as sure as whose object or means an event is.
_REACHED = {"obj": "including", "obl": "using"}
_PARTS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adj",
    "ADV": "adverb",
}


def is_bare(node: Token) -> bool:
    """Say whether a word has no finite form of its own."""
    return node.xpos in ("VB", "VBG", "VBN") or node.upos not in ("VERB", "AUX")


def _reaching(met: list[Hit], passed: list[Token]) -> list[Hit]:
    """Leave out what goes on above a saying: "continues to say that they left"."""
    inside = any(token.rel == "ccomp" for token in passed)
    return [hit for hit in met if not (inside and hit.rule.effect.status == "ongoing")]


class Scope:
    """Walks up from an event through one sentence."""

    def __init__(self, sentence: Sentence, rules: CertaintyRules) -> None:
        self._sentence, self._rules = sentence, rules

    def path(self, head: Token, predicate: Token) -> Path:
        """Return the cues above and beside an event, innermost first."""
        hits = [*self._governing(head, "self"), *self._beside(head, own=True)]
        passed = [head]
        if head.i != predicate.i:
            relation = self._relation(head)
            hits += [*self._governing(predicate, relation), *self._beside(predicate)]
            passed.append(predicate)
        node, bearer = predicate, predicate
        for _ in range(_MOST_STEPS):
            above = self._above(node)
            if above is None:
                break
            met = self._step(node, above)
            if met is None:
                break
            hits += _reaching(met, passed)
            if bearer is node and self._lends_tense(node, above, met):
                bearer = above
            said = node.rel == "ccomp"
            node = above
            passed.append(node)
            if said and node.rel == "advcl" and node.xpos == "VBG":
                # "denied it, saying …": what is said is as sure as the saying, no more or less.
                break
        hits += self._supposed(node)
        told = self._told_before(passed)
        return Path(tuple(refusals(each_once(hits))), bearer, tuple(passed), told)

    def _supposed(self, node: Token) -> Iterator[Hit]:
        """The condition that the subject of a clause stands in: "if the attacks persist"."""
        above = self._sentence.head(node)
        if above is not None and node.rel == "nsubj" and above.rel == "advcl":
            yield from (h for h in self._beside(above) if h.tokens[0].rel in ("mark", "aux"))

    def _told_before(self, passed: list[Token]) -> bool:
        held = (t for t in passed if t.rel == "ccomp")
        above = (self._sentence.head(t) for t in held)
        return any(t is not None and self._is_past(t) for t in above)

    def _is_past(self, verb: Token) -> bool:
        # A participle with a subject and no auxiliary is a past tense, whatever its tag.
        return verb.xpos == "VBD" or (
            verb.xpos == "VBN"
            and self._sentence.child(verb, "nsubj") is not None
            and self._sentence.child(verb, "aux") is None
        )

    def _above(self, node: Token) -> Token | None:
        above = self._sentence.head(node)
        if above is None or node.rel in _CLOSED:
            return None
        if node.deprel == "acl:relcl" and not self._sentence.child(node, "mark"):
            return None
        if node.rel == "advcl" and not self._is_open(node):
            return None
        return above

    def _is_open(self, node: Token) -> bool:
        """A participle or infinitive without a subject shares the stance of what it hangs on."""
        own = self._sentence.child(node, "nsubj", "aux", "cop")
        return own is None and is_bare(node) and node.upos in ("VERB", "AUX")

    def _lends_tense(self, node: Token, above: Token, met: list[Hit]) -> bool:
        """Whether `above` says when: a plan's own tense does not date what is planned."""
        if any(h.rule.effect.status and h.tokens[0].i == above.i for h in met):
            return False
        own = self._sentence.child(node, "aux", "aux:pass", "cop") is not None
        if node.rel in ("conj", "advcl", "xcomp"):
            return is_bare(node) and not own
        doing = self._rules.has("doings", *self._rules.forms(node))
        doing = doing or self._rules.has("entering", *self._rules.forms(above))
        if self._arises(node, above):
            return True
        if node.rel == "acl" and self._rules.has("doings", *self._rules.forms(above)):
            return True
        return doing and node.rel in ("obj", "obl") and above.upos == "VERB"

    def _step(self, node: Token, above: Token) -> list[Hit] | None:
        """The cues met in one step up; None where the scope of what is above does not reach."""
        if node.rel == "conj":
            return list(self._shared(node, above))
        met = list(self._governing(above, self._relation(node)))
        if self._asks_who(node):
            # "It is unclear who attacked the town": that somebody did is clear.
            met = [hit for hit in met if hit.rule.effect.certainty != "unknown"]
        # "Have seen no evidence that": what there is none of is the evidence.
        beside = (h for h in self._beside(above) if h.tokens[0].head != node.i)
        if node.rel in ("xcomp", "advcl") or met:
            # "could not verify either toll": what could not be is the verifying.
            refused = any(hit.negated for hit in met)
            near = beside if node.rel != "ccomp" else ()
            return [*met, *(h for h in near if not (refused and h.tokens[0].rel == "aux"))]
        doings = self._rules.has("doings", *self._rules.forms(node))
        if node.rel in ("ccomp", "csubj", "acl") or doings:
            return []
        reached = self._rules.has(_REACHED.get(node.rel, ""), *self._rules.forms(above))
        if reached or self._arises(node, above):
            return list(beside)
        return [] if above.upos in ("NOUN", "PROPN") and node.rel == "nmod" else None

    def _asks_who(self, node: Token) -> bool:
        return any(t.xpos == "WP" for t in self._sentence.children(node, "nsubj"))

    def _arises(self, node: Token, above: Token) -> bool:
        """Whether an event is the subject of a verb of beginning: "the curfew will take effect"."""
        return node.rel == "nsubj" and self._rules.has("arising", *self._rules.forms(above))

    def _shared(self, node: Token, first: Token) -> Iterator[Hit]:
        """What a coordinated clause shares: mood and markers, unless it has its own."""
        own = self._sentence.child(node, "nsubj", "aux", "cop")
        if own is None and node.upos in ("VERB", "AUX"):
            shared = {"aux", "mark"} if is_bare(node) else {"mark"}
            yield from (h for h in self._beside(first) if h.tokens[0].rel in shared)
        elif node.upos not in ("VERB", "AUX"):
            shared = {"case", "det", "advmod"}
            yield from (h for h in self._beside(first) if h.tokens[0].rel in shared)

    def _relation(self, node: Token) -> str:
        """The relation to what is above: "nsubj:pass", or with its preposition "obl:for"."""
        case = self._sentence.child(node, "case")
        if case is not None:
            return f"{node.rel}:{case.text.lower()}"
        return node.deprel if node.rel == "nsubj" else node.rel

    def _governing(self, above: Token, relation: str) -> Iterator[Hit]:
        for name, rule in self._rules.cues(_PARTS.get(above.upos, "noun"), *self._forms(above)):
            plain = relation.partition(":")[0]
            if relation in rule.within or (plain in rule.within and plain != "nsubj"):
                if (rule.progressive and above.xpos != "VBG") or self._is_proviso(above, plain):
                    continue
                other = self._either(above, rule)
                if other is None:
                    yield Hit(
                        name, self._dated(rule, above), self._words(above), self._is_negated(above)
                    )
                else:
                    yield Hit(rule.either or name, other, self._words(above), negated=True)

    def _is_proviso(self, word: Token, relation: str) -> bool:
        # "Failing which they will attack" makes a condition and denies nothing.
        bare = word.xpos == "VBG" and relation == "ccomp"
        return bare and self._rules.has("opening-conditions", word.text.lower())

    def _dated(self, rule: CueRule, cue: Token) -> CueRule:
        """The rule as it is where the cue itself is past: "tried to attack"."""
        past = rule.past if cue.xpos in ("VBD", "VBN") else None
        return rule if past is None else replace(rule, effect=past)

    def _forms(self, cue: Token) -> tuple[str, ...]:
        """The forms of a cue; with the word behind it ("ruled out") if the rules list the two."""
        forms = self._rules.forms(cue)
        behind = self._sentence.tokens[cue.i + 1 : cue.i + 2]
        pairs = tuple(f"{form} {t.text.lower()}" for form in forms for t in behind)
        return pairs if self._rules.cues(_PARTS.get(cue.upos, "noun"), *pairs) else forms

    def _either(self, cue: Token, rule: CueRule) -> CueRule | None:
        """The cue that stands beside this one as its contrary: "confirm or deny" takes no stand.

        Who denies one thing and says another takes two: each cue has a content of its own.
        """
        joined = [*self._sentence.children(cue, "conj")]
        above = self._sentence.head(cue)
        if cue.rel == "conj" and above is not None:
            joined.append(above)
        own = self._sentence.child(cue, *_CONTENT) is not None
        for word in joined:
            if own and self._sentence.child(word, *_CONTENT) is not None:
                continue
            for name, found in self._rules.cues("verb", *self._rules.forms(word)):
                if name == rule.either:
                    return found
        return None

    def _words(self, cue: Token) -> tuple[Token, ...]:
        particles = self._sentence.children(cue, "compound:prt")
        return tuple(sorted((cue, *particles), key=lambda t: t.i))

    def _is_negated(self, node: Token) -> bool:
        near = self._sentence.children(node, "advmod", "det", "aux", "cc")
        if any(self._rules.has("negation", *self._rules.forms(child)) for child in near):
            return True
        if node.upos != "VERB":
            return False
        # "no official has confirmed", "nobody knows"
        parts = (t for kinds, t in self._parts(node, "nsubj") if "none" in kinds)
        return any(self._rules.cues("none", *self._rules.forms(t)) for t in parts)

    def _beside(self, node: Token, *, own: bool = False) -> Iterator[Hit]:
        """The cues that modify `node`; a cue's own negation is part of that cue.

        A word that tells of the event itself (`own`) is no cue, unless it is one of that event:
        "has not requested aid" tells that a request was not made.
        """
        cues = self._rules.cues(_PARTS.get(node.upos, "noun"), *self._forms(node))
        is_cue = any("self" in rule.within for _, rule in cues) if own else bool(cues)
        parts = [*self._parts(node, "nsubj", "obj")] if node.upos in ("VERB", "AUX") else []
        near = [(_KINDS.get(t.rel, ()), t) for t in self._sentence.children(node)]
        if self._is_inverted(node):
            near += [(("mark",), t) for t in self._sentence.children(node, "aux")[:1]]
        for kinds, child in (*near, *parts):
            for kind in kinds:
                for name, rule in self._rules.cues(kind, *self._rules.forms(child)):
                    if not (is_cue and self._rules.has("negation", *self._rules.forms(child))):
                        yield Hit(name, rule, (child,), self._is_negated(child))

    def _parts(self, node: Token, *rels: str) -> Iterator[tuple[tuple[str, ...], Token]]:
        """What makes of a participant that there is none, or about how many: "no soldiers".

        What follows behind a comma is no participant: "six were wounded, none of them gravely".
        """
        for part in self._sentence.children(node, *rels):
            between = self._sentence.tokens[node.i + 1 : part.i]
            if any(t.text == "," for t in between):
                continue
            yield ("none",), part
            for below in self._sentence.children(part, "det", "advmod", "amod"):
                if self._compares(below):
                    continue
                yield ("none", "measure"), below
                far = self._sentence.children(below, "advmod")
                yield from ((("none",), t) for t in far if not self._compares(t))
            for number in self._sentence.children(part, "nummod"):
                yield from ((("measure",), t) for t in self._sentence.children(number))

    def _compares(self, word: Token) -> bool:
        # "no fewer than nine" counts; it does not deny.
        behind = self._sentence.tokens[word.i + 1 : word.i + 2]
        return any(t.xpos in ("JJR", "RBR") for t in behind)

    def _is_inverted(self, node: Token) -> bool:
        """Whether an auxiliary opens the clause before its subject: "should they attack"."""
        subject = self._sentence.child(node, "nsubj")
        helper = self._sentence.child(node, "aux")
        if subject is None or helper is None or node.rel != "advcl":
            return False
        return helper.i < subject.i
