"""A Dask cluster on this machine: a scheduler, and workers as they come."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.services.killing import ROOT

HERE = "tcp://127.0.0.1"


class Site:
    """A scheduler on this machine, and workers that are started and killed."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.running = folder, contextlib.ExitStack()
        self.scheduler, said = self._start("dask_scheduler", "--port", "0", "--no-dashboard")
        self.address = next(line.split()[-1] for line in said if f"{HERE}:" in line)

    def worker(self, name: str, **environment: str) -> subprocess.Popen[str]:
        """Start a worker and wait until it has joined."""
        local = ("--local-directory", str(self.folder), "--no-dashboard", "--name", name)
        worker, said = self._start(
            "dask_worker", self.address, "--nthreads", "1", "--no-nanny", *local, **environment
        )
        assert any("Starting established connection" in line for line in said)
        return worker

    def _start(
        self, what: str, *words: str, **environment: str
    ) -> tuple[subprocess.Popen[str], Iterator[str]]:
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{what}", "--host", "127.0.0.1", *words],
            stderr=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ | environment,
        )  # fmt: skip
        self.running.callback(process.wait)
        self.running.callback(process.kill)
        assert process.stderr is not None
        self.running.callback(process.stderr.close)
        return process, iter(process.stderr)
