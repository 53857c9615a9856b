"""Mark the rows of `terms.tsv` that the built table of office-holders bears out.

    python training/actors/second_source.py --out resources/actors

A row written by hand is borne out when Wikidata or the Factbook give the same person, state and
office with the same month of beginning, and no other end where both are known. Its source then
reads "curated; wikidata" or "curated; factbook". Running it twice gives the same bytes. What
other sources bore out is written in by hand ("curated; ..."), and stays.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from stancedesk.nlp.actors.people import name_words
from stancedesk.nlp.actors.spelling import skeleton
from training.actors.build import write_manifest

NAME, CODE, ROLE, _, START, END, _, SOURCE = range(8)
LEADERS = ("HOS", "HOG")
OWN = ("curated", "curated; wikidata", "curated; factbook")


def office(row: list[str]) -> tuple[str, str]:
    """Code and role; head of state and of government are one, for they often are one person."""
    return row[CODE], "LEADER" if row[ROLE] in LEADERS else row[ROLE]


def sounds(name: str) -> set[str]:
    """The sounds of a name's words."""
    return {skeleton(word) for word in name_words(name)}


def bears_out(built: list[str], row: list[str]) -> bool:
    """Whether a built row says the same as one written by hand."""
    ours, theirs = sounds(row[NAME]), sounds(built[NAME])
    same = len(ours & theirs) >= min(2, len(ours), len(theirs))
    length = min(7, len(row[START]), len(built[START]))
    begun = length >= 4 and row[START][:length] == built[START][:length]
    year = min(len(row[END]), len(built[END]), 4)
    return same and begun and abs(int(row[END][:year] or 0) - int(built[END][:year] or 0)) <= 1


def main() -> None:
    """Read the arguments, mark the rows, write table and manifest."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, required=True)
    folder = parser.parse_args().out
    built = defaultdict(list)
    for line in (folder / "officeholders.tsv").read_text(encoding="utf-8").split("\n")[1:]:
        if line and not line.startswith("#"):
            built[office(line.split("\t"))].append(line.split("\t"))
    path = folder / "terms.tsv"
    lines = path.read_text(encoding="utf-8").split("\n")
    marked = 0
    for n, line in enumerate(lines[1:], 1):
        row = line.split("\t")
        if len(row) != 8 or line.startswith("#") or row[SOURCE] not in OWN:
            continue
        found = sorted({b[SOURCE] for b in built[office(row)] if bears_out(b, row)})
        row[SOURCE] = f"curated; {found[-1]}" if found else "curated"
        marked += bool(found)
        lines[n] = "\t".join(row)
    path.write_text("\n".join(lines), encoding="utf-8")
    write_manifest(folder)
    sys.stdout.write(f"{marked} of {len(lines) - 1} rows borne out\n")


if __name__ == "__main__":
    main()
