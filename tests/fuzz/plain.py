"""Fuzzing without atheris: seeds changed at random, for some seconds of processor time each.

`python -m tests.fuzz.plain OUT SECONDS [TARGET...]`. It sees no coverage, but reads ten times as
many inputs a second, and needs nothing installed.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.fuzz import seeds
from tests.fuzz.targets import TARGETS
from tests.importers.test_hostile_bytes import changed

SLOW, SLOW_A_MEGABYTE = 1.0, 10.0
LONGEST = 6_000


def drawn(random: Random, sound: list[bytes], words: list[bytes]) -> bytes:
    """A seed, or the start of one and the end of another, changed, with words put in."""
    raw = random.choice(sound)
    if random.random() < 0.2:
        other = random.choice(sound)
        raw = raw[: random.randrange(len(raw) + 1)] + other[random.randrange(len(other) + 1) :]
    out = bytearray(changed(raw[:LONGEST] or b"\0", random))
    for _ in range(random.randrange(3) if words else 0):
        at = random.randrange(len(out) + 1)
        out[at:at] = random.choice(words) * random.choice((1, 1, 1, 50))
    return bytes(out[:LONGEST])


def fuzz(name: str, seconds: float, out: Path) -> str:
    """One target; its row of the table. What went wrong is kept, once for each place."""
    room = out / name
    room.mkdir(parents=True, exist_ok=True)
    target, sound = TARGETS[name](room), seeds.made(room, name)
    words = [word.encode() for word in seeds.WORDS.get(name, [])]
    random, found, slowest, runs = Random(name), Counter[str](), 0.0, 0
    for raw in sound:
        target(raw)
    began = time.process_time()
    while (now := time.process_time()) - began < seconds:
        raw, size, kind = drawn(random, sound, words), 0, ""
        try:
            size = target(raw)
        except Exception as error:  # noqa: BLE001 (every kind of error is what is looked for)
            last = traceback.extract_tb(error.__traceback__)[-2:]
            places = " ".join(f"{Path(each.filename).name}:{each.lineno}" for each in last)
            kind = f"{type(error).__name__} at {places}"
        spent = time.process_time() - now
        slowest, runs = max(slowest, spent), runs + 1
        if spent > SLOW + SLOW_A_MEGABYTE * size / 1e6:
            kind = f"{spent:.0f} s for {size}"
        if kind and not found[kind]:
            (out / f"{name}-{len(found)}.bin").write_bytes(raw)
        found.update([kind] if kind else [])
    told = "; ".join(found) or "none"
    return f"| {name} | {runs:,} | {slowest:.2f} | {told} |"


def main(out: str, seconds: str, *names: str) -> None:
    """All targets, or those named."""
    folder = Path(out).absolute()
    os.environ["STANCEDESK_HOME"] = str(folder / "home")
    print("| target | inputs | slowest s | findings |\n|---|---|---|---|", flush=True)
    for name in names or TARGETS:
        print(fuzz(name, float(seconds), folder), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
