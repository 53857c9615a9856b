"""Watched folders: new and changed files in them are imported, each once."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stancedesk.core.ports import Failure, Progress, Silent
from stancedesk.core.sources import FileMark, Folder
from stancedesk.errors import UserError
from stancedesk.importers import discover
from stancedesk.importers.decode import shown
from stancedesk.services.analyse import Analyser
from stancedesk.services.ingest import IngestOptions, ingest
from stancedesk.services.ingest_report import IngestReport
from stancedesk.store import Project, Reader

SETTLED = 2.0
"""Seconds since its last change after which a file is taken for whole."""
EVERY = 60.0
"""Seconds between two looks, unless the user says otherwise."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look at a folder found: files to import, with what they look like now.

    `growing` counts those that were written a moment ago; they wait for the next look.
    """

    folder: Folder
    marks: tuple[FileMark, ...] = ()
    growing: int = 0
    failures: tuple[Failure, ...] = ()

    @property
    def problem(self) -> str:
        """Why the folder itself, or one in it, could not be looked at."""
        return str(self.failures[0].error) if self.failures else ""


@dataclass(slots=True)
class LookReport:
    """What came of looking at folders."""

    folders: int = 0
    growing: int = 0
    pages: IngestReport = field(default_factory=IngestReport)


def watch(project: Project, path: Path) -> Folder:
    """Watch a folder from now on; return it as the project knows it.

    Raises:
        UserError: It is no folder, or its name cannot be kept.
    """
    place = _place(path)
    if not place.is_dir():
        raise UserError(
            f"There is no folder {shown(place)}.", "Create it first, or check the name."
        )
    if shown(place) != str(place):
        raise UserError(f"The name of {shown(place)} is no text.", "Give the folder another name.")
    id_ = project.add_folder(str(place))
    return next(each for each in project.folders() if each.id == id_)


def forgotten(project: Project, path: Path) -> None:
    """Watch a folder no longer.

    Raises:
        UserError: It is not watched.
    """
    place = str(_place(path))
    for folder in project.folders():
        if folder.path == place:
            project.remove_folder(folder.id)
            return
    raise UserError(f"{shown(path)} is not watched.", "Check the name.")


def look(
    reader: Reader, folder: Folder, now: Callable[[], float] = time.time, settled: float = SETTLED
) -> Found:
    """Look which files of a folder are new or have changed; nothing is read or written.

    Args:
        reader: The project; one that only reads will do.
        folder: A watched folder.
        now: The time, seconds since 1970.
        settled: Seconds since its last change after which a file is taken for whole.
    """
    place = Path(folder.path)
    if not place.is_dir():
        error = UserError(
            f"The watched folder {folder.path} is not there.", "Connect its drive, or remove it."
        )
        return Found(folder, failures=(Failure(folder.path, error),))
    known = reader.marks(folder.id)
    marks, growing, failures = [], 0, []
    for item in discover([place]):
        if isinstance(item, Failure):
            if item.path != shown(place):  # an empty folder is no failure: it may fill
                failures.append(item)
        elif isinstance(item, Path) and (mark := _mark(item)) and known.get(mark.path) != mark:
            # A file from the future (a clock that was wrong) is as whole as any.
            if 0 <= now() - mark.modified / 1e9 < settled:
                growing += 1
            else:
                marks.append(mark)
    return Found(folder, tuple(marks), growing, tuple(failures))


def take(
    project: Project,
    folders: Sequence[Folder] | None = None,
    analyser: Analyser | None = None,
    progress: Progress | None = None,
    options: IngestOptions | None = None,
    settled: float = SETTLED,
    before: LookReport | None = None,
) -> LookReport:
    """Import what is new or has changed in watched folders.

    A file that cannot be read is told once, until it changes.

    Args:
        project: The open project; this call is its only writer.
        folders: Which; all where None.
        analyser: What reads the texts; the shipped one where none is given.
        progress: Hears of each file and may cancel.
        options: As for `ingest`.
        settled: As for `look`.
        before: The report of a look a moment ago, which this one goes on with.
    """
    report = LookReport(pages=before.pages) if before else LookReport()
    for folder in project.folders() if folders is None else folders:
        (progress or Silent()).step(0, 0, folder.path)
        found = look(project, folder, settled=settled)
        report.folders += 1
        report.growing += found.growing
        report.pages.failures.extend(found.failures)
        done: tuple[FileMark, ...] = ()
        if found.marks:
            paths = [Path(mark.path) for mark in found.marks]
            imported = ingest(project, paths, analyser, progress, options)
            _join(report.pages, imported)
            # What was read before the user stopped is recognised by its text next time.
            done = () if imported.cancelled else found.marks
        project.folder_looked(folder.id, done, found.problem)
        if report.pages.cancelled:
            break
    return report


def _place(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except RuntimeError:  # "~somebody" who is not there, or a link that leads to itself
        return path.absolute()


def _mark(path: Path) -> FileMark | None:
    try:
        seen = path.stat()
    except OSError:
        return None  # gone since it was listed
    return FileMark(shown(path), seen.st_size, seen.st_mtime_ns)


def _join(whole: IngestReport, part: IngestReport) -> None:
    whole.read += part.read
    whole.imported += part.imported
    whole.statements += part.statements
    whole.resumed += part.resumed
    for name in (
        "duplicates", "failures", "passed_over", "undated", "other_language", "reprints", "tables",
    ):  # fmt: skip
        for item in getattr(part, name):
            whole.add(name, item)
    whole.more.update(part.more)
    whole.cancelled = whole.cancelled or part.cancelled
