import sqlite3
import time

import pytest
from collect.making import TEXT, a_page, a_pdf, a_server, gathered, problems_of, reply

from tocsin.collect.fetch import Fetcher, Patience
from tocsin.errors import SourceError


def moved(path):
    def answer(handler):
        handler.send_response(302)
        handler.send_header("Location", path)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def endless(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        while True:
            handler.wfile.write(b"x" * 65536)
    except OSError:
        pass


def dripping(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    try:
        for _ in range(200):
            handler.wfile.write(b"x" * 70000)
            time.sleep(0.02)
    except OSError:
        pass


def test_a_page_is_read_from_its_address():
    with a_server({"/1": a_page()}) as (address, asked):
        report = gathered(f"{address}/1")[0].report
    assert (report.text, report.url, report.file, report.publisher) == (
        TEXT,
        f"{address}/1",
        None,
        "127.0.0.1",
    )
    assert "tocsin/" in asked[0][1]["User-Agent"]


def test_redirects_are_followed_to_where_the_page_is():
    with a_server({"/old": moved("/new"), "/new": a_page()}) as (address, _):
        assert gathered(f"{address}/old")[0].report.url == f"{address}/new"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (None, "404"),
        (lambda handler: handler.send_error(500), "500"),
        (lambda handler: handler.send_error(403), "403"),
        (moved("/x"), "circle"),
        (moved("ftp://a.example/"), "no web address"),
        (lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"), "cannot be reached"),
        (lambda handler: reply(handler, b"broken", Content_Encoding="gzip"), "cannot be reached"),
    ],
)
def test_an_address_that_does_not_answer_as_it_should_is_an_error_with_its_mend(answer, words):
    with a_server({"/x": answer}) as (address, _), pytest.raises(SourceError, match=words):
        gathered(f"{address}/x")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:1/",
        "http://",
        "http://[broken",
        "http://a b/",
        "http://127.0.0.1:99999/",
        "http://" + "a" * 300 + ".invalid/",
    ],
)
def test_an_address_that_cannot_be_reached_is_an_error(url):
    with pytest.raises(SourceError):
        gathered(url)


def test_a_slow_answer_is_not_waited_for():
    def sleep(handler):
        time.sleep(0.6)

    with (
        a_server({"/x": sleep}) as (address, _),
        Fetcher(patience=Patience(step=0.2)) as fetcher,
        pytest.raises(SourceError, match="in time"),
    ):
        fetcher.get(f"{address}/x")


def test_an_answer_that_drips_is_not_waited_for():
    with (
        a_server({"/x": dripping}) as (address, _),
        Fetcher(patience=Patience(step=2, whole=0.1)) as fetcher,
        pytest.raises(SourceError, match="too slowly"),
    ):
        fetcher.get(f"{address}/x")


def test_a_huge_answer_is_refused_before_and_while_it_comes():
    answers = {"/told": b"x" * 2000, "/endless": endless}
    with a_server(answers) as (address, _), Fetcher(largest=1000) as fetcher:
        for path in answers:
            with pytest.raises(SourceError, match="more than"):
                fetcher.get(address + path)


def test_a_zipped_bomb_is_refused_by_what_it_unpacks_to():
    import gzip

    bomb = gzip.compress(b"x" * 5_000_000)
    answers = {"/x": lambda handler: reply(handler, bomb, Content_Encoding="gzip")}
    with (
        a_server(answers) as (address, _),
        Fetcher(largest=1_000_000) as fetcher,
        pytest.raises(SourceError, match="more than 1 MB"),
    ):
        fetcher.get(f"{address}/x")


def test_content_counts_and_not_its_declared_type():
    answers = {
        "/page": lambda handler: reply(handler, a_page(), mime="application/octet-stream"),
        "/paper": lambda handler: reply(handler, a_pdf((TEXT.split("\n")[0],)), mime="text/html"),
        "/image": lambda handler: reply(handler, b"\x89PNG\r\n\x1a\n" + bytes(200)),
        "/words": lambda handler: reply(handler, f"{TEXT} <b>End</b>", mime="text/html"),
    }
    with a_server(answers) as (address, _):
        assert gathered(f"{address}/page")[0].report.text == TEXT
        assert gathered(f"{address}/paper")[0].report.text == TEXT.split("\n")[0]
        assert "image" in problems_of(gathered(f"{address}/image"))[0]
        assert gathered(f"{address}/words")[0].report.text.endswith("End")


def test_the_declared_character_set_of_an_answer_is_used():
    words = "Северная Корея отправила войска в Россию, сообщило министерство."
    answers = {
        "/x": lambda handler: reply(
            handler, words.encode("koi8-r"), mime='text/plain; charset="koi8-r"'
        )
    }
    with a_server(answers) as (address, _):
        assert gathered(f"{address}/x")[0].report.text == words


def test_a_host_that_asks_for_a_pause_is_not_asked_again():
    answers = {"/x": lambda handler: handler.send_error(429), "/y": a_page()}
    with a_server(answers) as (address, asked), Fetcher() as fetcher:
        with pytest.raises(SourceError, match="429"):
            fetcher.get(f"{address}/x")
        with pytest.raises(SourceError, match="pause"):
            fetcher.get(f"{address}/y")
    assert len(asked) == 1


def test_an_answer_that_may_be_kept_is_not_asked_for_twice():
    kept = {
        "/x": lambda handler: reply(handler, a_page(), Cache_Control="max-age=600"),
        "/y": lambda handler: reply(handler, a_page(), Cache_Control="no-store"),
    }
    with a_server(kept) as (address, asked):
        for _ in range(2):
            for path in kept:
                assert gathered(address + path)[0].report.text == TEXT
    assert [path for path, _ in asked] == ["/x", "/y", "/y"]


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with a_server({"/x": a_page()}) as (address, _):
        assert gathered(f"{address}/x")[0].report.text == TEXT


def test_a_damaged_cache_is_done_without(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "tocsin").mkdir()
    (tmp_path / "tocsin" / "http.sqlite").write_bytes(b"nonsense " * 1000)
    with a_server({"/x": a_page()}) as (address, _):
        assert gathered(f"{address}/x")[0].report.text == TEXT


def test_a_disk_that_fills_up_is_no_end(monkeypatch):
    def full(*_, **__):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("hishel.SqliteStorage.create_entry", full)
    with a_server(
        {"/x": lambda handler: reply(handler, a_page(), Cache_Control="max-age=600")}
    ) as (address, _):
        assert gathered(f"{address}/x")[0].report.text == TEXT
