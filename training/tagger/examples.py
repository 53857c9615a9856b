"""Turns annotated articles into training windows: piece labels and pointer targets."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from stancedesk.nlp.quotes.marks import paragraphs, quotations
from stancedesk.nlp.quotes.windows import BUDGET, Pieces, read, windows

IGNORED = -100


@dataclass
class Owner:
    """Where in its window an attribution has its parts; None is "elsewhere", () is "nowhere"."""

    source: tuple[int, int] | tuple[()] | None
    cue: tuple[int, int] | tuple[()] | None
    first: int | None


@dataclass
class Example:
    """One window. Labels: content 0 O, 1/2 B/I speech, 3/4 B/I other; source, cue 0 O, 1 B, 2 I."""

    pieces: Pieces
    content: NDArray[np.int64]
    source: NDArray[np.int64]
    cue: NDArray[np.int64]
    owner: NDArray[np.int64]
    owners: list[Owner] = field(default_factory=list)


def load(path: Path) -> list[dict[str, Any]]:
    """Records of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Reader:
    """Pieces of texts, kept, because each epoch cuts the same texts into other windows."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.stops = frozenset(tokenizer.token_to_id(c) for c in ".!?")
        self.colon = tokenizer.token_to_id(":")
        self._kept: dict[str, list[Pieces]] = {}

    def pieces(self, text: str) -> list[Pieces]:
        """Pieces of each paragraph of the text."""
        if text not in self._kept:
            spans = list(paragraphs(text))
            self._kept[text] = read(text, spans, quotations(text), self.tokenizer)
        return self._kept[text]


def articles(docs: list[dict[str, Any]], reader: Reader, rng: random.Random) -> list[Example]:
    """Windows of PolNeAR articles, cut at random budgets so that contexts vary by epoch."""
    out = []
    for doc in docs:
        rest = reader.pieces(doc["text"])
        first = rng.randrange(len(rest)) if len(rest) > 3 else 0
        budget = rng.choice((BUDGET, BUDGET, 150))
        cut = windows(rest[:first], reader.stops, reader.colon, BUDGET)
        cut += windows(rest[first:], reader.stops, reader.colon, budget)
        out += [_labelled(window, doc) for window in cut]
    return out


def _labelled(window: Pieces, doc: dict[str, Any]) -> Example:
    size = len(window)
    low, high = int(window.starts[0]), int(window.ends[-1])
    labels = {name: np.zeros(size, dtype=np.int64) for name in ("content", "source", "cue")}
    owner = np.full(size, -1, dtype=np.int64)
    owners: list[Owner] = []
    for start, end in doc.get("discard", []):
        a, b = window.covering((start, end))
        for array in labels.values():
            array[a:b] = IGNORED
    for quote in doc["quotes"]:
        spans = quote["content"] + quote["source"] + quote["cue"]
        if not any(a < high and b > low for a, b in spans):
            continue
        kind = 1 if quote["speech"] or quote["kind"] != "indirect" else 3
        here = [window.covering(span) for span in quote["content"]]
        for a, b in here:
            if a < b:
                labels["content"][a] = kind
                labels["content"][a + 1 : b] = kind + 1
                owner[a:b] = len(owners)
        places: dict[str, Any] = {}
        for name in ("source", "cue"):
            places[name] = ()
            for span in quote[name][:1]:
                a, b = window.covering(span)
                places[name] = (a, b) if a < b else None
                if a < b:
                    labels[name][a] = 1
                    labels[name][a + 1 : b] = 2
        inside = here[0][0] < here[0][1]
        owners.append(Owner(places["source"], places["cue"], here[0][0] if inside else None))
    return Example(window, labels["content"], labels["source"], labels["cue"], owner, owners)


def fragments(records: list[dict[str, Any]], reader: Reader) -> list[Example]:
    """Paragraphs in which one statement is marked and others may stand unmarked.

    Only the marked pieces and their two neighbours teach the content labels.
    """
    out = []
    for record in records:
        if not all(r["valid"] for r in record["readers"]):
            continue
        text, words = record["context"], record["text"]
        at = text.find(words)
        if len(record["content"]) != 1 or at < 0:
            continue
        span = (at, at + len(words))
        for window in windows(reader.pieces(text), reader.stops, reader.colon):
            content = np.full(len(window), IGNORED, dtype=np.int64)
            a, b = window.covering(span)
            if a < b:
                content[max(a - 1, 0)] = content[min(b, len(window) - 1)] = 0
                content[a] = 1
                content[a + 1 : b] = 2
            if (content > 0).any():
                nothing = np.full(len(window), IGNORED, dtype=np.int64)
                owner = np.full(len(window), -1, dtype=np.int64)
                out.append(Example(window, content, nothing, nothing, owner))
    return out
