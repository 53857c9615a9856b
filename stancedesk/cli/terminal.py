"""What the command line tells the person at the terminal; never mixed with results."""

from __future__ import annotations

from typing import Any

import click
from tqdm import tqdm

FAILED_INPUT, WRONG_USE = 1, 2


class Bar:
    """Progress on standard error: a bar on a terminal, silent elsewhere."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None

    def step(self, done: int, total: int, message: str = "") -> None:
        """Show how far the work is; `total` 0 means unknown."""
        if self._bar is None:
            self._bar = tqdm(total=total or None, unit="file", leave=False, disable=None)
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
