import pytest

from tocsin.collect.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("North Korea has sent troops to Russia, and more will follow, the ministry said.", "en"),
        ("Zelenskyy says North Korea could send more troops, military equipment to Russia", "en"),
        (
            "Nordkorea hat nach Angaben des Ministeriums weitere Soldaten nach Russland geschickt.",
            "de",
        ),
        ("Північна Корея відправила війська до Росії, повідомило міністерство.", "uk"),
        ("북한이 러시아에 군대를 파병했다고 국방부가 밝혔다.", "ko"),
        ("北朝鮮はロシアに兵士を派遣したと防衛省が発表した。", "ja"),
        ("أعلنت وزارة الدفاع أن كوريا الشمالية أرسلت قوات إلى روسيا يوم الاثنين", "ar"),
    ],
)
def test_the_language_is_named(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", "Hi", "12,000", "!!! ???", "asdf qwer zxcv", "https://a.example/b"]
)
def test_an_unsure_language_stays_unknown(text):
    assert language_of(text) is None


def test_a_declared_language_counts_where_the_text_is_too_short():
    assert language_of("Kursk", "de-CH") == "de"
    assert language_of("Kursk", "nonsense!") is None
    assert language_of("North Korea has sent troops to the front, they said.", "de") == "en"


def test_the_middle_of_a_long_text_is_looked_at_too():
    menu = "Menü Startseite Suche " * 200
    report = "The ministry said that the troops were on their way to the front. " * 300
    assert language_of(menu + report + menu) == "en"
