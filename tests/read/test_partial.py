"""A language with rules and no model: its times and figures are read, the rest is said.

The sentences are not those of the rules: they were written to try them.
"""

from datetime import UTC, datetime

import pytest

from tocsin.grade.check_reader import check_reader
from tocsin.read import partial
from tocsin.records import Report
from tocsin.run.rule_readers import reader_by_rules

SPANISH = reader_by_rules("es")
MONDAY = datetime(2024, 12, 23, tzinfo=UTC)
ONLY = "only times and figures are read in the language 'es': no claims"


def reading(text, published=MONDAY):
    return SPANISH.read(Report(text=text, published=published, language="es"))


def times(text):
    return [(time.text, time.value) for time in reading(text).layers.times]


def days(text):
    (time,) = reading(text).layers.times
    return f"{time.start or ''}/{time.end or ''}"


def figures(text):
    return [(f.text, f.low, f.high, f.unit) for f in reading(text).layers.quantities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("El sismo fue a las 6.23 (1123 GMT).", ["2024-12-23T06:23", "2024-12-23T11:23Z"]),
        ("Otro sismo se sintió hacia las 08:30 locales.", ["2024-12-23T08:30"]),
        ("La reunión fue el jueves 5 de diciembre.", ["2024-12-05"]),
        ("Actualizado: domingo, 9 noviembre 2008", ["2008-11-09"]),
        ("Ingresó el 3 de abril del pasado año.", ["2023-04-03"]),
        ("La serie empezó a finales del pasado enero.", ["2024-01"]),
        ("Murieron este domingo y en la madrugada del sábado.", ["2024-12-22", "2024-12-21TMO"]),
        ("El plan regirá en el segundo trimestre de 2025.", ["2025-Q2"]),
        ("Volvió a mediados de los años noventa.", ["199"]),
        ("En el siglo XIX fue un puerto.", ["18"]),
        ("Lo dijo anoche y lo repitió hoy.", ["2024-12-22TNI", "2024-12-23"]),
        ("Se reunirán pasado mañana o la semana que viene.", ["2024-12-25", "2025-W01"]),
        ("Se fue hace ya dos años.", ["2022"]),
        ("Volverá dentro de diez días.", ["2025-01-02"]),
        ("Cayó en 1950 y renació veinte años después.", ["1950", "1970"]),
        ("La tregua duró tres semanas y media hora.", ["P3W", "PT30M"]),
        ("Entrenan todos los días y rezan los viernes.", ["P1D", "XXXX-WXX-5"]),
        ("Lo sabremos pronto, pero recientemente callaron.", ["PAST_REF"]),
        ("El 31 de febrero no existe.", []),
        ("Murieron dos días después del pacto, además de 74 más.", ["P2D"]),
        (
            "Empezó hace poco más de un mes, este viernes por la noche.",
            ["2024-11", "2024-12-20TNI"],
        ),
        ("Santo Domingo recibió a Julio Pérez.", []),
        ("La resolución 2.270 habla de 3 de ellos.", []),
    ],
)
def test_the_times_of_spanish_have_their_values(text, found):
    assert [value for _, value in times(text)] == found


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("Los lanzan desde finales de mayo.", "2024-05-21/2024-12-23"),
        ("Podría probar uno antes de fin de año.", "2024-12-23/2024-12-31"),
        ("Rige hasta el 15 de marzo de 2025.", "2024-12-23/2025-03-15"),
        ("Rige a partir de 2026.", "2026-01-01/"),
        ("Subió en los últimos seis meses.", "2024-06-23/2024-12-23"),
        ("Caerán más en los próximos días.", "2024-12-23/"),
        ("En lo que va de diciembre van 100.", "2024-12-01/2024-12-23"),
        ("Cayó a varios cientos el fin de semana.", "2024-12-21/2024-12-22"),
    ],
)
def test_the_times_of_spanish_have_their_days(text, interval):
    assert days(text) == interval


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Murieron al menos 1.100 soldados.", [("al menos 1.100", 1100, None, None)]),
        ("Llegaron más de 12,000 migrantes.", [("más de 12,000", 12000, None, None)]),
        ("Hubo 1.234.567,5 y 0,125.", [("1.234.567,5", 1234567.5, 1234567.5, None), ("0,125", 0.125, 0.125, None)]),
        ("Costó 20.000 millones de dólares.", [("20.000 millones de dólares", 2e10, 2e10, "USD")]),
        ("Costó mil millones de euros.", [("mil millones de euros", 1e9, 1e9, "EUR")]),
        ("Un millón y medio huyó.", [("Un millón y medio", 1500000, 1500000, None)]),
        ("Son dos mil trescientas cuarenta y una.", [("dos mil trescientas cuarenta y una", 2341, 2341, None)]),
        ("Treinta y cinco murieron.", [("Treinta y cinco", 35, 35, None)]),
        ("Entre dos y tres mil huyeron.", [("Entre dos y tres mil", 2000, 3000, None)]),
        ("Cerca del pueblo, unas 300 casas ardieron.", [("unas 300", 300, 300, None)]),
        ("Decenas de miles huyeron.", [("Decenas de miles", 20000, 99999, None)]),
        ("Subió un 2,5 % y cayó de 10.000 a 500.", [("2,5 %", 2.5, 2.5, "percent"), ("10.000", 10000, 10000, None), ("500", 500, 500, None)]),
        ("Lanzó cohetes de 240 mm.", [("240 mm", 240, 240, "millimetre")]),
        ("Se fue una cuarta parte de ellos.", [("una cuarta parte", 25, 25, "percent")]),
        ("El F-16 y el 40 por ciento.", [("40 por ciento", 40, 40, "percent")]),
        ("Hubo muertos (entre 400 y 500) en el Frente 37.", [("entre 400 y 500", 400, 500, None)]),
        ("Tomó hasta el 58% del país.", [("hasta el 58%", None, 58, "percent")]),
        ("Una mujer murió en 2019.", []),
    ],
)  # fmt: skip
def test_the_figures_of_spanish_have_their_bounds_and_units(text, found):
    assert figures(text) == found


def test_what_is_not_read_is_said_and_nothing_is_made_up():
    found = reading("El ejército dijo el lunes que murieron 12 soldados en Gao.")
    assert found.problems == (ONLY,)
    assert (found.claims, found.layers.places, found.layers.entities) == ((), (), ())
    assert [quantity.of for quantity in found.layers.quantities] == [None]
    assert found.reader.startswith("es-words+rules.")


def test_sentences_are_cut_by_the_rules_of_the_language():
    text = "El gral. Pérez llegó el 3 dic. 2023. Vio al Sr. López en EE.UU. El ejército calló."
    cut = [text[slice(*span)] for span in reading(text).sentences]
    assert cut == ["El gral. Pérez llegó el 3 dic. 2023.", "Vio al Sr. López en EE.UU.", "El ejército calló."]  # fmt: skip


@pytest.mark.parametrize(
    ("layer", "problems"),
    [
        ("times", ("no publication time is known: relative times are not resolved",)),
        ("quantities", ()),
        ("places", ("no places are read in the language 'es'",)),
    ],
)
def test_a_layer_alone_says_what_it_lacks(layer, problems):
    alone = SPANISH.layer(Report(text="El lunes murieron 12.", language="es"), layer)
    assert alone.problems == problems


def test_a_text_without_end_is_read_to_a_stated_character(monkeypatch):
    monkeypatch.setattr(partial, "MOST_CHARACTERS", 1_000)
    found = reading("Llovió el lunes. " * 100)
    assert found.sentences[-1][1] <= 1_000
    assert len(found.layers.times) == 58
    assert "read to character 1,000 of 1,700" in found.problems[0]


def test_the_reader_keeps_the_laws_of_reading():
    texts = ["El ejército dijo el lunes que al menos 12 soldados murieron en Gao."]
    assert check_reader(lambda: reader_by_rules("es"), texts=texts)
