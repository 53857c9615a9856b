"""Zip containers opened with limits, so that a small file cannot fill the memory."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from stancedesk.errors import UserError
from stancedesk.importers.decode import MEGABYTE, check_regular, kind_of, shown, wrong_kind

MEMBERS = 20_000
"""Files in one container."""
UNPACKED = 2_000 * MEGABYTE
"""Bytes of all its files together."""
RATIO = 200
"""Times that the whole may grow when unpacked. Text shrinks to a third, rarely to a twentieth."""
_SMALL = 20 * MEGABYTE
"""Bytes below which the ratio does not matter."""


@contextmanager
def opened(path: Path, wanted: str, limit: int = UNPACKED) -> Iterator[zipfile.ZipFile]:
    """A container whose directory keeps within the limits; what it claims is later held to.

    Args:
        path: The file.
        wanted: What it should be, with the article ("a Word document").
        limit: Bytes of all its files together.

    Raises:
        UserError: It is no such container, is damaged, or grows too large; also for damage that
            is met while it is read.
    """
    check_regular(path)
    try:
        with path.open("rb") as file:
            head = file.read(16)
        if head.startswith(b"\xd0\xcf\x11\xe0"):
            raise UserError(
                f"{shown(path)} is protected by a password, or of an old office format.",
                "Save it without a password in the format of today.",
            )
        if not head.startswith(b"PK"):
            raise wrong_kind(path, kind_of(head), wanted)
        with zipfile.ZipFile(path) as archive:
            _check(archive, path, limit)
            yield archive
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError,
            UnicodeDecodeError) as error:  # fmt: skip
        raise UserError(f"{shown(path)} is damaged: {error}.", "Save it again.") from error


def member(archive: zipfile.ZipFile, name: str, path: Path, limit: int) -> bytes:
    """One file of a container, at most `limit` bytes of it.

    Raises:
        UserError: It is missing, encrypted or larger.
    """
    try:
        found = archive.getinfo(name)
    except KeyError as error:
        raise UserError(f"{shown(path)} lacks {name}.", "Save it again.") from error
    check_open(found, path)
    if found.file_size > limit:
        raise UserError(
            f"{shown(path)} holds {found.file_size / MEGABYTE:,.0f} MB of text,"
            f" too much for one document (the limit is {limit // MEGABYTE} MB).",
            "Split it.",
        )
    return archive.read(found)


def check_open(found: zipfile.ZipInfo, path: Path) -> None:
    """Refuse an encrypted file of a container.

    Raises:
        UserError: It needs a password.
    """
    if found.flag_bits & 1:
        raise UserError(f"{shown(path)} is protected by a password.", "Save it without one.")


def _check(archive: zipfile.ZipFile, path: Path, limit: int) -> None:
    members = archive.infolist()
    if len(members) > MEMBERS:
        raise UserError(
            f"{shown(path)} holds {len(members):,} files (the limit is {MEMBERS:,}).", "Split it."
        )
    total = sum(found.file_size for found in members)
    # The file's own size, not the sum of what its members claim: they may share their bytes.
    packed = max(1, path.stat().st_size)
    if total > limit or (total > _SMALL and total > RATIO * packed):
        raise UserError(
            f"{shown(path)} grows from {packed / MEGABYTE:,.1f} to {total / MEGABYTE:,.0f} MB when"
            " unpacked; it was not opened.",
            "Unpack it yourself if you trust it, and import the folder.",
        )
