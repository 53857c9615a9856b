"""Files for others: in their place whole, or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO


@contextlib.contextmanager
def whole(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """A text stream whose content takes the file's place when all of it is written.

    Args:
        path: The file; what is there stays until the end, and when writing fails.
        encoding: "utf-8-sig" for a CSV file that spreadsheets open.

    Raises:
        OSError: The disk is full, or the folder cannot be written.
    """
    with whole_bytes(path) as raw:
        stream = io.TextIOWrapper(raw, encoding=encoding, newline="", write_through=True)
        yield stream
        stream.detach()


@contextlib.contextmanager
def whole_bytes(path: Path) -> Iterator[BinaryIO]:
    """The same for bytes."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0o022)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
