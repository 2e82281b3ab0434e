"""How a mend writes the words of a sentence anew: tokens changed, or hung elsewhere."""

from collections.abc import Mapping
from dataclasses import replace

from tocsin.read.syntax import Sentence, Token


def rewritten(sentence: Sentence, changed: Mapping[int, Token]) -> Sentence:
    """Return the sentence with the tokens of `changed`, by their place, in place of its own.

    The very same sentence comes back where nothing changes.
    """
    if not changed:
        return sentence
    return replace(sentence, tokens=tuple(changed.get(t.i, t) for t in sentence.tokens))


def rehung(sentence: Sentence, new: Mapping[int, tuple[int, str]]) -> Sentence:
    """Return the sentence with words hung anew: each place of `new` has its head and relation."""
    changed = {
        i: sentence.tokens[i]._replace(head=head, deprel=rel) for i, (head, rel) in new.items()
    }
    return rewritten(sentence, changed)
