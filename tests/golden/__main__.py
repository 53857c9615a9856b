"""Makes the golden project of this version: `python -m tests.golden` (a step of RELEASING.md)."""

from __future__ import annotations

import json
import lzma
import sys
import tempfile
from pathlib import Path

from stancedesk import __version__
from stancedesk.core.model import Query
from stancedesk.services.sample import make
from stancedesk.store import Project
from tests.golden import FOLDER, figures


def coded(path: Path) -> None:
    """The sample project, as two people left it after a day of coding."""
    make(path)
    with Project.open(path) as project:
        rows = project.rows(Query(), limit=40)
        ids = [row.id for row in rows]
        project.code(ids[:6], "Ann", {"level": -2}, note="a threat with a date")
        project.code(ids[4:10], "Bo", {"level": 1})
        project.code(ids[10:12], "Ann", {"country": "UNO"})
        project.set_valid(ids[12:14], "Bo", valid=False)
        persons = [row.judgement.person for row in rows if row.judgement.person]
        first, other = list(dict.fromkeys(persons))[:2]
        project.merge_persons(other, first)
        project.set_date(project.undated()[0].id, "2032-01-02")
        project.add_event("2032-01-20", "Talks open")
        project.code(ids[14:16], "Ann", {"level": 2})
        project.undo()


def in_lines(found: dict[str, object]) -> str:
    """JSON with a line for each statement and each figure, so that differences are read."""
    parts = []
    for name, value in found.items():
        items = value if isinstance(value, list) and value and isinstance(value[0], list) else None
        text = json.dumps(value, ensure_ascii=False)
        if items is not None:
            text = ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in items)
            text = f"[\n  {text}\n ]"
        parts.append(f" {json.dumps(name)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    """Write the project and its figures, once for each version."""
    packed, written = FOLDER / f"{__version__}.stance.xz", FOLDER / f"{__version__}.json"
    if packed.exists() and "--again" not in sys.argv:
        sys.exit(f"{packed.name} is there. A released version's project is never made again;"
                 " before the release: --again")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "golden.stance"
        coded(path)
        with Project.open(path) as project:
            found = figures(project)
            project.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        FOLDER.mkdir(parents=True, exist_ok=True)
        packed.write_bytes(lzma.compress(path.read_bytes(), preset=9))
    written.write_text(in_lines(found), encoding="utf-8")
    print(f"{packed}: {packed.stat().st_size / 1000:.0f} kB, {found['counts']}")


if __name__ == "__main__":
    main()
