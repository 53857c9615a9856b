"""The same project gives the same files: each kind of chart, exported twice, opened anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from test_export_timeline import project_file

from stancedesk.core.model import Query
from stancedesk.store import Project
from stancedesk.ui.chart_kinds import KINDS, ChartKind, Options, captioned
from stancedesk.ui.charts.export import Format, Sheet, render

__all__ = ["project_file"]

METADATA = re.compile(rb"uuid:[0-9a-f-]+|/ID \[.*?\]|D:\d+[^)]*|\d{4}-\d\d-\d\dT[^<]*")


def exported(path: Path, kind: ChartKind, form: Format) -> bytes:
    """A chart of the whole project as the bytes of a file."""
    sheet = Sheet(600, 400)
    with Project.open(path) as project:
        chart = kind.build(project, Query(), Options())
        return render(kind.draw(chart, sheet.theme()), captioned(chart), sheet, form)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_a_project_exported_twice_gives_the_same_file(
    qapp: QApplication, project_file: Path, kind: ChartKind, form: Format
) -> None:
    first, second = exported(project_file, kind, form), exported(project_file, kind, form)
    assert len(first) > 1500
    if form == "pdf":  # Qt writes the moment and an identifier into it
        first, second = METADATA.sub(b"", first), METADATA.sub(b"", second)
    assert first == second
