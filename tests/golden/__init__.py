"""Projects written by released versions, with the figures that each gave: they must stay."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.store import Project

FOLDER = Path(__file__).resolve().parents[1] / "data" / "golden"


def figures(project: Project) -> dict[str, object]:
    """What a user sees of a project in numbers: counts, statements, means, events, undo.

    Only add what older projects can answer, too; never change what is there.
    """
    counts = project.counts()
    names = ("articles", "undated", "analysed", "statements", "reviewed", "rejected", "countries",
             "persons", "events")  # fmt: skip
    return {
        "counts": {name: counts[name] for name in names},
        "dates": list(project.date_range() or ()),
        "countries": _facets(project, "country"),
        "acts": _facets(project, "act"),
        "months": [
            [bar.start, bar.n, round(bar.mean, 6)] for bar in project.histogram(Query(), Bin.MONTH)
        ],
        "found": {word: project.count(Query(text=word)) for word in ("strait", "cease*", "treaty")},
        "events": [[event.date, event.label] for event in project.events()],
        "undo": project.undo_label(),
        "statements": [
            [
                row.id, row.published, row.source, row.kind.value, row.judgement.country,
                row.judgement.person, row.judgement.act.value, round(row.judgement.stance, 6),
                row.judgement.level, row.reviewed, row.text,
            ]
            for row in project.export_rows(Query())
        ],
    }  # fmt: skip


def _facets(project: Project, field: str) -> list[list[object]]:
    found = project.facets(Query(), field)  # type: ignore[arg-type]
    return sorted([facet.value, facet.n, round(facet.mean, 6)] for facet in found)


def versions() -> list[str]:
    """The versions of which a project is kept."""
    return sorted(path.name.removesuffix(".stance.xz") for path in FOLDER.glob("*.stance.xz"))


def unpack(version: str, target: Path) -> None:
    """Lay the project of a version down at a path."""
    target.write_bytes(lzma.decompress((FOLDER / f"{version}.stance.xz").read_bytes()))


def recorded(version: str) -> dict[str, object]:
    """The figures that a version gave of its own project."""
    found: dict[str, object] = json.loads((FOLDER / f"{version}.json").read_text("utf-8"))
    return found
