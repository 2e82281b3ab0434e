"""A `tocsin` that is warm: model and rules are read once, and every command is a fork of that.

    python warm.py SOCKET            serve until the socket's folder is gone or the process is ended
    python warm.py SOCKET ARGUMENT…  run one command there, as `tocsin ARGUMENT…` would run here

A page of the guide runs a dozen commands one after the other; as processes of their own they spend
nearly all their time on imports, rules and model. The command still has the caller's folder,
environment, input, output and exit code.
"""

import json
import os
import signal
import socket
import sys
from pathlib import Path

DESCRIPTORS = (0, 1, 2)
MOST = 1 << 20  # bytes of arguments and environment


def serve(place: str) -> None:
    """Answer commands at `place`, each in a fork of its own."""
    import tocsin
    from tocsin.show.charts import estimates_chart  # noqa: F401 - imported before it is asked for
    from tocsin.show.cli import main

    with tocsin.open(":memory:") as desk:
        desk.add(tocsin.read("The army said that 40 people were killed near Kursk on Monday."))
        desk.estimates()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(f"{place}.new")
        door.listen()
        Path(f"{place}.new").rename(place)
        while True:
            caller, _ = door.accept()
            if os.fork() == 0:
                door.close()
                _run(caller, main)
            caller.close()


def _run(caller: socket.socket, main) -> None:
    asked, descriptors, _, _ = socket.recv_fds(caller, MOST, len(DESCRIPTORS))
    while not asked.endswith(b"\n"):
        asked += caller.recv(MOST)
    known = json.loads(asked)
    for given, own in zip(descriptors, DESCRIPTORS, strict=True):
        os.dup2(given, own)
        os.close(given)
    sys.stdin, sys.stdout = open(0), open(1, "w")  # noqa: SIM115 - open to the end
    sys.stderr = open(2, "w", buffering=1)  # noqa: SIM115 - as above
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(known["folder"])
    os.environ.clear()
    os.environ.update(known["environment"])
    sys.argv = ["tocsin", *known["arguments"]]
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    caller.send(bytes([code]))
    os._exit(0)


def call(place: str, arguments: list[str]) -> int:
    """Have the server at `place` run a command here, and return its exit code."""
    known = {"arguments": arguments, "folder": os.getcwd(), "environment": dict(os.environ)}
    with socket.socket(socket.AF_UNIX) as server:
        server.connect(place)
        socket.send_fds(server, [json.dumps(known).encode() + b"\n"], DESCRIPTORS)
        answer = server.recv(1)
    return answer[0] if answer else 70


if __name__ == "__main__":
    if len(sys.argv) > 2:
        sys.exit(call(sys.argv[1], sys.argv[2:]))
    serve(sys.argv[1])
