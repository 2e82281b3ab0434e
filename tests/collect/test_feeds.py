import pytest
from collect.making import (
    TEXT,
    a_feed,
    a_page,
    a_server,
    an_item,
    an_opml,
    gathered,
    problems_of,
    reply,
    the_report,
)


def saved(tmp_path, text, name="feed.xml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_feed_in_a_file_is_read_as_it_is(tmp_path):
    item = an_item(
        1,
        link="http://127.0.0.1:9/never-asked",
        text=f"<p>{TEXT}</p>",
        extra="<dc:creator>Jane Smith</dc:creator>",
    )
    report = the_report(saved(tmp_path, a_feed(item)))
    assert report.text.split() == TEXT.split()
    assert (report.title, report.publisher, report.byline) == (
        "Item 1 about troops",
        "Example News",
        "Jane Smith",
    )
    assert report.published.isoformat() == "2024-12-23T10:00:00+09:00"
    assert (report.url, report.file) == ("http://127.0.0.1:9/never-asked", "feed.xml")


def test_atom_is_read_too(tmp_path):
    atom = f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>Troops</title><updated>2024-12-23T01:00:00Z</updated><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>'
    report = the_report(saved(tmp_path, atom))
    assert report.published.isoformat() == "2024-12-23T01:00:00+00:00"
    assert report.publisher == "Example"


@pytest.mark.parametrize("date", ["", "December 2024", "2024", "some day"])
def test_no_date_is_made_up_for_an_item(tmp_path, date):
    assert the_report(saved(tmp_path, a_feed(an_item(text=TEXT, date=date)))).published is None


def test_a_feed_that_is_broken_xml_loses_no_items(tmp_path):
    items = [an_item(number, text=TEXT + str(number)) for number in range(10)]
    items[2] = items[2].replace("</description>", "</description><img src=x>& <b>")
    found = gathered(saved(tmp_path, a_feed(*items).replace("</channel></rss>", "")))
    assert len([item for item in found if item.report]) == 10


def test_items_that_no_parser_reads_are_said(tmp_path):
    feed = a_feed(an_item(1, text=TEXT)).replace(
        "</channel>", "<!-- <item> <item> <item> --></channel>"
    )
    found = gathered(saved(tmp_path, feed))
    assert len([item for item in found if item.report]) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<?xml version='1.0'?><nonsense/>", "not a feed"),
        ("<rss><channel><title>x</title></channel></rss>", "no items"),
        ("<?xml version='1.0'?><rss", "not a feed"),
        (
            '<!DOCTYPE r [<!ENTITY a "aaa">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            "entities",
        ),
    ],
)
def test_a_feed_that_is_none_is_said(tmp_path, text, words):
    found = gathered(saved(tmp_path, text))
    assert [item.report for item in found] == [None]
    assert words in found[0].problems[0]


def test_an_item_without_words_is_said_and_the_rest_goes_on(tmp_path):
    found = gathered(saved(tmp_path, a_feed("<item></item>", an_item(2, text=TEXT))))
    assert [item.report is not None for item in found] == [False, True]


def test_a_feed_leads_to_its_pages():
    with a_server({}) as (address, asked):
        answers = {
            "/feed": a_feed(
                an_item(1, link=f"{address}/1", text="A teaser."),
                an_item(2, link="/2"),
                an_item(3, link=f"{address}/1"),
            ),
            "/1": a_page(
                title="First report", head='<meta property="og:site_name" content="The Site">'
            ),
            "/2": a_page(title="Second report"),
        }
        with a_server(answers) as (second, asked):
            answers["/feed"] = answers["/feed"].replace(address, second)
            found = gathered(f"{second}/feed")
    assert [item.report.title for item in found] == ["First report", "Second report"]
    assert [item.report.publisher for item in found] == ["The Site", "Example News"]
    assert all(item.report.text == TEXT for item in found)
    assert found[0].report.published.isoformat() == "2024-12-23T10:00:00+09:00"
    assert [path for path, _ in asked] == ["/feed", "/1", "/2"]


def test_a_whole_item_needs_no_page():
    long = "".join(f"<p>{TEXT} {n}</p>" for n in range(5))
    answers = {}
    with a_server(answers) as (address, asked):
        answers["/feed"] = a_feed(an_item(1, link=f"{address}/1", text=long))
        assert gathered(f"{address}/feed")[0].report.url == f"{address}/1"
    assert [path for path, _ in asked] == ["/feed"]


def test_a_page_that_does_not_answer_leaves_the_feeds_own_words():
    answers = {"/empty": "<html><body></body></html>"}
    with a_server(answers) as (address, _):
        answers["/feed"] = a_feed(
            an_item(1, link=f"{address}/gone", text=TEXT),
            an_item(2, link=f"{address}/empty", text=TEXT + "2"),
            an_item(3, link=f"{address}/gone2"),
        )
        found = gathered(f"{address}/feed")
    assert "404" in found[0].problems[0]
    assert found[0].report.text.split() == TEXT.split()
    assert "no more" in found[1].problems[0]
    assert found[2].report.text == "Item 3 about troops"


def test_a_list_of_feeds_leads_to_all_of_them():
    answers = {}
    with a_server(answers) as (address, _):
        answers["/a"] = a_feed(an_item(1, text=TEXT), title="A")
        answers["/b"] = a_feed(an_item(2, text=TEXT), title="B")
        answers["/list"] = an_opml(
            f"{address}/a", f"{address}/gone", f"{address}/b", f"{address}/a", "ftp://a.example/x"
        )
        found = gathered(f"{address}/list")
    assert [item.report.publisher for item in found if item.report] == ["A", "B"]
    assert any("404" in problem for problem in problems_of(found))
    assert any("no web address" in problem for problem in problems_of(found))


def test_a_list_in_a_file_leads_to_feeds_too(tmp_path):
    answers = {"/a": a_feed(an_item(1, text=TEXT))}
    with a_server(answers) as (address, _):
        assert (
            the_report(saved(tmp_path, an_opml(f"{address}/a"), "list.opml")).publisher
            == "Example News"
        )


def test_lists_that_name_each_other_come_to_an_end():
    answers = {}
    with a_server(answers) as (address, asked):
        for number in range(6):
            answers[f"/{number}"] = an_opml(f"{address}/{number + 1}", f"{address}/0")
        found = gathered(f"{address}/0")
    assert "too deeply" in problems_of(found)[-1]
    assert len(asked) == 4


def test_a_list_without_feeds_is_said(tmp_path):
    assert "names no feeds" in problems_of(gathered(saved(tmp_path, an_opml(), "list.opml")))[0]


def test_a_zipped_feed_is_read():
    import gzip

    answers = {
        "/feed": lambda handler: reply(
            handler, gzip.compress(a_feed(an_item(1, text=TEXT)).encode()), Content_Encoding="gzip"
        )
    }
    with a_server(answers) as (address, _):
        assert gathered(f"{address}/feed")[0].report.publisher == "Example News"


def test_a_parser_that_gives_up_is_no_end(tmp_path, monkeypatch):
    def give_up(*_):
        raise RecursionError

    monkeypatch.setattr("feedparser.parse", give_up)
    assert "not a feed" in problems_of(gathered(saved(tmp_path, a_feed(an_item(1, text=TEXT)))))[0]


def test_lost_items_are_counted(tmp_path):
    feed = a_feed(an_item(1, text=TEXT)).replace("</rss>", "") + "<!-- <item> --></rss>"
    found = gathered(saved(tmp_path, feed))
    assert "1 of 2 items" in found[0].problems[0]
    assert found[1].report is not None


def test_an_item_with_an_odd_link_is_read_from_the_feed(tmp_path):
    found = gathered(saved(tmp_path, a_feed(an_item(1, link="http://[broken", text=TEXT))))
    assert found[0].report.text.split() == TEXT.split()
