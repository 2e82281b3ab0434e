import gzip

import pytest

from tocsin.collect.sniff import kind_of, refusal


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"", "a.txt", "empty"),
        (b"\xef\xbb\xbf \n", "a.txt", "empty"),
        (b"WARC/1.0\r\n", "a.txt", "warc"),
        (gzip.compress(b"x", mtime=0), "a.txt", "gzip"),
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"junk before\n%PDF-1.7\n", "", "pdf"),
        (b"<?xml version='1.0'?><rss version='2.0'>", "a.txt", "feed"),
        (b"<!-- <html> --><feed xmlns='http://www.w3.org/2005/Atom'>", "", "feed"),
        (b"<rdf:RDF xmlns:rdf='x'>", "", "feed"),
        (b"<?xml version='1.0'?><opml version='2.0'>", "", "opml"),
        (b"<!DOCTYPE html><html>", "a.txt", "html"),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html>", "", "html"),
        (b"<p>Words</p>", "", "html"),
        (b"<?xml version='1.0'?><broken", "", "feed"),
        (b"<3 is a heart", "a.txt", "text"),
        (b'{"text": "a"}', "a.txt", "json"),
        (b'{\n "text": "a"}', "", "json"),
        (b'[{"text": "a"}]', "", "json"),
        (b'{"text": "a"}\n{"text": "b"}\n', "a.json", "jsonl"),
        (b'{"text": "a"}\n', "a.jsonl", "jsonl"),
        (b"broken\n", "a.ndjson", "jsonl"),
        (b'{"a\n{"b', "", "json"),
        (b"[Updated] Troops leave", "a.txt", "text"),
        (b"{broken", "a.json", "json"),
        (b"{curly} words", "a.txt", "text"),
        (b"Words", "a.htm", "html"),
        (b"Words", "a.pdf", "text"),
        (b"oops", "a.json", "json"),
        ("서울".encode("utf-16"), "a.txt", "text"),
        ('{"text": "서울"}\n{"text": "서울"}'.encode("utf-16"), "a.txt", "json"),
        ("<html><p>서울".encode("utf-16"), "a.txt", "html"),
    ],
)
def test_content_tells_the_kind_and_the_name_only_where_it_is_silent(head, name, kind):
    assert kind_of(head, name) == kind


def test_the_declared_type_counts_only_where_content_is_silent():
    assert kind_of(b"Words <b>here</b>", "", "text/html") == "html"
    assert kind_of(b"%PDF-1.4", "", "text/html") == "pdf"


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"PK\x03\x04docx", "docx"),
        (b"\x7fELF\x02", "program"),
        (b"\x89PNG\r\n", "OCR"),
        (b"{\\rtf1", "RTF"),
        (b"\xd0\xcf\x11\xe0", "Word"),
        (bytes(range(256)) * 8, "binary"),
        (b"Te\x00xt" * 20, "binary"),
    ],
)
def test_what_holds_no_report_is_named(head, words):
    assert kind_of(head) == "refused"
    assert words in refusal(head)


def test_one_stray_nul_does_not_make_a_text_binary():
    assert kind_of(b"Troops have left for Russia, the ministry said.\x00\n") == "text"
    assert refusal(b"Troops have left") is None
