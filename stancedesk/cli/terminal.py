"""What the command line tells the person at the terminal; never mixed with results."""

from __future__ import annotations

import re
import sys
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

import click
from tqdm import tqdm

from stancedesk.errors import UserError

if TYPE_CHECKING:
    from stancedesk.services.ingest import IngestReport

FAILED_INPUT, WRONG_USE = 1, 2
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What steers a terminal, or turns the order of letters, instead of being shown."""


def visible(text: str) -> str:
    """The text with what would steer a terminal written out: ESC as four letters."""
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], text)


class _Visible:
    """A terminal to which nothing is written that steers it."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(visible(text))
        return len(text)


def results() -> TextIO:
    """Where results go: as they are into a file or pipe, made visible on a terminal.

    Raises:
        UserError: Standard output is closed.
    """
    if sys.stdout is None:
        raise UserError("There is nowhere to write to: standard output is closed.")
    return cast(TextIO, _Visible(sys.stdout)) if sys.stdout.isatty() else sys.stdout


def give(line: str) -> None:
    """Write a line of results."""
    results().write(f"{line}\n")


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
        self._bar.set_description_str(visible(message), refresh=False)
        self._bar.refresh()

    def close(self) -> None:
        """Take the bar from the screen."""
        if self._bar is not None:
            self._bar.close()


def tell(sentence: str) -> None:
    """A line for the person at the terminal, never for a pipe."""
    click.echo(visible(sentence).replace("\n", "\\n"), err=True)


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
