"""What came of an import."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from stancedesk.core.ports import Failure
from stancedesk.services.tables import TableRead

LISTED = 10_000
"""Items that a list of the report names: memory stays flat whatever the size of the input."""


@dataclass(slots=True)
class IngestReport:
    """What came of an import, for the summary line and the report in the desktop.

    `duplicates` are names of articles whose text was there already; `undated` are
    (article id, name) of imported articles without a date, `other_language` of those that are
    kept and not analysed since they are not English, `reprints` of those that are reprints of
    articles in the project and count once. `tables` says which columns were read. Of each list
    the first thousands are kept; `count` has them all.
    """

    read: int = 0
    imported: int = 0
    statements: int = 0
    resumed: int = 0
    duplicates: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    undated: list[tuple[int, str]] = field(default_factory=list)
    other_language: list[tuple[int, str]] = field(default_factory=list)
    reprints: list[tuple[int, str]] = field(default_factory=list)
    tables: list[TableRead] = field(default_factory=list)
    cancelled: bool = False
    more: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, item: object) -> None:
        """Add to the list of this name, or only count where it is long already."""
        listed: list[object] = getattr(self, name)
        if len(listed) < LISTED:
            listed.append(item)
        else:
            self.more[name] += 1

    def count(self, name: str) -> int:
        """How many were added to the list of this name."""
        return len(getattr(self, name)) + self.more[name]

    def summary(self) -> str:
        """One sentence with the counts that matter."""
        parts = [f"{self.imported} of {self.read} imported", f"{self.statements} statements"]
        for count, word in (
            (self.count("duplicates"), "already there"),
            (self.count("reprints"), "reprints"),
            (self.count("other_language"), "not in English"),
            (self.count("undated"), "undated"),
            (self.count("failures"), "failed"),
            (self.resumed, "left from before analysed"),
        ):
            if count:
                parts.append(f"{count} {word}")
        return ", ".join(parts) + (" (stopped)" if self.cancelled else "") + "."
