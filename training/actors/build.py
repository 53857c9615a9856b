"""Build `officeholders.tsv` and the manifest of the knowledge base of actors.

    python training/actors/build.py --facts ../shared/kb --out resources/actors

`--facts` holds `officeholders.tsv` (Wikidata by way of EveryPolitician, CC0, and the CIA World
Factbook, public domain). The other tables in `--out` are written by hand and only counted and
hashed. Running it twice gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
CODES = {"DRC": "COD", "Virgin Islands": "VIR"}
HOME = {
    "Emmanuel Macron": "FRA",
    "Donald Trump": "USA",
    "Joe Biden": "USA",
    "Barack Obama": "USA",
    "Joan-Enric Vives": "AND",
    "Queen Elizabeth II": "GBR",
    "Elizabeth II": "GBR",
    "King Charles III": "GBR",
    "Charles III": "GBR",
    "Margrethe II": "DNK",
    "Nicolas Sarkozy": "FRA",
    "François Hollande": "FRA",
    "Jacques Chirac": "FRA",
    "Beatrix": "NLD",
    "Willem-Alexander": "NLD",
}

STATE_HEADS = re.compile(
    r"(acting |interim |transitional |federal )*(president|king|queen|monarch|"
    r"emperor|emir|amir|sultan|pope"
    r"|supreme leader|grand duke|grand duchess|prince|princess|sovereign|"
    r"head of state|regent|yang di-pertuan agong"
    r"|governor.general|chairman|captain regent|co-prince|chief of state|"
    r"princess regnant|o le ao o le malo)"
    r"( of the (republic|union|confederation|presidential council|swiss confederation))?",
    re.I,
)
GOVERNMENT_HEADS = re.compile(
    r"(acting |interim |first |transitional )*(prime minister|premier|chancellor|"
    r"federal chancellor|taoiseach|president"
    r"|head of government|minister.president|chief minister|chief executive|"
    r"minister of state|president of the government"
    r"|president of the council of ministers|chairman of the council of ministers|"
    r"federal president|"
    r"president of the executive council|sultan|king|emir)",
    re.I,
)
FOREIGN = re.compile(
    r"foreign affairs|external|foreign and|foreign relations|^secretary of state$|foreign minister|"
    r"foreign secretary|international relations",
    re.I,
)
NOT_FOREIGN = re.compile(
    r"foreign trade|deputy|delegate|assistant|vice|shadow|parliamentary|under|minister of state",
    re.I,
)
DEFENCE = re.compile(
    r"^(federal |first )?(minister|secretary|ministry)\b.*defen[cs]e|armed forces|"
    r"minister of the army",
    re.I,
)
NOT_DEFENCE = re.compile(
    r"chief|associate|equipment|head of|deputy|vice|assistant|under|delegate|"
    r"personnel|shadow|junior"
    r"|veteran|procurement|parliamentary|minister of state",
    re.I,
)


def role_of(row: dict[str, str]) -> str:
    """The role that the title bears out; OFF (an official, no more) where it does not."""
    role, title = row["role"], row["title"].strip()
    if role == "HOS" and not STATE_HEADS.fullmatch(title):
        return "OFF"
    if role == "HOG" and not GOVERNMENT_HEADS.fullmatch(title):
        return "OFF"
    if role == "FM" and (not FOREIGN.search(title) or NOT_FOREIGN.search(title)):
        return "OFF"
    if role == "DEF" and (not DEFENCE.search(title) or NOT_DEFENCE.search(title)):
        return (
            "MIL"
            if re.search(r"chief|general staff|army|military|commander", title, re.I)
            else "OFF"
        )
    return role


def _capitalised(found: re.Match[str]) -> str:
    return found.group().title()


def clean_name(name: str) -> str:
    """The name without nicknames in quotes, titles, suffixes after a comma, doubled spaces."""
    name = re.sub(r'["“][^"”]*["”]', " ", name)
    name = re.sub(r"\([^)]*\)", " ", name)
    name = re.sub(r"\b(also (spelled|known as)|aka)\b.*", "", name)
    name = re.sub(r"^of .*\b(President|Prime Minister)\b", "", name)
    name = re.sub(r",?\s+(Jr|Sr|II|III)\.?$", "", name.strip()) if "," in name else name
    name = re.sub(r"^(Dr|Gen|Col|Lt|Maj|Sir|Dame|Adm|Capt|Brig|Prof)\.?\s+", "", name.strip())
    name = re.sub(r"\b(?!II|III|IV|VI|JD|VII|VIII|IX|XIV|XVI\b)([A-Z]{2,})\b", _capitalised, name)
    return " ".join(name.replace(",", " ").split())


def read(path: Path) -> list[dict[str, str]]:
    """Terms from the facts, cleaned, without those of no use."""
    kept = []
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            name = clean_name(row["name"])
            code = CODES.get(row["code"], row["code"])
            if code == "none" or len(name) < 3:
                continue
            if name in HOME and HOME[name] != code:
                continue
            if code == "AND" and row["role"] in ("HOS", "HOG") and "prince" in row["title"].lower():
                continue
            if (row["end"] and row["end"] < "1990") or (
                row["start"] and row["end"] and row["end"] < row["start"]
            ):
                continue
            for cell in ("start", "end"):
                day = DAY.match(row[cell])
                row[cell] = day.group() if day else ""
            kept.append({**row, "name": name, "code": code, "role": role_of(row)})
    return kept


def merge(terms: list[dict[str, str]]) -> list[dict[str, str]]:
    """One row for one term: the Factbook's head of state is often also its head of government."""
    groups: dict[tuple[str, str, str], list[dict[str, str]]] = defaultdict(list)
    for term in terms:
        groups[term["name"], term["code"], term["role"]].append(term)
    merged = []
    for rows in groups.values():
        rows.sort(key=lambda r: (r["start"] or "0", r["end"] or "9999"))
        kept: list[dict[str, str]] = []
        for row in rows:
            last = kept[-1] if kept else None
            if (
                last
                and row["title"] == last["title"]
                and (not last["end"] or row["start"][:7] <= last["end"][:7])
            ):
                if (row["end"] > last["end"] and last["end"]) or (not last["end"] and row["end"]):
                    last["end"], last["asof"] = row["end"], row["asof"]
                continue
            kept.append(row)
        merged += kept
    return merged


def close(
    terms: list[dict[str, str]], single: tuple[str, ...] = ("HOS", "HOG", "FM", "DEF")
) -> None:
    """End an open term the day a successor begins: open means "on the as-of day"."""
    offices: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for term in terms:
        if term["role"] in single and term["start"]:
            offices[term["code"], term["role"]].append(term)
    for rows in offices.values():
        rows.sort(key=lambda r: r["start"])
        for row in rows:
            if row["end"]:
                continue
            later = [
                r["start"] for r in rows if r["start"] > row["start"] and r["name"] != row["name"]
            ]
            if later and later[-1] >= row["asof"][:7]:
                row["end"] = min(d for d in later if d >= row["asof"][:7])


def write_manifest(folder: Path) -> None:
    """Sources, licences, rows and hashes of every table, one a line."""
    lines = ["file\tsources\tlicence\trows\tsha256\tasof"]
    for path in sorted(folder.glob("*.tsv")):
        if path.name == "MANIFEST.tsv":
            continue
        body = path.read_bytes()
        rows = sum(1 for line in body.decode().split("\n")[1:] if line and not line.startswith("#"))
        built = path.name == "officeholders.tsv"
        sources = "Wikidata by EveryPolitician; CIA World Factbook" if built else "curated"
        licence = "CC0-1.0; public domain" if built else "as the project"
        asof = "2022-08; 2026-01" if built else "2025-12"
        lines.append(
            "\t".join(
                [path.name, sources, licence, str(rows), hashlib.sha256(body).hexdigest(), asof]
            )
        )
    (folder / "MANIFEST.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments and write the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--facts", type=Path, help="folder with officeholders.tsv; without it only the manifest"
    )
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.facts:
        terms = merge(read(args.facts / "officeholders.tsv"))
        close(terms)
        terms.sort(key=lambda t: (t["code"], t["role"], t["start"], t["name"], t["title"]))
        head = ["name", "code", "role", "title", "start", "end", "asof", "source"]
        short = {"wikidata/everypolitician": "wikidata", "CIA factbook history (PD)": "factbook"}
        lines = ["\t".join(head)]
        for term in terms:
            term["source"] = short.get(term["source"], term["source"])
            lines.append("\t".join(" ".join(term[c].split()) for c in head))
        (args.out / "officeholders.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        sys.stdout.write(f"{len(terms)} terms\n")
    write_manifest(args.out)


if __name__ == "__main__":
    main()
