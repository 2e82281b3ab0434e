"""Model → ONNX, int8 per channel, with the files that the run time reads beside it."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import onnx
import torch
from model import Reader
from onnxruntime.quantization import QuantType, quantize_dynamic
from targets import TABLE, Inventory
from tokenizers import Tokenizer
from torch import Tensor, nn

INPUTS = ("pieces", "shapes", "starts")
TAGS = ("xpos", "upos", "case")
SCRIPTS = 5  # likeliest lemmas among which the run time chooses
SEEN = ("cues", "voice_word", "voice_by", "vouched", "meaning")
OUTPUTS = (*TAGS, "lemma", "ent", "heads", "arcs", "label_dep", "label_head", *SEEN)


class Shipped(nn.Module):
    """The reader as it is shipped: tags already chosen, training-only heads left out."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """Return `OUTPUTS`; whole numbers leave as 32 bits."""
        out = self.reader(pieces.long(), shapes.long(), starts.long())
        chosen = [out[name].argmax(-1).int() for name in TAGS]
        heads = out["arcs"].argmax(-1).int()
        lemma = out["lemma"].topk(SCRIPTS).indices.int()
        tree = (out["ent"], heads, out["arcs"], out["label_dep"], out["label_head"])
        voices = (out["cues"], out["voice_word"], out["voice_by"])
        return (*chosen, lemma, *tree, *voices, out["facts"][..., 0], out["meaning"])


def export(
    reader: Reader, labels: Inventory, tokenizer: Tokenizer, words: Iterable[str], out: Path
) -> None:
    """Write the files of the model beside the graph `fp32.onnx`, which is not shipped."""
    write_fp32(reader, out / "fp32.onnx")
    quantize_dynamic(
        out / "fp32.onnx", out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8
    )
    np.save(out / "labels.npy", _label_weights(reader))
    np.savez(out / "voices.npz", **_joining_weights(reader))
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    (out / "words.txt").write_text("\n".join(sorted(words)), encoding="utf-8")
    (out / "model.json").write_text(_description(labels, out), encoding="utf-8")


def write_fp32(reader: Reader, path: Path) -> None:
    """Write the unquantised graph (the legacy exporter's file ran faster)."""
    reader.eval().float()
    pieces = torch.tensor([[101, 2023, 2003, 102], [101, 2054, 102, 0]])
    starts = torch.tensor([[1, 2], [1, 0]])
    axes = {name: {0: "sentences", 1: "words"} for name in OUTPUTS}
    axes["arcs"] = {0: "sentences", 1: "words", 2: "heads"}
    axes["label_head"] = {0: "sentences", 1: "heads"}
    axes |= {"pieces": {0: "sentences", 1: "pieces"}, "shapes": {0: "sentences", 1: "pieces"}}
    axes["starts"] = {0: "sentences", 1: "words"}
    torch.onnx.export(
        Shipped(reader),
        (pieces, torch.zeros_like(pieces), starts),
        str(path),
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    onnx.checker.check_model(str(path))


def _label_weights(reader: Reader) -> np.ndarray:
    label = reader.arcs.label
    return torch.cat([label.weight.T, label.bias[None]]).detach().numpy().astype(np.float16)


def _joining_weights(reader: Reader) -> dict[str, np.ndarray]:
    label = reader.voices.label
    to_label = torch.cat([label.weight.T, label.bias[None]])
    both = {"by_distance": reader.voices.distance.weight, "to_label": to_label}
    return {name: x.detach().numpy().astype(np.float16) for name, x in both.items()}


def _description(labels: Inventory, out: Path) -> str:
    files = ("encoder.onnx", "labels.npy", "voices.npz", "tokenizer.json", "words.txt")
    digest = hashlib.sha256(b"".join((out / name).read_bytes() for name in files)).hexdigest()
    shipped = {head.name for head in TABLE if head.ships}
    return json.dumps(
        {
            "format": 2,
            "stamp": f"en-{digest[:8]}",
            "language": "en",
            "sizes": {name: (out / name).stat().st_size for name in files},
            "labels": {name: values for name, values in labels.items() if name in shipped},
        },
        ensure_ascii=False,
        indent=1,
    )
