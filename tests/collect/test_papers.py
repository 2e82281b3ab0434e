from collect.making import NOW, a_pdf, gathered, problems_of, the_report

LINES = (
    "Troops leave for Russia",
    "North Korea has sent about 3,000 troops to Russia, the ministry said on Mon-",
    "day. The troops travelled by ship from the port of Wonsan to Vladivostok, it",
    "said.",
    "More are expected to follow before the end of the year, the spokesman told a",
    "briefing in Seoul on the same day.",
)


def saved(tmp_path, data):
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return path


def test_the_text_layer_is_read_and_a_printed_title_is_the_title(tmp_path):
    report = the_report(
        saved(tmp_path, a_pdf(LINES, title="Troops leave for Russia", made="20241223101112Z"))
    )
    assert report.title == "Troops leave for Russia"
    assert report.text.startswith("North Korea has sent about 3,000 troops")
    assert report.text.endswith("on the same day.")
    assert report.language == "en"


def test_a_short_last_line_ends_a_paragraph(tmp_path):
    assert "said.\n\nMore are expected" in the_report(saved(tmp_path, a_pdf(LINES))).text


def test_the_day_the_file_was_made_counts_only_as_a_last_resort(tmp_path):
    made = the_report(saved(tmp_path, a_pdf(LINES, made="20241224101112Z")))
    assert made.published.isoformat() == "2024-12-24T00:00:00+00:00"
    assert made.published_from == "metadata"
    dated = the_report(
        saved(tmp_path, a_pdf((LINES[0], "December 23, 2024", *LINES[1:]), made="20241224101112Z"))
    )
    assert dated.published.isoformat() == "2024-12-23T00:00:00+00:00"
    assert dated.published_from == "text"


def test_a_title_that_the_paper_does_not_print_is_a_file_name(tmp_path):
    report = the_report(saved(tmp_path, a_pdf(LINES[1:], title="Microsoft Word - draft3")))
    assert report.title is None


def test_running_heads_and_page_numbers_go(tmp_path):
    pages = [
        (
            "Example Institute",
            f"Sentence number {word} of the report stands here and it ends so.",
            f"Page {n} of 4",
        )
        for n, word in enumerate(("one", "two", "three", "four"), 1)
    ]
    text = the_report(saved(tmp_path, a_pdf(*pages))).text
    assert "Example Institute" not in text
    assert "Page" not in text
    assert text.count("Sentence number") == 4


def test_a_paper_without_a_text_layer_asks_for_ocr(tmp_path):
    found = gathered(saved(tmp_path, a_pdf((), ())))
    assert found[0].report is None
    assert "run OCR first" in found[0].problems[0]


def test_a_paper_with_a_password_is_said(tmp_path):
    assert "password" in problems_of(gathered(saved(tmp_path, a_pdf(LINES, encrypted=True))))[0]


def test_a_broken_paper_is_said(tmp_path):
    assert "damaged" in problems_of(gathered(saved(tmp_path, b"%PDF-1.4\nnonsense")))[0]


def test_a_broken_page_costs_only_itself(tmp_path):
    data = a_pdf(LINES, ("Second page stands here.",)).replace(
        b"/Kids [5 0 R 7 0 R]", b"/Kids [5 0 R 99 0 R]"
    )
    found = gathered(saved(tmp_path, data))
    assert "North Korea" in found[0].report.text
    assert "page 2 is damaged" in found[0].problems[0]


def test_a_paper_of_too_many_pages_is_read_up_to_a_point(tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.collect.papers._MOST_PAGES", 1)
    found = gathered(saved(tmp_path, a_pdf(LINES, ("Second page.",))))
    assert "only the first 1" in found[0].problems[0]
    assert "Second page" not in found[0].report.text
    assert NOW.tzinfo is not None
