"""Loading the model: once, and with a message that mends when a file is missing or damaged."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from tocsin.errors import SetupError
from tocsin.run.models import FILES, load_encoder, model_folder, model_stamp


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "en"
    shutil.copytree(model_folder("en"), copy)
    return copy


def test_the_same_model_is_loaded_once():
    assert load_encoder("en") is load_encoder("en")


def test_the_stamp_names_the_language_and_the_weights():
    language, _, digest = model_stamp().partition("-")
    assert language == "en"
    assert len(digest) == 8
    assert int(digest, 16) >= 0


def test_reading_leaves_nothing_behind_in_the_home_folder(tmp_path):
    code = "import tocsin; print(len(tocsin.read('Rebels attacked Goma.').sentences))"
    homeless = {k: v for k, v in os.environ.items() if k not in ("ORT_DISABLE_TELEMETRY",)}
    places = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=homeless | places,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("1\n", "")
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named_with_the_mend(folder, name):
    (folder / name).unlink()
    with pytest.raises(SetupError, match=rf"{name} is missing: install tocsin again"):
        load_encoder(folder=folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_named_with_the_mend(folder, name):
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SetupError, match=rf"{name} is damaged .* install tocsin again"):
        load_encoder(folder=folder)


def test_a_file_of_the_right_size_and_wrong_content_is_refused(folder):
    size = (folder / "encoder.onnx").stat().st_size
    (folder / "encoder.onnx").write_bytes(b"x" * size)
    with pytest.raises(SetupError, match="cannot be loaded"):
        load_encoder(folder=folder)


@pytest.mark.parametrize("content", ["", "[1]", "{", '{"format": 99}'])
def test_a_damaged_description_is_refused(folder, content):
    (folder / "model.json").write_text(content)
    with pytest.raises(SetupError, match="install tocsin again"):
        load_encoder(folder=folder)


def test_a_language_without_a_model_is_refused():
    with pytest.raises(SetupError, match=r"model\.json cannot be read"):
        load_encoder("xx")


def test_every_label_the_readers_rely_on_is_in_the_model():
    labels = json.loads((model_folder("en") / "model.json").read_text())["labels"]
    assert {"VBD", "MD", "NNP", "CD"} <= set(labels["xpos"])
    assert {"nsubj", "nsubj:pass", "obj", "ccomp", "advcl", "obl:agent"} <= set(labels["deprel"])
    assert {"O", "B-PER", "I-ORG", "B-LOC", "B-OTH"} <= set(labels["ent"])
