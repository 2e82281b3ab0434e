from collect.making import BODY, TEXT, gathered, the_report


def test_a_text_is_kept_as_it_stands(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(f"# not a mark, **really**\n{TEXT}\n")
    assert the_report(path).text == f"# not a mark, **really**\n{TEXT}"


def test_the_marks_of_markdown_go(tmp_path):
    path = tmp_path / "a.md"
    path.write_text(
        f"---\ntags: x\n---\n# Troops leave\n\n![a](b.png)\n**Seoul:** [{BODY[0]}](http://a.example)\n"
    )
    report = the_report(path)
    assert report.title == "Troops leave"
    assert report.text == f"Seoul: {BODY[0]}"


def test_a_guessed_encoding_is_told_beside_the_report(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(("Северная Корея отправила войска в Россию. " * 20).encode("cp1251"))
    found = gathered(path)
    assert found[0].report.language == "ru"
    assert "cp1251" in found[0].problems[0]


def test_right_to_left_and_wide_scripts_are_kept(tmp_path):
    for words in (
        "أعلنت وزارة الدفاع أن كوريا الشمالية أرسلت قوات",
        "朝鲜向俄罗斯派遣了军队，国防部周一表示。",
    ):
        (tmp_path / "a.txt").write_text(words, encoding="utf-8")
        report = the_report(tmp_path / "a.txt")
        assert report.text == words
        assert report.language in {"ar", "zh"}
