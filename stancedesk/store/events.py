"""Dated marks on the timeline, and the small state of windows and filters."""

from __future__ import annotations

import json

from stancedesk.core.model import Change, Event
from stancedesk.errors import UserError
from stancedesk.store.changes import Changes, EventStep
from stancedesk.store.connection import Connection
from stancedesk.store.records import iso_day, storable


class EventReader(Connection):
    """What can be asked about events and state."""

    def events(self) -> list[Event]:
        """All events, by date."""
        rows = self._all("SELECT id, date, label FROM event ORDER BY date, id")
        return [Event(date=row["date"], label=row["label"], id=row["id"]) for row in rows]

    def state(self, key: str, default: object = None) -> object:
        """What was kept under a key by `set_state`, or the default."""
        row = self._one("SELECT value FROM state WHERE key = ?", (key,))
        return default if row is None else json.loads(row["value"])


class EventWriter(EventReader, Changes):
    """What can be done to events and state."""

    def add_event(self, date: str, label: str) -> Change:
        """Put an event on the timeline.

        Raises:
            UserError: The date is none, or the label is empty.
        """
        day = iso_day(date)
        words = storable(label).strip()
        if not words:
            raise UserError("An event needs a name.")
        with self.transaction():
            # Ids that undone events may come back to must not be taken by others.
            number = 1 + self._value(
                """
                SELECT max(id) FROM (
                    SELECT id FROM event
                    UNION ALL
                    SELECT json_extract(step.value, '$.id') FROM change, json_each(steps) AS step
                    WHERE json_extract(step.value, '$.step') = 'event'
                )
                """
            )
            return self.perform(
                f"Add event “{words}”", [EventStep(id=number, date=day, label=words, add=True)]
            )

    def remove_event(self, event_id: int) -> Change:
        """Take an event off the timeline.

        Raises:
            UserError: There is no such event.
        """
        with self.transaction():
            row = self._one("SELECT date, label FROM event WHERE id = ?", (event_id,))
            if row is None:
                raise UserError("This event is no longer on the timeline.")
            step = EventStep(id=event_id, date=row["date"], label=row["label"], add=False)
            return self.perform(f"Remove event “{row['label']}”", [step])

    def set_state(self, key: str, value: object) -> None:
        """Keep a small piece of state (anything that JSON can hold) with the project."""
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO state (key, value) VALUES (?, ?)"
                " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (key, json.dumps(value)),
            )
