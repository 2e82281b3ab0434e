"""A folder of rules makes a reader: the engine knows the words of no language."""

import pytest

import tocsin
from tocsin.records import Report
from tocsin.run import plugins
from tocsin.run.rule_readers import reader_by_rules, rule_languages

# A little of Esperanto, written for this test: nothing in the package knows a word of it.
WORDS = """
[[starter]]
kind = "words that begin a sentence"
words = ["la"]
example = ["La armeo venis."]
counter = ["Venis la armeo."]
"""
TIMES = """
[marks]
group = "."
decimal = ","

[words.MONTH]
majo = 5
decembro = 12

[words.TURNED]
"hieraŭ" = -1
"morgaŭ" = 1

[words.UNITS]
tagoj = "day"
semajnoj = "week"

[shapes.day]
regex = '[1-9]|[12][0-9]|3[01]'
classes = ["DAY", "NUM"]

[shapes.year]
regex = '(?:19|20)[0-9]{2}'
classes = ["YEAR"]

[rules.full_date]
pattern = "la DAY an? de MONTH YEAR?"
example = ["Ĝi okazis la 3 de majo 2024."]
counter = ["Ĝi okazis."]

[rules.turned]
pattern = "TURNED:turn"
fields = { unit = "day", from = "now" }
example = ["Ĝi okazis hieraŭ."]
counter = ["Ĝi okazis."]

[rules.length]
pattern = "NUM:number UNITS:unit"
op = "duration"
example = ["Ĝi daŭris 3 tagojn."]
counter = ["Ĝi daŭris."]

[frames.until]
pattern = "ĝis"
mode = "deadline"
example = ["Ĝi daŭros ĝis morgaŭ."]
counter = ["Ĝi okazis."]
"""
QUANTITIES = """
joint = []
vague = [{ text = ["kelkaj"], low = 3, high = 9, example = ["kelkaj"], counter = ["unu"] }]
share = []
designator = []

[numbers]
example = ["dek du"]
counter = ["la"]
group = ["."]
decimal = [","]
word = { du = 2, tri = 3, dek = 10 }
scale = { mil = 1000 }
suffix = {}
doubtful = []
lead = {}
plus = {}
and_after = []
bare = ["mil"]
shy = []
shy_followers = []
minus = ["-"]
joined = []

[[bound]]
kind = "at_least"
before = ["almenaŭ"]
example = ["almenaŭ 3"]
counter = ["3"]

[filler]
before = ["la"]
example = ["almenaŭ la 3"]
counter = ["3"]

[change]
verb = ["falis"]
example = ["falis"]
counter = ["venis"]

[counted]
example = ["la nombro"]
counter = ["la"]
number_noun = []
partitive = ["da"]
number_verb = []
weak = []
"""
UNITS = """
[[family]]
name = "length"
example = ["3 kilometroj"]
counter = ["3 domoj"]
word.kilometre = ["kilometroj"]

[rate]
link = [" por "]
example = ["3 kilometroj por tago"]
counter = ["3 kilometroj"]

[age]
tail = ["-jara"]
example = ["3-jara"]
counter = ["3"]
"""


@pytest.fixture
def esperanto(tmp_path, monkeypatch):
    folder = tmp_path / "eo"
    (folder / "times").mkdir(parents=True)
    (tmp_path / "world").mkdir()
    (folder / "words.toml").write_text(WORDS)
    (folder / "times" / "all.toml").write_text(TIMES)
    (folder / "quantities.toml").write_text(QUANTITIES)
    (folder / "quantities_units.toml").write_text(UNITS)
    monkeypatch.setattr("tocsin.rules.loader._folder", lambda: tmp_path)
    monkeypatch.setattr("tocsin.run.rule_readers.files", lambda _: tmp_path)
    reader_by_rules.cache_clear()
    yield
    reader_by_rules.cache_clear()


@pytest.mark.usefixtures("esperanto")
def test_a_folder_of_rules_alone_reads_a_language():
    assert rule_languages() == ("eo",)
    text = "La 3 de majo 2024 venis almenaŭ 1.200 homoj, hieraŭ kelkaj, poste dek du mil; ĝis morgaŭ 3 tagoj."
    report = Report(text=text, published=tocsin.run.front.moment("2024-12-23"), language="eo")
    found = plugins.reader_for("eo").read(report).layers
    assert [(time.text, time.value) for time in found.times] == [
        ("La 3 de majo 2024", "2024-05-03"),
        ("hieraŭ", "2024-12-22"),
        ("morgaŭ", "2024-12-24"),
        ("3 tagoj", "P3D"),
    ]
    assert [(f.text, f.low, f.bound) for f in found.quantities] == [
        ("almenaŭ 1.200", 1200, "at_least"),
        ("kelkaj", 3, "vague"),
        ("dek", 10, "exact"),
        ("du mil", 2000, "exact"),
        ("3", 3, "exact"),
    ]


@pytest.mark.usefixtures("esperanto")
def test_with_the_rules_of_another_language_nothing_of_english_is_read():
    text = "At least twelve hundred troops came on Monday, 23 December 2024, and several left last week."
    found = plugins.reader_for("eo").read(Report(text=text, language="eo")).layers
    assert found.times == ()
    assert [f.text for f in found.quantities] == ["23", "2024"]


def test_spanish_is_read_by_its_folder_and_english_by_its_model():
    assert plugins.reader_for("es").stamp.startswith("es-words")
    assert plugins.reader_for("en").stamp.startswith("en-")
    assert plugins.partly_read_languages() == ("es",)
    assert "es" not in plugins.reader_languages()


def test_spanish_comes_in_by_the_front_door():
    text = "El ejército dijo que al menos 1.100 soldados murieron desde finales de octubre."
    assert [t.value for t in tocsin.times(text, published="2024-12-23", language="es")] == [
        "2024-10"
    ]
    assert [f.low for f in tocsin.quantities(text, language="es")] == [1100]
    assert tocsin.places(text, language="es") == ()
