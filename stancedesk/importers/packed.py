"""Files of lines, plain or gzipped, opened so that a small one cannot go on for ever."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import IO, cast

from stancedesk.errors import UserError
from stancedesk.importers.container import RATIO
from stancedesk.importers.decode import MEGABYTE, shown

SMALL = 5 * MEGABYTE
"""Bytes below which the ratio does not matter."""


def opened(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where its name ends with .gz.

    Reading raises UserError where a packed file grows beyond `container.RATIO` times its size.
    """
    if path.name.lower().endswith(".gz"):
        return cast(IO[bytes], _Bounded(path))
    return path.open("rb")


class _Bounded(gzip.GzipFile):
    """A gzip file that gives no more than text can be packed into the bytes that were read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "rb")
        self._path = path
        self._given = 0

    def read(self, size: int | None = -1) -> bytes:
        return self._counted(super().read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._counted(super().read1(size))

    def readline(self, size: int | None = -1) -> bytes:
        return self._counted(super().readline(size))

    def rewind(self) -> None:
        self._given = 0
        super().rewind()

    def seek(self, offset: int, whence: int = 0) -> int:
        at = super().seek(offset, whence)
        self._given = at
        return at

    def _counted(self, raw: bytes) -> bytes:
        self._given += len(raw)
        if self._given > SMALL and self._given > RATIO * max(
            1, cast(IO[bytes], self.fileobj).tell()
        ):
            raise UserError(
                f"{shown(self._path)} grows more than {RATIO} times when unpacked;"
                " reading stopped there.",
                "Unpack it yourself if you trust it, and import what is in it.",
            )
        return raw
