"""A model that plays its part: a server on this machine which answers as a test wants."""

import json
import re
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def chat(content, **more):
    """Return the body of an OpenAI-compatible answer."""
    return json.dumps({"choices": [{"message": {"content": content}, **more}]}).encode()


def listing(*claims):
    return chat(json.dumps({"claims": claims}))


@contextmanager
def a_model(answer):
    """Serve `answer` (bytes, or a function of the request that gives them); yield address and log.

    A function may also answer by itself through the handler, and give None.
    """
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append((self.path, dict(self.headers), body))
            data = answer if isinstance(answer, bytes) else answer(self, body)
            if data is not None:
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def status(code, words):
    def answer(handler, _):
        handler.send_response(code)
        handler.send_header("Content-Length", str(len(words)))
        handler.end_headers()
        handler.wfile.write(words.encode())

    return answer


def diligent(_, body):
    """Answer with every attack of the report, rightly quoted."""
    text = body["messages"][1]["content"]
    found = re.findall(r"[^.\n]*\b(?i:attacked|attack)\b[^.\n]*", text)
    return listing(
        *(
            {
                "quote": clause.strip(),
                "event": {"type": "attack", "words": re.search(r"(?i)attack\w*", clause)[0]},
                "status": "occurred",
                "certainty": "certain",
            }
            for clause in dict.fromkeys(found)
        )
    )
