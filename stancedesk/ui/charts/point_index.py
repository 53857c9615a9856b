"""Points of all series of a timeline, to be found by day and by statement."""

from __future__ import annotations

from typing import Any

import numpy as np

from stancedesk.services.chart import TimelineData


class PointIndex:
    """Columns in order of day; `actor` is the number of the series."""

    def __init__(self, ids: Any, days: Any, stances: Any, actor: Any) -> None:
        order = np.lexsort((ids, days))
        self.ids, self.days = ids[order], days[order]
        self.stances, self.actor = stances[order], actor[order]
        self._by_id = np.argsort(self.ids, kind="stable")
        self._sorted = self.ids[self._by_id]

    @classmethod
    def none(cls) -> PointIndex:
        """No points."""
        empty_column = np.empty(0, dtype=np.int64)
        return cls(empty_column, empty_column, np.empty(0), empty_column)

    @classmethod
    def of(cls, data: TimelineData) -> PointIndex:
        """The points of all actors of a timeline."""
        if not data.series:
            return cls.none()
        return cls(
            np.concatenate([each.ids for each in data.series]),
            np.concatenate([each.days for each in data.series]),
            np.concatenate([each.stances for each in data.series]),
            np.repeat(np.arange(len(data.series)), [each.ids.size for each in data.series]),
        )

    def pile(self, statement_id: int) -> list[int]:
        """Statements whose points lie exactly on this one's, itself among them."""
        at = self.place(statement_id)
        if at is None:
            return []
        low, high = np.searchsorted(self.days, (self.days[at], self.days[at] + 1))
        same = self.stances[low:high] == self.stances[at]
        return [int(each) for each in np.unique(self.ids[low:high][same])]

    def place(self, statement_id: int) -> int | None:
        """Where in the columns a statement is; None where it is not."""
        at = int(np.searchsorted(self._sorted, statement_id))
        if at < self._sorted.size and self._sorted[at] == statement_id:
            return int(self._by_id[at])
        return None
