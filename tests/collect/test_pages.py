import pytest
from collect.making import BODY, NOW, TEXT, a_page, gathered, problems_of, the_report


def saved(tmp_path, html, name="a.html"):
    path = tmp_path / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return path


HEAD = (
    '<meta property="og:site_name" content="Example News">'
    '<meta property="article:published_time" content="2024-12-23T10:00:00+09:00">'
    '<meta name="author" content="Jane Smith">'
    '<link rel="canonical" href="https://example.org/1">'
)


def test_a_page_gives_its_text_title_time_site_and_author(tmp_path):
    report = the_report(saved(tmp_path, a_page(head=HEAD)))
    assert report.text == TEXT
    assert report.title == "Troops leave for Russia"
    assert report.published.isoformat() == "2024-12-23T10:00:00+09:00"
    assert (report.published_from, report.publisher) == ("metadata", "Example News")
    assert (report.byline, report.url, report.language) == (
        "Jane Smith",
        "https://example.org/1",
        "en",
    )


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-12-23T01:00:00Z"}</script>',
        '<meta itemprop="datePublished" content="2024-12-23T01:00:00Z">',
        '<meta name="article:published_time" content="2024-12-23T01:00:00Z">',
    ],
)
def test_the_time_is_read_from_any_of_the_usual_places(tmp_path, head):
    report = the_report(saved(tmp_path, a_page(head=head)))
    assert report.published.isoformat() == "2024-12-23T01:00:00+00:00"


def test_a_day_in_other_metadata_is_found(tmp_path):
    report = the_report(saved(tmp_path, a_page(head='<meta name="dc.date" content="2024-12-23">')))
    assert report.published.isoformat() == "2024-12-23T00:00:00+00:00"


def test_no_date_is_made_up(tmp_path):
    assert the_report(saved(tmp_path, a_page(after="<p>© 2021 Example</p>"))).published is None


def test_site_words_are_not_report_text(tmp_path):
    before = "<p>Troops leave for Russia</p><p>Advertisement</p>"
    after = "<figure><figcaption>Troops on Monday. (AP Photo/Jane Smith)</figcaption></figure><p>Read also: More</p><p>Sign up for our newsletter</p><div class='comments'><p>First!</p></div>"
    assert the_report(saved(tmp_path, a_page(before=before, after=after))).text == TEXT


def test_scripts_and_styles_are_not_report_text(tmp_path):
    before = "<script>document.write('<p>owned</p>')</script><style>p{}</style><p onclick='alert(1)'>Seoul.</p><img src=x onerror=alert(1)>"
    text = the_report(saved(tmp_path, a_page(before=before))).text
    assert "owned" not in text
    assert "alert" not in text
    assert "<" not in text


@pytest.mark.parametrize("charset", ["windows-1251", "utf-8", "koi8-r"])
def test_the_declared_character_set_is_used(tmp_path, charset):
    words = "Северная Корея отправила войска в Россию, сообщило министерство обороны в понедельник."
    html = a_page(body=(words, words + " Это всё.")).replace(
        'charset="utf-8"', f'charset="{charset}"'
    )
    assert words in the_report(saved(tmp_path, html.encode(charset))).text


def test_an_xml_declaration_counts_as_one(tmp_path):
    words = "Le ministère a confirmé l'arrivée des troupes à l'aéroport de la région."
    html = '<?xml version="1.0" encoding="iso-8859-1"?>' + a_page(body=(words,) * 3).replace(
        '<meta charset="utf-8">', ""
    )
    assert "arrivée" in the_report(saved(tmp_path, html.encode("latin-1"))).text


BOMBS = {
    "deep": "<html><body>" + "<div>" * 100_000 + f"<p>{TEXT}</p>" + "</div>" * 100_000,
    "unclosed": "<html><body>" + "<b>" * 100_000 + TEXT,
    "many": "<html><body>" + "<p>x</p>" * 70_000 + f"<p>{TEXT}</p>",
    "attribute": f"<html><body><p title='{'a' * 10_000_000}'>{TEXT}</p>",
    "attributes": "<html><body><p " + " ".join(f"a{n}=b" for n in range(100_000)) + f">{TEXT}</p>",
    "comments": "<html><body>" + "<!-- x " * 100_000 + f"--><p>{TEXT}</p>",
    "brackets": "<html><body>" + "<" * 200_000 + f"<p>{TEXT}</p>",
    "entities": "<html><body><p>" + "&amp;&#x41;&lol;" * 100_000 + f"</p><p>{TEXT}</p>",
    "doctype": "<!DOCTYPE html ["
    + "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    + f"]><html><body><p>&a39;</p><p>{TEXT}</p>",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_page_can_bring_it_down(tmp_path, bomb):
    found = gathered(saved(tmp_path, BOMBS[bomb]))
    assert len(found) == 1
    assert "ministry" in found[0].report.text


def test_an_odd_page_is_said_to_be_odd(tmp_path):
    assert "100,0" in problems_of(gathered(saved(tmp_path, BOMBS["deep"])))[0]


def test_a_page_drawn_by_a_script_has_no_text(tmp_path):
    found = gathered(
        saved(tmp_path, "<html><body><div id=app></div><script>draw()</script></body></html>")
    )
    assert found[0].report is None
    assert "no text" in found[0].problems[0]


def test_a_page_that_is_too_large_is_said(tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.collect.pages._LARGEST", 100)
    assert "30 MB" in problems_of(gathered(saved(tmp_path, a_page())))[0]


def test_a_short_page_is_read_too(tmp_path):
    report = the_report(
        saved(
            tmp_path,
            f"<html><head><title>Short &amp; plain</title></head><body>{BODY[0]}</body></html>",
        )
    )
    assert report.text == BODY[0]
    assert report.title == "Short & plain"


def test_the_page_of_the_future_gives_no_date(tmp_path):
    head = '<meta property="article:published_time" content="2100-01-01">'
    found = gathered(saved(tmp_path, a_page(head=head)))
    assert found[0].report.published is None
    assert "future" in found[0].problems[0]
    assert NOW.year < 2100
