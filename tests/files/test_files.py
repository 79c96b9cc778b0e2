"""Old or new, never half: every write call × {kill, full disk, broken disk, no permission}."""

import errno
import os
from pathlib import Path

import pytest

from top3 import files

FAULTS = [
    OSError(errno.ENOSPC, ""),
    OSError(errno.EIO, ""),
    OSError(errno.EACCES, ""),
    KeyboardInterrupt(),
]
CALLS = ["open", "fsync", "fdopen", "write", "replace"]


def arrange(monkeypatch: pytest.MonkeyPatch, call: str, fault: BaseException) -> None:
    def fail(*args, **kwargs):
        raise fault

    if call == "replace":
        monkeypatch.setattr(Path, "replace", fail)
    elif call == "write":
        real = os.fdopen

        def fdopen(*args, **kwargs):
            stream = real(*args, **kwargs)

            class Broken:
                def __enter__(self):
                    return self

                def __exit__(self, *exc):
                    stream.close()

                def write(self, data):
                    stream.write(data[: len(data) // 2])
                    stream.flush()
                    fail()

            return Broken()

        monkeypatch.setattr(os, "fdopen", fdopen)
    else:
        monkeypatch.setattr(os, call, fail)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: type(f).__name__ + str(f.args[:1]))
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("before", [None, b"old"])
def test_old_or_new_and_no_leftovers(tmp_path, monkeypatch, call, fault, before):
    path = tmp_path / "plan.md"
    if before is not None:
        path.write_bytes(before)
    with monkeypatch.context() as patched:
        arrange(patched, call, fault)
        with pytest.raises((files.WriteRefused, KeyboardInterrupt)):
            files.write(path, b"brand new")
    assert (path.read_bytes() if path.exists() else None) in (before, b"brand new")
    files.write(path, b"brand new")
    assert path.read_bytes() == b"brand new"
    assert {p.name for p in tmp_path.iterdir()} == {"plan.md"}


def test_a_leftover_of_a_killed_run_is_cleared(tmp_path):
    (tmp_path / ".plan.md.tmp").write_bytes(b"half")
    files.write(tmp_path / "plan.md", b"whole")
    assert {p.name for p in tmp_path.iterdir()} == {"plan.md"}


@pytest.mark.parametrize("kind", ["link", "dangling", "folder", "pipe"])
def test_odd_targets_are_refused(tmp_path, kind):
    path, other = tmp_path / "plan.md", tmp_path / "other"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        if kind == "link":
            other.write_bytes(b"old")
        path.symlink_to(other)
    with pytest.raises(files.WriteRefused):
        files.write(path, b"new")
    assert not other.exists() or other.read_bytes() == b"old"


def test_a_seal_is_recognised_and_an_edit_too(tmp_path):
    docx = b"PK" + bytes(range(200)) + b"\0\0"
    path = tmp_path / "plan.docx"
    assert files.write_copy(tmp_path, {"plan.docx": docx}) == {}
    assert path.read_bytes() == files.seal(docx)
    assert files.write_copy(tmp_path, {"plan.docx": docx + b"\0\0"}) == {}
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    assert files.write_copy(tmp_path, {"plan.docx": docx}) == {"plan.docx": "edited"}


def test_a_new_file_never_overwrites(tmp_path):
    path = tmp_path / "gezin.yaml"
    files.write_new(path, b"a")
    with pytest.raises(files.WriteRefused) as refused:
        files.write_new(path, b"b")
    assert refused.value.reason == "exists" and path.read_bytes() == b"a"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path, monkeypatch):
    (tmp_path / "gezin.yaml").write_bytes(b"old")
    fault = PermissionError(errno.EACCES, "no")
    monkeypatch.setattr(Path, "read_bytes", lambda path: (_ for _ in ()).throw(fault))
    left = files.write_copy(tmp_path, {"gezin.yaml": b"new", "plan.md": b"c"})
    assert left == {"gezin.yaml": "denied"} and (tmp_path / "plan.md").exists()


def test_one_refused_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "elsewhere")
    left = files.write_copy(tmp_path, {"plan.html": b"a", "plan.pdf": b"b", "plan.md": b"c"})
    assert left == {"plan.pdf": "link"}
    assert {p.name for p in tmp_path.iterdir()} == {"plan.html", "plan.pdf", "plan.md"}
