"""Walks the files and folders that a user names, in a fixed order."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers.decode import shown, unreadable
from stancedesk.importers.registry import importer_for, suffixes


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of a folder that no importer reads: not an error, but said.

    `kinds` are their suffixes with counts, the most frequent first ("" is no suffix).
    """

    path: str
    kinds: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """How many files were passed over."""
        return sum(number for _, number in self.kinds)


def discover(paths: Iterable[Path]) -> Iterator[Path | Failure | PassedOver]:
    """Files to import, each once, folders in the order of their names.

    A file named by the user is always given, whatever it is, so that reading it says what is
    wrong. Inside folders, hidden files and linked folders are left out (a link may lead back
    to its own parent), and files that no importer reads are counted. A folder without any file
    to import is a Failure.
    """
    seen: set[str] = set()
    for path in paths:
        try:
            is_folder = path.is_dir()
        except (OSError, ValueError) as error:
            yield Failure(shown(path), unreadable(path, error))
            continue
        for found in _walk(path) if is_folder else (path,):
            if isinstance(found, Path):
                key = os.path.realpath(found)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _walk(folder: Path) -> Iterator[Path | Failure | PassedOver]:
    failures: list[Failure] = []

    def refused(error: OSError) -> None:
        place = Path(error.filename) if error.filename else folder
        failures.append(Failure(shown(place), unreadable(place, error)))

    others: Counter[str] = Counter()
    given = 0
    for root, folders, names in os.walk(folder, onerror=refused):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.startswith("."):
                continue
            path = Path(root, name)
            if importer_for(path) is None:
                others[path.suffix.lower()] += 1
                continue
            given += 1
            yield path
    yield from failures
    if not given and not failures:
        yield Failure(shown(folder), _nothing_in(folder, others))
    elif others:
        yield PassedOver(shown(folder), tuple(others.most_common()))


def _nothing_in(folder: Path, others: Counter[str]) -> UserError:
    what = phrase(f"{others.total()} files, none of a kind") if others else phrase("no file")
    return UserError(
        f"The folder {shown(folder)} holds {what} that StanceDesk reads.",
        f"It reads {', '.join(suffixes())}.",
    )
