"""Reads the labelled statements: the benchmark's, the readers' and the written set.

A labelled file from the corpus holds offsets and labels only; its text is looked up in
`../shared/corpus/articles.jsonl.gz`, which never enters the repository.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from stancedesk.core.model import Act
from stancedesk.core.ports import StanceItem

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
ACTS = tuple(act.value for act in Act)

TOPICS = {
    "ukraine_russia": {"UKR"},
    "iran": {"IRN"},
    "north_korea": {"PRK"},
    "syria_iraq_isis": {"SYR", "IRQ", "ISIS"},
    "israel_palestine": {"ISR", "PSE", "HAMAS", "LBN", "HEZBOLLAH"},
    "china_taiwan_us": {"CHN", "TWN"},
    "turkey_saudi_yemen_egypt_libya": {"TUR", "SAU", "YEM", "EGY", "LBY"},
    "afghanistan": {"AFG", "TALIBAN"},
    "venezuela_cuba_latin": {"VEN", "CUB", "COL", "GUY", "NIC", "ARG"},
    "india_pakistan": {"IND", "PAK"},
    "europe_nato_uk": {"RUS", "GBR", "EU", "NATO", "DEU", "FRA"},
}
# Folds of "leave one crisis out": the small crises go out together.
CRISES = {
    "ukraine_russia": "ukraine_russia",
    "iran": "iran",
    "north_korea": "north_korea",
    "syria_iraq_isis": "syria_iraq_isis",
    "israel_palestine": "israel_palestine",
    "china_taiwan_us": "china",
    "south_china_sea": "china",
    "turkey_saudi_yemen_egypt_libya": "turkey_gulf_africa",
    "afghanistan": "south_asia",
    "india_pakistan": "south_asia",
    "venezuela_cuba_latin": "americas_europe",
    "europe_nato_uk": "americas_europe",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled statement. `fold` names the crisis it goes out with.

    `votes` are the levels that the readers gave and the one that was settled.
    """

    id: str
    item: StanceItem
    level: int
    act: str
    fold: str
    source: str
    pair: str = ""
    votes: tuple[int, ...] = ()


def topic_of(*codes: str | None) -> str:
    """The crisis that the states of a written statement belong to, or "other"."""
    for topic, members in TOPICS.items():
        if members & {code for code in codes if code}:
            return CRISES[topic]
    return "other"


def benchmark(path: Path = SHARED / "bench" / "statements.train.jsonl") -> list[Row]:
    """The settled rows of statements.train.jsonl; none if the shared folder is absent."""
    if not path.is_file():
        return []
    return [
        _corpus_row(raw, raw["text"], raw["context"], "bench")
        for raw in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if raw.get("settled")
    ]


def _corpus_row(raw: dict[str, Any], text: str, context: str, source: str) -> Row:
    settled = raw["settled"]
    read = [int(reader["level"]) for reader in raw["readers"] if reader["valid"]]
    return Row(
        id=raw["id"],
        item=StanceItem(text, context, raw.get("speaker") or "", settled.get("country")),
        level=int(settled["level"]),
        act=settled["act"],
        fold=CRISES.get(raw.get("topic", ""), "other"),
        source=source,
        votes=(*read, int(settled["level"])),
    )


@cache
def corpus() -> dict[str, str]:
    """Texts of the corpus by article id; empty if it is absent."""
    path = SHARED / "corpus" / "articles.jsonl.gz"
    if not path.is_file():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return {raw.get("id") or raw["article"]: raw["text"] for raw in map(json.loads, lines)}


def readers(folder: Path = HERE / "labels") -> list[Row]:
    """The project's own labels: any number of files of offsets and settled labels."""
    out = []
    for path in sorted(folder.glob("*.jsonl")):
        for raw in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            settled = raw.get("settled")
            if not settled or not settled.get("valid", True):
                continue
            text, context = raw.get("text"), raw.get("context")
            if text is None:
                article = corpus().get(raw["article"])
                if article is None:
                    continue
                text = " ... ".join(article[a:b] for a, b in raw["content"])
                context = paragraph(article, raw["content"][0][0], raw["content"][-1][1])
                if raw.get("speaker") and not isinstance(raw["speaker"], str):
                    raw["speaker"] = article[slice(*raw["speaker"])]
            out.append(_corpus_row(raw, text, context or "", path.stem))
    return out


def paragraph(text: str, start: int, end: int) -> str:
    """The lines that hold the characters from `start` to `end`."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    return text[low : len(text) if high < 0 else high]


_PIECE = re.compile(r"\[\[(.*?)\]\]", re.S)
_SPEAKER = re.compile(r"\{(.*?)\}", re.S)


def written(folder: Path = HERE / "written") -> list[Row]:
    """The statements written for the purpose, `level act speaker>target [tags] | paragraph`."""
    return [row for path in sorted(folder.glob("*.txt")) for row in _written_file(path)]


def _written_file(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        head, _, marked = line.partition(" | ")
        level, act, who, *tags = head.split()
        speaker, _, target = who.partition(">")
        pair = next((tag[2:] for tag in tags if tag.startswith("p:")), "")
        pieces, named = _PIECE.findall(marked), _SPEAKER.search(marked)
        if not pieces or named is None or act not in ACTS or not -2 <= int(level) <= 2:
            raise ValueError(f"{path.name}:{number}: {line[:80]}")
        context = re.sub(r"\[\[|\]\]|[{}]", "", marked)
        text = " ... ".join(re.sub(r"[{}]", "", piece) for piece in pieces)
        country = None if speaker == "None" else speaker
        yield Row(
            id=f"{path.stem}-{number}",
            item=StanceItem(text, context, named.group(1), country),
            level=int(level),
            act=act,
            fold=topic_of(speaker, target),
            source="written",
            pair=f"{path.stem}-{pair}" if pair else "",
        )


def own_rows() -> list[Row]:
    """Everything labelled that may be trained on."""
    return [*benchmark(), *readers(), *written()]


def pool_items(path: Path) -> list[StanceItem]:
    """Items of a pool written by `training.stance.pool`."""
    return [
        StanceItem(r["text"], r["context"], r["speaker"], r["country"], r["cue"])
        for r in map(json.loads, path.read_text(encoding="utf-8").splitlines())
    ]
