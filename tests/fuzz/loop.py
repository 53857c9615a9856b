"""Targets under atheris: keep going after a finding, keep each finding once, note what is slow.

`python -m tests.fuzz.loop GROUP SECONDS OUT`; the runner (`python -m tests.fuzz`) calls it. The
first byte of an input chooses the target of the group.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

import atheris

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
INSTRUMENTED = ["stancedesk", "striprtf"]
with atheris.instrument_imports(include=INSTRUMENTED):
    from tests.fuzz import seeds
    from tests.fuzz.targets import GROUPS, TARGETS

BASE_SECONDS = 1.0
SECONDS_A_MEGABYTE = 10.0
LONGEST_INPUT = 6_000


class Findings:
    """What went wrong, each kind once: an input and a traceback in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.known = {file.stem for file in folder.glob("*.bin")}
        self.runs: Counter[str] = Counter()
        self.slowest: dict[str, float] = {}

    def note(self, target: str, kind: str, place: str, raw: bytes, told: str) -> None:
        """Keep an input if nothing of its target, kind and place is known."""
        name = f"{target}-{kind}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
        if name in self.known:
            return
        self.known.add(name)
        (self.folder / f"{name}.bin").write_bytes(raw)
        (self.folder / f"{name}.txt").write_text(told, encoding="utf-8", errors="replace")

    def summary(self) -> str:
        """What the runner reads."""
        return json.dumps(
            {
                "runs": self.runs,
                "slowest": {name: round(value, 2) for name, value in self.slowest.items()},
                "findings": sorted(self.known),
                "processor": round(time.process_time()),
            }
        )


def main(group: str, seconds: str, out: str) -> None:
    """Fuzz a group of targets for some seconds; libFuzzer ends the process."""
    folder = Path(out) / group
    home, found = folder / "home", folder / "found"
    for each in (home, found):
        each.mkdir(parents=True, exist_ok=True)
    os.environ["STANCEDESK_HOME"] = str(home)
    names = GROUPS[group]
    targets = []
    with atheris.instrument_imports(include=INSTRUMENTED):  # what targets import when they are made
        for name in names:
            room = folder / "rooms" / name
            room.mkdir(parents=True, exist_ok=True)
            targets.append(TARGETS[name](room))
            for seed in seeds.made(room, name):
                targets[-1](seed)  # models that load at first use are no hang
    findings = Findings(found)
    summary = folder / f"summary-{os.getpid()}.json"

    @atheris.instrument_func
    def one(given: bytes) -> None:
        if not given:
            return
        at, raw = given[0] % len(names), given[1:]
        start, size = time.process_time(), 0
        try:
            size = targets[at](raw)
        except Exception as error:  # noqa: BLE001 (every kind of error is what is looked for)
            place = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
            told = traceback.format_exc()
            findings.note(names[at], type(error).__name__, " ".join(place[-2:]), raw, told)
        spent = time.process_time() - start
        findings.slowest[names[at]] = max(findings.slowest.get(names[at], 0), spent)
        if spent > BASE_SECONDS + SECONDS_A_MEGABYTE * size / 1e6:
            told = f"{spent:.1f} s for {size}"
            findings.note(names[at], "slow", str(round(spent)), raw, told)
        findings.runs[names[at]] += 1
        if findings.runs.total() % 20 == 0 or spent > 1:
            summary.write_text(findings.summary(), encoding="utf-8")

    options = [
        f"-max_total_time={seconds}", f"-max_len={LONGEST_INPUT}", "-timeout=600",
        "-rss_limit_mb=4096", "-print_final_stats=1", "-seed=1", f"-dict={folder / 'words'}",
    ]  # fmt: skip
    atheris.Setup([group, *options, str(folder / "corpus")], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
