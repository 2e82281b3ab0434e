import os
import socket

import pytest
from collect.making import TEXT, gathered, problems_of


def test_files_come_sorted_from_every_depth(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/1.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    assert [item.report.file for item in gathered(tmp_path)] == [
        "a.txt",
        "b/1.txt",
        "b/2.txt",
        "c.txt",
    ]


def test_hidden_files_are_passed_over_and_said(tmp_path):
    for name in (".git", ".env", ".a", ".b", ".c", ".d", "a.txt"):
        (tmp_path / name).write_text(TEXT)
    found = gathered(tmp_path)
    assert [item.report is not None for item in found] == [False, True]
    assert ".a, .b, .c, .d, .env and 1 more" in found[0].problems[0]


def test_a_link_that_leads_back_is_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = gathered(tmp_path)
    assert len([item for item in found if item.report]) == 1
    assert "leads back" in problems_of(found)[0]


def test_a_link_to_itself_and_a_broken_link_are_said(tmp_path):
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    found = gathered(tmp_path)
    assert [item.report for item in found] == [None, None]


def test_a_link_to_another_folder_is_followed(tmp_path):
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "a.txt").write_text(TEXT)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "link").symlink_to(tmp_path / "away", target_is_directory=True)
    assert [item.report.text for item in gathered(tmp_path / "here")] == [TEXT]


def test_pipes_and_sockets_are_passed_over(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as own:
        own.bind(str(tmp_path / "s"))
        found = gathered(tmp_path)
    assert len(problems_of(found)) == 2
    assert "neither a file nor a folder" in problems_of(found)[0]


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs Linux")
def test_a_file_that_cannot_be_read_is_said_and_the_rest_goes_on(tmp_path):
    # /proc/self/mem opens and then fails to be read, for every user.
    (tmp_path / "a.txt").symlink_to("/proc/self/mem")
    (tmp_path / "b.txt").write_text(TEXT)
    found = gathered(tmp_path)
    assert "cannot be read" in found[0].problems[0]
    assert found[1].report.text == TEXT


def test_a_folder_or_file_without_permission_is_said(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "c.txt").write_text(TEXT)

    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied")

    # As root every folder opens, so the refusal is made here.
    monkeypatch.setattr("pathlib.Path.open", refuse)
    iterdir = type(tmp_path).iterdir
    monkeypatch.setattr(
        "pathlib.Path.iterdir", lambda path: refuse(path) if path.name == "a" else iterdir(path)
    )
    assert [p for p in problems_of(gathered(tmp_path)) if "Permission denied" in p] != []
    assert len(gathered(tmp_path)) == 3


def test_an_empty_folder_holds_nothing(tmp_path):
    assert gathered(tmp_path) == []
