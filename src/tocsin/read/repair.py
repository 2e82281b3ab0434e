"""Small mends of a parse where grammar and print leave no choice, whatever the arc scores say.

What stands between a subordinator and the head of its clause belongs to that clause: in "shows that
on Monday the train left", Monday is when the train left. And nothing behind a closing quotation
mark belongs to what is quoted: in "“We will win,” the spokesman said on Monday", who and when
belong to said.
"""

from tocsin.read.bio import runs
from tocsin.read.commas import before_sayings, behind_clauses, behind_sayings
from tocsin.read.gapping import with_bounds, with_own_states, with_own_subjects
from tocsin.read.rewriting import rehung, rewritten
from tocsin.read.syntax import ROOT, Sentence, Token
from tocsin.read.verb_forms import (
    before_infinitives,
    with_active_subjects,
    with_finite_subjects,
    with_told_clauses,
)

CLOSING = "''"  # the Penn tag of a closing quotation mark
SUBJECT = "csubj"
BODY = "ORG"
GERUND, FINITE = "VBG", frozenset({"VBD", "VBZ", "VBP"})
PARTICIPIAL = ("amod", "acl")
PAST = frozenset({"VBD", "VBN"})
NOUNS = frozenset({"NOUN", "PROPN"})
STATES = frozenset({"JJ", "VBN"})
HELPED = frozenset({"VBN", "VB"})  # forms of a verb behind a helping verb
AUXILIARY = frozenset({"aux", "advmod"})
OF_VERBS = ("nsubj", "obj", "obl", "advmod", "advcl")
CLAUSES = frozenset({"ccomp", "advcl", "acl:relcl", "csubj"})


def repaired(sentence: Sentence) -> Sentence:
    """Return `sentence` with words taken back into the clause in which they stand.

    What comes out is a tree like what went in: a word is never hung below itself.
    """
    sentence = with_own_subjects(_with_verb(_with_one_name(sentence)))
    sentence = with_finite_subjects(with_bounds(with_own_states(sentence)))
    sentence = with_told_clauses(with_active_subjects(sentence))
    sentence = _with_participles(_with_object(_with_subject(sentence)))
    clauses = [token for token in sentence.tokens if token.deprel in CLAUSES and token.head >= 0]
    moves = [move for clause in clauses for move in _strays(sentence, clause)]
    moves += [move for clause in clauses for move in _outside(sentence, clause)]
    moves += behind_clauses(sentence)
    moves += before_sayings(sentence)
    moves += behind_sayings(sentence)
    moves += before_infinitives(sentence)
    moves += _on_helpers(sentence)
    moves += _on_states(sentence)
    subjects = _gerund_subjects(sentence)
    if not moves and not subjects:
        return sentence
    heads = [token.head for token in sentence.tokens]
    for word, head in moves:
        if not _is_below(heads, head, word):
            heads[word] = head
    changed = {t.i: t._replace(head=heads[t.i]) for t in sentence.tokens}
    changed |= {i: changed[i]._replace(deprel=SUBJECT) for i in subjects}
    return rewritten(sentence, changed)


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


def _with_verb(sentence: Sentence) -> Sentence:
    """Return the sentence with a verb at its root where the root's participle has an object.

    "Crowds looted shops": no participle behind a noun takes a bare object, so it is the verb.
    """
    root = sentence.root
    if root.upos not in NOUNS or root.head != ROOT or sentence.children(root, "cop", "nsubj"):
        return sentence
    behind = (t for t in sentence.children(root, *PARTICIPIAL) if t.i > root.i and t.xpos in PAST)
    verb = next((t for t in behind if t.deprel in PARTICIPIAL and sentence.child(t, "obj")), None)
    return sentence if verb is None else _rooted(sentence, root, verb)


def _with_one_name(sentence: Sentence) -> Sentence:
    """Return the sentence with an "and" inside the name of a body as part of that name.

    "The Disaster Reduction and Management Council": where one name covers both sides of a
    coordination, its last word governs the rest, as in other names.
    """
    names = [
        (first, end) for kind, first, end in runs([t.ent for t in sentence.tokens]) if kind == BODY
    ]
    for first, end in names:
        words = sentence.tokens[first:end]
        last = words[-1]
        top = sentence.head(last)
        if last.rel == "conj" and top is not None and top in words and top.rel != "conj":
            sentence = _governed(sentence, top, last)
    return sentence


def _governed(sentence: Sentence, first: Token, last: Token) -> Sentence:
    new = {last.i: (first.head, first.deprel), first.i: (last.i, "compound")}
    marks = sentence.children(last, "cc")
    new |= {
        t.i: (last.i, "compound") for t in (*sentence.children(first, "conj"), *marks) if t != last
    }
    outer = (t for t in sentence.children(first) if t.i not in new)
    new |= {t.i: (last.i, t.deprel) for t in outer if t.rel not in ("compound", "amod")}
    return rehung(sentence, new)


def _with_participles(sentence: Sentence) -> Sentence:
    """Return the sentence with a past tense that hangs bare on a noun before it as a participle.

    "Ten cases reported in Goma": a clause in the past tense has a subject of its own or a relative
    pronoun, so what is tagged so without either is what was done to the noun.
    """
    behind = (t for t in sentence.tokens if t.deprel == "acl" and 0 <= t.head < t.i)
    bare = (t for t in behind if t.xpos == "VBD" and not _has_parts(sentence, t))
    return rewritten(sentence, {t.i: t._replace(xpos="VBN") for t in bare})


def _has_parts(sentence: Sentence, verb: Token) -> bool:
    return bool(sentence.children(verb, "nsubj", "obj", "ccomp", "aux", "mark"))


def _rooted(sentence: Sentence, noun: Token, verb: Token) -> Sentence:
    new = {noun.i: (verb.i, "nsubj"), verb.i: (ROOT, "root")}
    new |= {t.i: (verb.i, t.deprel) for t in sentence.children(noun, "punct") if t.i > verb.i}
    return rehung(sentence, new)


def _with_subject(sentence: Sentence) -> Sentence:
    """Return the sentence with its first noun as the subject of the clause behind it.

    "Clashes on Friday killed ten, officials said": no verb has two subjects, so the one before the
    clause of what is said is the clause's own, and its bare participle an active verb.
    """
    root = sentence.root
    subjects = sentence.children(root, "nsubj")
    said = sentence.child(root, "ccomp")
    if len(subjects) < 2 or said is None or sentence.child(said, "aux", "mark"):
        return sentence
    first, behind = subjects[0], sentence.child(said, "nsubj:pass")
    own = sentence.children(said, "nsubj")
    free = own == ([behind] if behind is not None and behind.i > said.i else [])
    if not free or not first.i < said.i < subjects[1].i:
        return sentence
    new = {first.i: first._replace(head=said.i)}
    new |= {t.i: t._replace(deprel="obj") for t in sentence.children(said, "nsubj:pass")}
    new[said.i] = said._replace(xpos="VBD" if said.xpos == "VBN" else said.xpos)
    return rewritten(sentence, new)


def _with_object(sentence: Sentence) -> Sentence:
    """Return the sentence with a second subject, which stands behind its verb, as the object.

    "Egypt accused Ethiopia of …": who stands before the verb does it to whom stands behind it.
    """
    new = {}
    for verb in sentence.tokens:
        subjects = sentence.children(verb, "nsubj")
        if verb.upos != "VERB" or len(subjects) < 2 or sentence.child(verb, "obj") is not None:
            continue
        first, second = subjects[0], subjects[1]
        if first.i < verb.i < second.i and sentence.child(verb, "aux:pass") is None:
            new[second.i] = second._replace(deprel="obj")
    return rewritten(sentence, new)


def _gerund_subjects(sentence: Sentence) -> set[int]:
    """Return the gerunds that are the subject of the finite verb right behind their clause.

    "Fighting between the two armies since April has forced …": no comma, and no other subject.
    """
    found = set()
    for word in sentence.tokens:
        if word.deprel != "advcl" or word.xpos != GERUND or word.head < word.i:
            continue
        verb, clause = sentence.tokens[word.head], sentence.subtree(word)
        free = not sentence.children(verb, "nsubj", "csubj", "expl")
        bare = not sentence.children(word, "mark", "case", "nsubj")
        before = sentence.tokens[: verb.i]
        close = all(t.head == verb.i and t.rel in AUXILIARY for t in before[clause[-1].i + 1 :])
        if free and bare and close and verb.xpos in FINITE | HELPED:
            found.add(word.i)
    return found


def _on_states(sentence: Sentence) -> list[tuple[int, int]]:
    """What stands behind a state is its circumstance: "have been confirmed dead in Odesa"."""
    states = [t for t in sentence.tokens if t.rel == "xcomp" and t.xpos in STATES and t.head >= 0]
    told = ((t, sentence.tokens[t.head]) for t in states)
    passive = ((t, verb) for t, verb in told if sentence.child(verb, "aux:pass") is not None)
    return [
        (below.i, state.i)
        for state, verb in passive
        for below in sentence.children(verb, "obl")
        if below.i > state.i > verb.i
    ]


def _on_helpers(sentence: Sentence) -> list[tuple[int, int]]:
    """What hangs on a helping verb hangs on the verb that it helps: "the North may, …, launch"."""
    helpers = [t for t in sentence.tokens if t.rel == "aux" and t.head >= 0]
    below = ((word, helper) for helper in helpers for word in sentence.children(helper, *OF_VERBS))
    return [(word.i, helper.head) for word, helper in below]
