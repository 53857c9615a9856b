"""Where the benchmark files are, their scorers as modules, and the command line as a function."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
BENCH = SHARED / "bench"

Json = dict[str, Any]


def scorer(name: str) -> ModuleType:
    """One of the scorers that lie beside the benchmark files."""
    if str(BENCH) not in sys.path:
        sys.path.insert(0, str(BENCH))
    return importlib.import_module(name)


def read_jsonl(path: Path) -> list[Json]:
    """All rows of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def stancedesk(command: str, rows: Iterable[Json]) -> list[Json]:
    """Run `stancedesk COMMAND -` as a user would, over rows on standard input."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "stancedesk", command, str(source)],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
    # Status 1 also means "some input failed", but a benchmark's input never does.
    if done.returncode != 0:
        raise RuntimeError(
            f"stancedesk {command} ended with {done.returncode}: {done.stderr[-2000:]}"
        )
    return [json.loads(line) for line in done.stdout.splitlines()]
