"""A disk of a few megabytes that can be filled to the last page."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = 4 << 20


class SmallDisk:
    """A folder on a file system of its own.

    Args:
        folder: Where it is mounted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, left: int) -> None:
        """Leave so many bytes free."""
        free = self.free()
        with self._ballast.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, free - left))

    def clear(self) -> None:
        """Give the space back."""
        self._ballast.unlink(missing_ok=True)

    def free(self) -> int:
        """Bytes free."""
        found = os.statvfs(self.folder)
        return found.f_bavail * found.f_frsize


@contextmanager
def mounted() -> Iterator[SmallDisk]:
    """A small disk; skips the test where none may be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    with tempfile.TemporaryDirectory() as name:
        command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", name]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            pytest.skip("mounting a small disk is refused here")
        try:
            yield SmallDisk(Path(name))
        finally:
            subprocess.run(["umount", "-l", name], check=True)
