"""Which statements a query selects, as a mask over the columns and as the rows that it leaves."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stancedesk.store.encoded import Ints, Mask

Number = TypeVar("Number", bound=np.generic)


class Selected:
    """A selection; several counts of one share the work of finding its rows."""

    def __init__(self, mask: Mask) -> None:
        mask.flags.writeable = False
        self.mask = mask

    @cached_property
    def rows(self) -> Ints:
        """Where in the columns the selected statements stand, in order."""
        return np.flatnonzero(self.mask)

    def __len__(self) -> int:
        return len(self.rows)

    def of(self, column: NDArray[Number]) -> NDArray[Number]:
        """The selected statements' part of a column; not to be written to."""
        return column if len(self.rows) == len(column) else column[self.rows]

    def at(self, column: NDArray[Number], rows: Ints) -> NDArray[Number]:
        """A column at rows, which may be those of the selection."""
        return self.of(column) if rows is self.rows else column[rows]
