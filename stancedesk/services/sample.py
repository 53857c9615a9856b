"""The sample project: fictional articles that ship, imported as anyone would import them."""

from __future__ import annotations

import csv
from pathlib import Path

from stancedesk.core.ports import Progress
from stancedesk.paths import resources
from stancedesk.services.analyse import load_analyser
from stancedesk.services.ingest import IngestReport, ingest
from stancedesk.store import Project


def make(target: Path, progress: Progress | None = None) -> IngestReport:
    """Make the sample project at `target`.

    The invented states and people of the sample are not in the knowledge base: they come as the
    user's own file of actors would.

    Raises:
        UserError: The file is there already, or its folder cannot be written.
    """
    folder = resources() / "sample"
    with Project.create(target) as project:
        analyser = load_analyser(folder / "actors.tsv")
        report = ingest(project, [folder / "articles"], analyser, progress)
        with (folder / "events.tsv").open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                project.add_event(row["date"], row["label"])
    return report
