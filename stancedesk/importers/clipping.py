"""One article of a press database's export, before it is an Article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clipping:
    """Title, outlet, ISO day and text as the export gives them; `published` None is unknown."""

    title: str
    source: str
    published: str | None
    text: str


def blocks(lines: Iterable[str]) -> str:
    """Paragraphs from lines: an empty line parts them, lines of one are joined."""
    done: list[list[str]] = [[]]
    for line in lines:
        if stripped := line.strip():
            done[-1].append(stripped)
        elif done[-1]:
            done.append([])
    return "\n\n".join(" ".join(block) for block in done if block)
