import gzip
import io
import os
import threading

from collect.making import TEXT, a_page, a_record, a_warc, gathered, problems_of

from tocsin.collect.streams import lines_of, peek, starts_archive


class Pipe(io.RawIOBase):
    """Gives its parts one at a time, as a pipe does, and cannot be wound back."""

    def __init__(self, *parts):
        self.parts = list(parts)

    def readable(self):
        return True

    def readinto(self, buffer):
        if not self.parts:
            return 0
        part, rest = self.parts[0][: len(buffer)], self.parts[0][len(buffer) :]
        self.parts[:1] = [rest] if rest else []
        buffer[: len(part)] = part
        return len(part)


def test_a_start_that_was_looked_at_is_read_again():
    head, stream = peek(Pipe(b"a", b"bc\nd", b"e"))
    assert head == b"abc\nd"
    assert stream.read() == b"abc\nde"


def test_standard_input_is_read_as_it_comes():
    lines = [f'{{"text": "{TEXT.splitlines()[0]} {n}"}}\n'.encode() for n in range(3)]
    read, write = os.pipe()
    seen = []
    with os.fdopen(read, "rb") as stdin:
        from collect.making import NOW

        from tocsin.collect import gather

        found = gather("-", now=NOW, stdin=stdin)
        for line in lines:
            os.write(write, line)
            # The next report comes before the pipe is closed.
            item = []
            thread = threading.Thread(target=lambda item=item: item.append(next(found)))
            thread.start()
            thread.join(20)
            seen += item
            assert len(seen) == lines.index(line) + 1
        os.close(write)
        assert list(found) == []
    assert [item.where for item in seen] == ["-:1", "-:2", "-:3"]


def test_every_kind_is_read_from_standard_input():
    for data in (
        TEXT.encode(),
        a_page().encode(),
        a_warc(a_record("https://example.org/1", a_page()), zipped=True),
        a_warc(a_record("https://example.org/1", a_page())),
        gzip.compress(a_page().encode(), mtime=0),
    ):
        for stdin in (io.BytesIO(data), Pipe(data[:100], data[100:])):
            found = gathered("-", stdin=stdin)
            assert [item.report.text for item in found] == [TEXT]
            assert found[0].report.file is None


def test_gzip_of_anything_is_read(tmp_path):
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    found = gathered(tmp_path / "a.txt.gz")
    assert (found[0].report.text, found[0].report.file) == (TEXT, "a.txt")


def test_gzip_that_is_cut_or_damaged_is_said(tmp_path):
    data = gzip.compress(TEXT.encode())
    for broken in (data[:-12], data[:40] + b"\xff" * 40 + data[80:], data[:12]):
        (tmp_path / "a.gz").write_bytes(broken)
        assert "cut or damaged" in problems_of(gathered(tmp_path / "a.gz"))[-1]


def test_gzip_within_gzip_comes_to_an_end(tmp_path):
    data = TEXT.encode()
    for _ in range(6):
        data = gzip.compress(data)
    (tmp_path / "a.gz").write_bytes(data)
    assert "too deeply" in problems_of(gathered(tmp_path / "a.gz"))[0]


def test_lines_of_a_cut_gzip_come_before_the_cut(tmp_path):
    lines = "".join(
        f'{{"text": "{TEXT.splitlines()[0]} {n} {os.urandom(50).hex()}"}}\n' for n in range(2000)
    )
    data = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(data[: len(data) // 2])
    found = gathered(tmp_path / "a.jsonl.gz")
    assert len([item for item in found if item.report]) > 500
    assert "cut or damaged" in problems_of(found)[-1]


def test_an_overlong_line_comes_cut():
    assert list(lines_of(io.BytesIO(b"a\nbbbbbbbb\nc"), 4)) == [b"a\n", b"bbbb", b"c"]


def test_only_a_zipped_archive_starts_as_one():
    assert starts_archive(gzip.compress(b"WARC/1.0\r\n"))
    assert not starts_archive(gzip.compress(b"words"))
    assert not starts_archive(b"\x1f\x8b nonsense")
