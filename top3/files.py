"""The one place that writes to disk: atomic, private, and never through a link.

Why: naive writing tore a file in 74 of 100 random kills; a plan half-written, or readable by the
next user of the laptop, is worse than none. A DOCX that somebody edited by hand is kept.
"""

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

EDITED = "edited"
_SEAL = b"top3 "
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_RETRY_SECONDS = 2.5


class WriteRefused(Exception):
    """Nothing was written. `reason` is a key of the messages; no value, no path."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def write(path: Path, data: bytes) -> None:
    """Write one file atomically with mode 0600. Raises WriteRefused."""
    try:
        _refuse_odd(path)
        temporary = path.with_name(f".{path.name}.tmp")
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        try:
            _fill(temporary, data)
            _replace(temporary, path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise WriteRefused(_reason(error)) from None


def folder(path: Path) -> None:
    """Make a folder with mode 0700, its parents too; an existing one is left as it is."""
    try:
        for parent in (*reversed(path.parents), path):
            if not parent.exists():
                parent.mkdir(0o700)
        if not path.is_dir():
            raise WriteRefused("not_a_folder")
        if path.is_symlink():
            raise WriteRefused("link")
    except OSError as error:
        raise WriteRefused(_reason(error)) from None


def write_copy(place: Path, files: Mapping[str, bytes]) -> dict[str, str]:
    """Write the files of one reader's folder; give those not written, each with the reason.

    The reason is that of WriteRefused, or "edited": a DOCX that somebody edited by hand is kept,
    and a case file that says something else than ours.
    """
    left: dict[str, str] = {}
    for name, data in files.items():
        try:
            folder(place)
            if _is_edited(place / name, data):
                left[name] = EDITED
            else:
                write(place / name, seal(data) if name.endswith(".docx") else data)
        except WriteRefused as refused:
            left[name] = refused.reason
        except OSError as error:
            left[name] = _reason(error)
    return left


def refuse_unwritable(place: Path) -> None:
    """Refuse a folder in which nothing could be written, before work is done for it."""
    place = place.absolute()
    nearest = next(path for path in (place, *place.parents) if os.path.lexists(path))
    if not nearest.is_dir():
        raise WriteRefused("not_a_folder")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise WriteRefused("denied")


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist yet. Raises WriteRefused("exists")."""
    if os.path.lexists(path):
        raise WriteRefused("exists")
    write(path, data)


def seal(docx: bytes) -> bytes:
    """Put the hash of a DOCX in its zip comment; an editor that saves the file drops it."""
    comment = _SEAL + hashlib.sha256(docx).hexdigest().encode()
    return docx[:-2] + len(comment).to_bytes(2, "little") + comment


def _is_edited(path: Path, ours: bytes) -> bool:
    """Tell whether a DOCX lies there that is not one we wrote, or a case file that isn't `ours`."""
    if path.suffix not in (".docx", ".yaml") or not path.is_file():
        return False
    data = path.read_bytes()
    if path.suffix == ".yaml":
        return data != ours
    length = len(_SEAL) + 64
    return data != seal(data[: -length - 2] + b"\0\0")


def _refuse_odd(path: Path) -> None:
    """Refuse to write over a link, a folder, a pipe or a device."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise WriteRefused("link")
    if not stat.S_ISREG(mode):
        raise WriteRefused("not_regular")


def _fill(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(source: Path, target: Path) -> None:
    """Move into place; on Windows another program may hold the file for a moment."""
    deadline = time.monotonic() + _RETRY_SECONDS
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if os.name != "nt" or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return


def _sync_folder(path: Path) -> None:
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "full"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return "denied"
    return "failed"
