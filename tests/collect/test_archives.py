import gzip

import pytest
from collect.making import TEXT, a_page, a_record, a_warc, gathered, problems_of

PAGES = [
    a_record(f"https://example.org/{n}", a_page(title=f"Report {n} on troops")) for n in range(5)
]


def saved(tmp_path, data, name="a.warc.gz"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def reports(found):
    return [item.report for item in found if item.report]


def test_every_page_of_an_archive_is_a_report(tmp_path):
    for name, data in (
        ("a.warc", a_warc(*PAGES)),
        ("a.warc.gz", a_warc(*PAGES, zipped=True)),
        ("one.gz", gzip.compress(a_warc(*PAGES), mtime=0)),
    ):
        found = gathered(saved(tmp_path, data, name))
        assert [r.url for r in reports(found)] == [f"https://example.org/{n}" for n in range(5)]
        assert all(
            r.text == TEXT and r.publisher == "example.org" and r.file == name
            for r in reports(found)
        )
        assert problems_of(found) == []


def test_what_was_read_before_a_cut_is_kept_and_the_cut_is_said(tmp_path):
    data = a_warc(*PAGES, zipped=True)
    found = gathered(saved(tmp_path, data[: len(data) * 7 // 10]))
    assert len(reports(found)) == 3
    assert "cut or damaged" in found[-1].problems[0]


def test_every_cut_is_survived_and_said(tmp_path):
    data = a_warc(*PAGES[:2], zipped=True)
    second = len(a_warc(PAGES[0], zipped=True))
    for end in range(60, len(data), 41):
        found = gathered(saved(tmp_path, data[:end]))
        assert (len(reports(found)) >= 1) == (end >= second - 12)
        assert problems_of(found) or end == second


def test_a_cut_of_an_unzipped_archive_is_said(tmp_path):
    found = gathered(saved(tmp_path, a_warc(*PAGES)[:-200], "a.warc"))
    assert len(reports(found)) == 4
    assert "cut or damaged" in problems_of(found)[0]


def test_junk_after_a_record_ends_the_reading_in_words(tmp_path):
    found = gathered(saved(tmp_path, a_warc(*PAGES[:2], zipped=True) + b"junk" * 50))
    assert len(reports(found)) == 2
    assert "cut or damaged" in problems_of(found)[0]


def test_what_is_no_report_is_counted(tmp_path):
    menu = "<html><body><a href='/'>Home</a></body></html>"
    others = (
        a_record("https://example.org/menu", menu),
        a_record("https://example.org/x.png", b"\x89PNG\r\n", mime="image/png"),
        a_record("https://example.org/y.js", "var a = 1", mime="text/javascript"),
        a_record("https://example.org/gone", a_page(), status="404 Not Found"),
    )
    found = gathered(saved(tmp_path, a_warc(*others, PAGES[0])))
    assert len(reports(found)) == 1
    assert "2 items that are no pages" in found[-1].problems[0]
    assert "1 answers without a page" in found[-1].problems[0]
    assert "1 pages with little text" in found[-1].problems[0]


def test_zipped_and_oddly_encoded_answers_are_read(tmp_path):
    zipped = a_record(
        "https://example.org/z",
        gzip.compress(a_page().encode(), mtime=0),
        headers="Content-Encoding: gzip\r\n",
    )
    words = "Северная Корея отправила войска в Россию, сообщило министерство обороны. " * 5
    cyrillic = a_record(
        "https://example.org/c",
        a_page(body=(words,)).replace("utf-8", "koi8-r").encode("koi8-r"),
        mime="text/html; charset=koi8-r",
    )
    found = reports(gathered(saved(tmp_path, a_warc(zipped, cyrillic))))
    assert [r.language for r in found] == ["en", "ru"]


def test_a_page_of_an_archive_that_is_too_large_is_counted(tmp_path, monkeypatch):
    monkeypatch.setattr("tocsin.collect.archives._LARGEST", 100)
    assert "larger than 30 MB" in problems_of(gathered(saved(tmp_path, a_warc(PAGES[0]))))[0]


def test_a_record_without_an_address_is_found_by_its_place(tmp_path):
    record = a_record("https://example.org/1", a_page()).replace(
        b"WARC-Target-URI: https://example.org/1\r\n", b""
    )
    found = gathered(saved(tmp_path, record, "a.warc"))
    assert found[0].report.url is None
    assert found[0].where.endswith("a.warc@0")
    plain = (
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: file:///a\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
        % len(a_page())
        + a_page().encode()
        + b"\r\n\r\n"
    )
    assert gathered(saved(tmp_path, plain, "a.warc"))[0].report.text == TEXT


def test_a_fault_inside_the_library_is_said(tmp_path, monkeypatch):
    class PanicException(BaseException):
        pass

    def fail(error):
        def iterate(*_, **__):
            raise error

        return iterate

    path = saved(tmp_path, a_warc(PAGES[0]), "a.warc")
    monkeypatch.setattr("fastwarc.warc.ArchiveIterator", fail(PanicException("unwrap")))
    assert "cut or damaged" in problems_of(gathered(path))[0]
    monkeypatch.setattr("fastwarc.warc.ArchiveIterator", fail(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        gathered(path)
