"""What the encoder scores and how fast it is: `python benchmarks/encoder.py`.

Prints Markdown tables: EWT and GUM test scores with 95 % intervals, int8 against fp32 (with
`--fp32 GRAPH`, which training/train.py keeps on request), and speed on one thread.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import onnxruntime

sys.path.insert(0, str(Path(__file__).parent.parent / "training"))

from card import compared, table, test_parts

from tocsin.read.encoder import OUTPUTS, Encoder
from tocsin.read.syntax import Word
from tocsin.run.models import load_encoder, model_folder, model_stamp

ROUNDS = 3


def main() -> None:
    """Print the tables asked for."""
    options = _options()
    encoder = load_encoder(folder=options.model)
    print(f"# Encoder {model_stamp(folder=options.model)}\n")
    if not options.speed_only:
        print(table(encoder, options.data), end="\n\n")
    if options.fp32:
        print(compared(options.model, options.fp32, options.data), end="\n\n")
    print(_speed(encoder, options))


def _speed(encoder: Encoder, options: argparse.Namespace) -> str:
    """Return a table of sentences and words per second on one thread, best of `ROUNDS`."""
    examples = test_parts(options.data)["GUM test, news"] * 4
    sentences = [[Word(0, 0, text) for text in e.words] for e in examples]
    recorder = Recorder(_session(options.model / "encoder.onnx"))
    encoder.with_session(recorder).parse(sentences)
    runs: dict[str, Callable[[], object]] = {
        "whole model, ready numbers": lambda: [
            recorder.session.run(OUTPUTS, f) for f in recorder.feeds
        ],
        "words to parsed sentences": lambda: encoder.parse(sentences),
    }
    with tempfile.TemporaryDirectory() as scratch:
        if bare := _bare(options.model / "encoder.onnx", Path(scratch) / "bare.onnx"):
            small = _session(bare)
            names = [out.name for out in small.get_outputs()]
            wanted = {i.name for i in small.get_inputs()}
            feeds = [{k: v for k, v in f.items() if k in wanted} for f in recorder.feeds]
            bare_run = {"bare encoder, ready numbers": lambda: [small.run(names, f) for f in feeds]}
            runs = bare_run | runs
        return _rows(runs, len(sentences), sum(map(len, sentences)))


def _rows(runs: dict[str, Callable[[], object]], sentences: int, words: int) -> str:
    lines = ["| step | sentences/s | words/s | of the first |", "|---|---|---|---|"]
    best: dict[str, float] = {}
    for _ in range(ROUNDS):  # in turns, so that a busy machine slows all alike
        for name, work in runs.items():
            best[name] = min(best.get(name, 1e9), _seconds(work))
    first = next(iter(best.values()))
    for name, seconds in best.items():
        speed = f"{sentences / seconds:.0f} | {words / seconds:.0f} | {100 * first / seconds:.0f} %"
        lines.append(f"| {name} | {speed} |")
    return "\n".join(lines)


def _seconds(work: Callable[[], object]) -> float:
    """Return processor seconds, which a busy machine changes less than the clock's."""
    started = time.process_time()
    work()
    return time.process_time() - started


class Recorder:
    """A session that remembers what it was fed."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self.session, self.feeds = session, []

    def run(self, names: Sequence[str], feed: dict) -> list:
        """Run and remember."""
        self.feeds.append(feed)
        return self.session.run(names, feed)


def _session(path: Path) -> onnxruntime.InferenceSession:
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), settings, providers=["CPUExecutionProvider"])


def _bare(graph: Path, out: Path) -> Path | None:
    """Cut the graph behind the last layer; None without the onnx package."""
    try:
        import onnx
        from onnx.utils import extract_model
    except ImportError:
        print("(install onnx to time the bare encoder too)", file=sys.stderr)
        return None
    nodes = onnx.load(str(graph)).graph.node
    last = [n for n in nodes if "/layers.5/norm2/" in n.name][-1].output[0]
    extract_model(str(graph), str(out), ["pieces", "shapes"], [last])
    return out


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=model_folder("en"))
    parser.add_argument("--fp32", type=Path, help="graph before quantisation, to compare with")
    parser.add_argument("--speed-only", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
