"""One person under several spellings."""

from tocsin.weigh.naming import fullest, surname


def test_spellings_of_one_surname_are_one():
    names = ("Zelensky", "Volodymyr Zelenskyy", "Zelenskiy", "President Zelenski")
    assert len({surname(name) for name in names}) == 1
    assert surname("Erdoğan") == surname("Recep Tayyip Erdogan")
    assert surname("Kim") != surname("Kirby")
    assert surname("") == ""


def test_a_surname_alone_is_the_only_person_of_that_name():
    found = fullest({"Zelensky", "Volodymyr Zelenskyy", "John Kirby"})
    assert found["Zelensky"] == "Volodymyr Zelenskyy"
    assert found["John Kirby"] == "John Kirby"


def test_two_persons_of_one_surname_stay_apart():
    assert "Kim" not in fullest({"Kim", "Kim Yo", "Andrew Kim", "Yong Kim"})
