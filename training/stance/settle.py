"""Joins readers' answers to labels, reports how far they agree, and lists what to settle.

    python -m training.stance.settle --candidates FILE --first A*.tsv [--second B*.tsv] \
        [--third C.tsv] --out training/stance/labels/NAME.jsonl [--open FILE]

An answer is a line `id valid level act country official targets`, tab-separated. Where the readers
name the same level it stands. Where they part, the third reader's answer stands if there is one,
otherwise the level nearer 0. What one reader alone has read stands as read; `--once` keeps it, else
only what was read twice is kept. The labels hold article id, offsets and judgements, never text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from stancedesk.core.agreement import cohen_kappa, krippendorff_alpha
from stancedesk.core.model import LEVELS, Act
from training.stance.rows import corpus

Json = dict[str, Any]
ACTS = {act.value for act in Act}


def answers(paths: list[Path]) -> dict[str, Json]:
    """Answers by statement; ill-formed lines are named and left out."""
    out: dict[str, Json] = {}
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            cells = line.rstrip().split("\t")
            try:
                name, valid, level, act, country, official, targets = cells[:7]
                if int(level) not in LEVELS or act not in ACTS:
                    raise ValueError(f"{level} {act}")
            except ValueError as error:
                print(f"{path.name}:{number}: left out ({error})")
                continue
            out[name] = {
                "valid": int(valid),
                "level": int(level),
                "act": act,
                "country": None if country in ("null", "-", "") else country,
                "official": official == "1",
                "targets": [] if targets == "-" else targets.split(","),
            }
    return out


def settled(read: list[Json], third: Json | None) -> Json:
    """One judgement of one, two or three; not valid unless all readers took it for a statement."""
    if third is not None:
        return third
    nearest_zero = min(read, key=lambda answer: (abs(answer["level"]), answer["level"]))
    return nearest_zero | {"valid": min(answer["valid"] for answer in read)}


def report(pairs: list[tuple[Json, Json]]) -> None:
    """Agreement of the two readers on what both take for a statement."""
    both = [(a, b) for a, b in pairs if a["valid"] and b["valid"]]
    levels = [(a["level"], b["level"]) for a, b in both]
    print(
        f"{len(pairs)} read twice, valid alike {share(pairs, 'valid')}, {len(both)} valid for both"
    )
    for field in ("level", "act", "country", "official"):
        print(f"  {field} alike: {share(both, field)}")
    print(f"  level, alpha (ordinal): {krippendorff_alpha(levels):.3f}")
    kappa = cohen_kappa([a["country"] for a, _ in both], [b["country"] for _, b in both])
    print(f"  country, kappa: {kappa:.3f}")
    print(f"  levels apart by two or more: {sum(abs(a - b) > 1 for a, b in levels)}")


def share(pairs: list[tuple[Json, Json]], field: str) -> str:
    """Per cent of pairs that agree in a field."""
    return f"{100 * sum(a[field] == b[field] for a, b in pairs) / len(pairs):.1f} %"


def nearest(text: str, row: Json) -> list[int] | None:
    """Where the speaker's phrase stands nearest the statement; labels hold places, not words."""
    words, start, end = row["speaker"], row["content"][0][0], row["content"][-1][1]
    after, before = text.find(words, end), text.rfind(words, 0, start + len(words))
    places = [place for place in (before, after) if place >= 0]
    if not places or not words:
        return None
    place = min(places, key=lambda at: abs(at - (start if at <= start else end)))
    return [place, place + len(words)]


def main() -> None:
    """Read the arguments, write labels and what is open, print agreement."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--candidates", type=Path, required=True)
    parser.add_argument("--first", type=Path, nargs="+", required=True)
    parser.add_argument("--second", type=Path, nargs="*", default=[])
    parser.add_argument("--third", type=Path, nargs="*", default=[])
    parser.add_argument("--once", action="store_true", help="keep what was read once, too")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--open", type=Path, help="statements on which the readers part in sign")
    args = parser.parse_args()
    first, second, third = answers(args.first), answers(args.second), answers(args.third)
    rows = [json.loads(line) for line in args.candidates.open(encoding="utf-8")]
    texts = corpus()
    twice = [row for row in rows if row["id"] in first and row["id"] in second]
    if twice:
        report([(first[row["id"]], second[row["id"]]) for row in twice])
    if not args.once:
        rows = twice
    kept: Counter[int] = Counter()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    with args.out.open("w", encoding="utf-8") as out:
        for row in rows:
            read = [by[row["id"]] for by in (first, second) if row["id"] in by]
            label = settled(read, third.get(row["id"])) if read else {"valid": 0}
            if not label["valid"]:
                continue
            kept[label["level"]] += 1
            place = {key: row[key] for key in ("id", "article", "topic", "kind", "content")}
            place["speaker"] = nearest(texts.get(row["article"], ""), row)
            out.write(json.dumps(place | {"readers": read, "settled": label}) + "\n")
    print(f"{sum(kept.values())} labels: {sorted(kept.items())}")
    if args.open:
        parted = [
            row
            for row in twice
            if first[row["id"]]["valid"] != second[row["id"]]["valid"]
            or sign(first[row["id"]]["level"]) != sign(second[row["id"]]["level"])
        ]
        args.open.write_text("\n".join(row["id"] for row in parted) + "\n", encoding="utf-8")
        print(f"{len(parted)} to settle by a third reading")


def sign(level: int) -> int:
    """-1, 0 or 1."""
    return (level > 0) - (level < 0)


if __name__ == "__main__":
    main()
