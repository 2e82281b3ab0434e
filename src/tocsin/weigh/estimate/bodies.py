"""Bodies under the names that reports give them: one ministry of one land, one voice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.weigh.estimate.phrases import parted
from tocsin.weigh.estimate.rules import lexicon

# Of a name with fewer words another is no longer form.
_ENOUGH = 2
Body = tuple[str, frozenset[str]]


def body(name: str, land: str | None = None, language: str = "en") -> Body | None:
    """Return the land of a body and the words that tell which it is, None where no land is known.

    `land` is that of the reports that cite it, where the name has none itself.

    >>> body("The defence ministry in Kabul") == body("Kabul's Ministry of Defence")
    True
    """
    rules = lexicon(language)
    text = parted(name)
    states = [*rules.states.find(text), *rules.seats.find(text)]
    code = next((state.code for _, _, state in states), land)
    named = {number for start, end, _ in states for number in range(start, end)}
    idle = rules.plain | {*rules.rules.scope.in_, *rules.rules.scope.whose}
    told = (word.text for number, word in enumerate(text) if number not in named)
    words = frozenset(word for word in told if len(word) > 1 and word not in idle)
    return (code, words) if code and words else None


def one_body(names: Mapping[str, str | None]) -> Mapping[str, str]:
    """Return for each name of a body the longest that can only be the same body's.

    `names` has the land that a body is of where its name does not say it. "The disaster institute"
    is the National Disaster Institute if no other of that land has such a name.
    """
    found = {name: one for name, land in names.items() if (one := body(name, land))}
    called: dict[Body, list[str]] = defaultdict(list)
    for name, one in found.items():
        called[one].append(name)
    full = {one: longest(one, called) for one in called}
    return {name: min(called[full[one]]) for name, one in found.items()}


def longest(one: Body, bodies: Iterable[Body]) -> Body:
    """Return the one of `bodies` whose name is a longer form of another's, else that itself."""
    land, words = one
    if len(words) < _ENOUGH:
        return one
    longer = [other for other in bodies if other[0] == land and words < other[1]]
    last = [other for other in longer if not any(other[1] < more[1] for more in longer)]
    return last[0] if len(last) == 1 else one
