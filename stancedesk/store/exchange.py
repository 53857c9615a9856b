"""Codings of people on their way between copies of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stancedesk.core.model import Change, Coding, Judgement, Span
from stancedesk.store.changes import CodingStep
from stancedesk.store.codings import CodingWriter
from stancedesk.store.connection import Connection
from stancedesk.store.records import coding_of, judgement_values, now, spans_of
from stancedesk.store.runs import INSERT_CODING

_CODINGS = """
SELECT coding.*, coder.name AS coder, coder.human, coder.run_id,
    article.sha256, statement.content, statement.text
FROM coding JOIN coder ON coder.id = coding.coder_id
JOIN statement ON statement.id = coding.statement_id
JOIN article ON article.id = statement.article_id
WHERE coder.human = 1 AND coding.retracted_at IS NULL
ORDER BY coding.id
"""

Place = tuple[str, tuple[Span, ...]]
"""Where a statement stands in any copy of the project: the article's SHA-256, its spans."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A coding with the place and words of its statement."""

    place: Place
    text: str
    coding: Coding


class ExchangeReader(Connection):
    """What can be asked about codings that go to another copy."""

    def human_codings(self) -> list[Placed]:
        """The newest coding in force of each person for each statement, the oldest first."""
        found: dict[tuple[str, int], Placed] = {}
        for row in self._all(_CODINGS):
            coding = coding_of(row)
            key = (coding.coder, coding.statement_id)
            found.pop(key, None)
            place = (str(row["sha256"]), spans_of(row["content"]))
            found[key] = Placed(place, str(row["text"]), coding)
        return list(found.values())

    def places(self) -> dict[Place, int]:
        """Statements by their place."""
        rows = self._all(
            "SELECT statement.id, article.sha256, statement.content FROM statement"
            " JOIN article ON article.id = statement.article_id ORDER BY statement.id DESC"
        )
        return {(str(row["sha256"]), spans_of(row["content"])): int(row["id"]) for row in rows}


class ExchangeWriter(ExchangeReader, CodingWriter):
    """What can be done with codings from another copy."""

    def take_codings(self, codings: Sequence[tuple[int, str, Judgement]], label: str) -> Change:
        """Add codings (statement, coder, judgement) in one change that can be undone.

        Raises:
            UserError: A coder has no name.
        """
        with self.transaction() as connection:
            numbers = {coder: self._coder(coder) for _, coder, _ in codings}
            made = [
                int(
                    connection.execute(
                        INSERT_CODING,
                        (statement, numbers[coder], now(), *judgement_values(judgement)),
                    ).lastrowid
                    or 0
                )
                for statement, coder, judgement in codings
            ]
            return self.perform(label, [CodingStep(codings=made, add=True)])
