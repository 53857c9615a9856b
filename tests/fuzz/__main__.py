"""Fuzz groups of targets, each for a time; print the table of results.

`python -m tests.fuzz --out FOLDER [--seconds 1200] [GROUP...]` in an environment that has atheris
beside the product and its development packages.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.fuzz import seeds
from tests.fuzz.targets import GROUPS

COVERED = re.compile(r"#\d+\s+(?:INITED|NEW|REDUCE|pulse|DONE)\s+cov: (\d+)")
SETTLING = 60
"""Seconds to the end under which a group whose process died is not started again."""


def prepare(group: str, folder: Path) -> None:
    """Seeds and words where libFuzzer looks for them."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    words: list[str] = []
    with tempfile.TemporaryDirectory() as room:
        for at, name in enumerate(GROUPS[group]):
            for number, seed in enumerate(seeds.made(Path(room), name)):
                (corpus / f"{name}-{number}").write_bytes(bytes([at]) + seed)
            words += seeds.WORDS.get(name, [])
    lines = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    (folder / "words").write_text("".join(f'"{line}"\n' for line in lines), encoding="utf-8")


def fuzz(group: str, seconds: int, out: Path) -> list[str]:
    """A group for some seconds of the clock, started again where it died; a row for each target."""
    folder = out / group
    prepare(group, folder)
    end = time.monotonic() + seconds
    covered: list[int] = []
    starts = 0
    while (left := end - time.monotonic()) > (SETTLING if starts else 0):
        log = folder / f"log-{starts}.txt"
        command = [sys.executable, "-m", "tests.fuzz.loop", group, str(int(left)), str(out)]
        with log.open("wb") as stream:
            status = subprocess.run(command, stdout=stream, stderr=stream, check=False).returncode
        covered += map(int, COVERED.findall(log.read_text(encoding="utf-8", errors="replace")))
        starts += 1
        if status == 0:
            break
    return rows(group, folder, covered, starts)


def rows(group: str, folder: Path, covered: list[int], starts: int) -> list[str]:
    """What the processes of a group told, a row for each target and one for all of it."""
    runs: Counter[str] = Counter()
    slowest: dict[str, float] = {}
    processor, findings = 0, set()
    for file in folder.glob("summary-*.json"):
        told = json.loads(file.read_text(encoding="utf-8"))
        runs.update(told["runs"])
        processor += told["processor"]
        findings |= set(told["findings"])
        for name, value in told["slowest"].items():
            slowest[name] = max(slowest.get(name, 0), value)
    out = []
    for name in GROUPS[group]:
        kinds = ", ".join(sorted(f for f in findings if f.startswith(f"{name}-"))) or "none"
        out.append(f"| {name} | {runs[name]:,} | {slowest.get(name, 0)} | {kinds} |")
    grown = f"edges {min(covered)} to {max(covered)}" if covered else "nothing run"
    told_all = f"{processor} s of processor, {grown}, {starts} starts"
    return [*out, f"| all of {group} | {runs.total():,} | | {told_all} |"]


def main() -> None:
    """Run what is asked for."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    asked.add_argument("--seconds", type=int, default=1200, help="for each group")
    asked.add_argument("--out", type=Path, required=True, help="corpus, logs and findings")
    options = asked.parse_args()
    print("| target | executions | slowest s | findings |", flush=True)
    print("|---|---|---|---|", flush=True)
    for group in options.groups or GROUPS:
        print("\n".join(fuzz(group, options.seconds, options.out)), flush=True)


if __name__ == "__main__":
    main()
