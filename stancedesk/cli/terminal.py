"""What the command line tells the person at the terminal; never mixed with results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

if TYPE_CHECKING:
    from stancedesk.services.ingest import IngestReport

FAILED_INPUT, WRONG_USE = 1, 2


class Bar:
    """Progress on standard error: a bar on a terminal, silent elsewhere."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None

    def step(self, done: int, total: int, message: str = "") -> None:
        """Show how far the work is; `total` 0 means unknown."""
        if self._bar is None:
            self._bar = tqdm(total=total or None, unit="", leave=False, disable=None)
        self._bar.total = total or None
        self._bar.n = done
        self._bar.set_description_str(message, refresh=False)
        self._bar.refresh()

    def close(self) -> None:
        """Take the bar from the screen."""
        if self._bar is not None:
            self._bar.close()


def tell(sentence: str) -> None:
    """A line for the person at the terminal, never for a pipe."""
    click.echo(sentence, err=True)


def tell_report(report: IngestReport, summary: str = "") -> None:
    """What came of an import: everything that needs a look by name, then the counts."""
    for table in report.tables:
        tell(table.sentence())
    for failure in report.failures:
        named = str(failure.error)
        tell(named if failure.path in named else f"{failure.path}: {named}")
    for passed in report.passed_over:
        tell(passed)
    for name in report.duplicates:
        tell(f"already there: {name}")
    for _, name in report.reprints:
        tell(f"reprint, counted once: {name}")
    for _, name in report.other_language:
        tell(f"not in English, kept and not analysed: {name}")
    for _, name in report.undated:
        tell(f"undated: {name}")
    if report.more:
        tell(f"and {report.more.total()} more, which are not named")
    tell(summary or report.summary())
