"""Carriers made for the tests: PDF, WARC, feeds, pages, and a server on this machine."""

import gzip
import threading
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tocsin.collect import gather

NOW = datetime(2025, 1, 10, tzinfo=UTC)

BODY = (
    "North Korea has sent about 3,000 troops to Russia, the ministry said on Monday.",
    "The troops travelled by ship from the port of Wonsan to Vladivostok, and more are expected to "
    "follow before the end of the year, a spokesman for the ministry told a briefing in Seoul.",
    "The two countries signed a treaty in June. It obliges each of them to help the other if it is "
    "attacked, and it has worried governments in the region and in Europe since then.",
)
TEXT = "\n\n".join(BODY)


def gathered(target, **given):
    return list(gather(str(target), now=NOW, **given))


def the_report(target, **given):
    found = [item.report for item in gathered(target, **given) if item.report]
    assert len(found) == 1
    return found[0]


def problems_of(found):
    return [problem for item in found for problem in item.problems]


def a_page(
    *, title="Troops leave for Russia", head="", body=BODY, language="en", before="", after=""
):
    paragraphs = "".join(f"<p>{words}</p>" for words in body)
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{title}</title>{head}</head><body><nav><a href='/'>Home</a></nav><article>"
        f"<h1>{title}</h1>{before}{paragraphs}{after}</article></body></html>"
    )


def an_item(number=1, *, link="", text="", date="Mon, 23 Dec 2024 10:00:00 +0900", extra=""):
    return (
        f"<item><title>Item {number} about troops</title>"
        + (f"<link>{link}</link>" if link else "")
        + (f"<pubDate>{date}</pubDate>" if date else "")
        + f"<description><![CDATA[{text}]]></description>{extra}</item>"
    )


def a_feed(*items, title="Example News"):
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title><link>http://example.org/</link>{''.join(items)}"
        "</channel></rss>"
    )


def an_opml(*urls):
    outlines = "".join(f'<outline type="rss" text="a feed" xmlUrl="{url}"/>' for url in urls)
    return f'<?xml version="1.0"?><opml version="2.0"><head/><body>{outlines}</body></opml>'


def a_record(url, content, *, status="200 OK", mime="text/html; charset=utf-8", headers=""):
    content = content.encode() if isinstance(content, str) else content
    http = f"HTTP/1.1 {status}\r\nContent-Type: {mime}\r\n{headers}\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(url)) % 10**12:012}>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2025-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def a_warc(*records, zipped=False):
    return b"".join(gzip.compress(record, mtime=0) if zipped else record for record in records)


def a_pdf(*pages, title=None, made=None, encrypted=False):
    """Return a PDF with a page per tuple of lines; with no lines a page has no text."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    kids = []
    for lines in pages:
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 40 780 Td\n{shown}ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(len(objects) + 1)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 800] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>"
    trailer = f"/Size {len(objects) + 3} /Root 1 0 R"
    info = (f"/Title ({title}) " if title else "") + (f"/CreationDate (D:{made}) " if made else "")
    objects.append(f"<< {info}>>")
    trailer += f" /Info {len(objects)} 0 R"
    if encrypted:
        key = "41" * 32
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >>")
        trailer += f" /Encrypt {len(objects)} 0 R /ID [<{key[:32]}> <{key[:32]}>]"
    out = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    start = out.rindex("xref\n0 ")
    return f"{out}trailer\n<< {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")


@contextmanager
def a_server(answers):
    """Serve `answers` (path to bytes, or to a function of the handler) at the address yielded."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append((self.path, dict(self.headers)))
            answer = answers.get(self.path)
            if answer is None:
                self.send_error(404)
            elif callable(answer):
                answer(self)
            else:
                reply(self, answer)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def reply(handler, content, *, mime="text/html; charset=utf-8", status=200, **headers):
    content = content.encode() if isinstance(content, str) else content
    handler.send_response(status)
    handler.send_header("Content-Type", mime)
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    # The reader may hang up first: that is what some tests are about.
    with suppress(OSError):
        handler.wfile.write(content)
