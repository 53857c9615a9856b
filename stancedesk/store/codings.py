"""Codings by people: judging, correcting, retracting, and comparing coders."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, replace

from stancedesk.core.model import (
    LEVELS,
    Act,
    Analysed,
    Change,
    Coding,
    Evidence,
    Found,
    Judgement,
    Kind,
)
from stancedesk.errors import UserError
from stancedesk.store.changes import AliasStep, Changes, CodingStep, KindStep
from stancedesk.store.connection import Connection
from stancedesk.store.records import coding_of, judgement_of, judgement_values, now, storable
from stancedesk.store.runs import INSERT_CODING, insert_statement

Changing = Mapping[str, object] | Callable[[Judgement], Judgement]

_FIELDS = frozenset(item.name for item in fields(Judgement)) - {"evidence"}
_CHOSEN = "IN (SELECT value FROM json_each(?))"
_CODINGS = """
SELECT coding.*, coder.name AS coder, coder.human, coder.run_id
FROM coding JOIN coder ON coder.id = coding.coder_id
"""


class CodingReader(Connection):
    """What can be asked about codings."""

    def codings(self, statement_id: int) -> list[Coding]:
        """All codings of a statement, retracted ones too, the oldest first."""
        rows = self._all(f"{_CODINGS} WHERE statement_id = ? ORDER BY coding.id", (statement_id,))
        return [coding_of(row) for row in rows]

    def coders(self) -> list[str]:
        """Names of the people who have coded."""
        rows = self._all("SELECT name FROM coder WHERE human = 1 ORDER BY name")
        return [str(row["name"]) for row in rows]

    def paired(self, first: str, second: str) -> list[tuple[int, Judgement, Judgement]]:
        """Statements that both coders coded, each with the newest judgement of either.

        The machine's name is "machine".
        """
        judged: list[dict[int, Judgement]] = []
        for name in (first, second):
            rows = self._all(
                f"{_CODINGS} WHERE coder.name = ? AND retracted_at IS NULL ORDER BY coding.id",
                (name,),
            )
            judged.append({int(row["statement_id"]): judgement_of(row) for row in rows})
        one, two = judged
        return [(at, one[at], two[at]) for at in sorted(one.keys() & two.keys())]

    def _judgements(self, statement_ids: Sequence[int]) -> dict[int, Judgement]:
        # What counts now; where every coding was retracted, what was thought last.
        rows = self._all(
            f"""
            SELECT statement.id AS at, coding.* FROM statement
            JOIN coding ON coding.id = coalesce(
                (SELECT coding_id FROM winner WHERE statement_id = statement.id),
                (SELECT max(id) FROM coding WHERE statement_id = statement.id))
            WHERE statement.id {_CHOSEN}
            """,
            (json.dumps(list(statement_ids)),),
        )
        return {int(row["at"]): judgement_of(row) for row in rows}


class CodingWriter(CodingReader, Changes):
    """What people can do to codings; everything can be undone."""

    def code(
        self,
        statement_ids: Iterable[int],
        coder: str,
        changes: Changing,
        note: str = "",
        label: str = "",
    ) -> Change:
        """Judge statements: each gets a new coding, the present judgement with changes.

        Args:
            statement_ids: The statements.
            coder: Name of the person.
            changes: New values by field of `Judgement`, or a function from old to new judgement.
                No changes accept what is there. A country sets the countries, a level the stance
                (level / 2), and the other way round, unless both are given.
            note: A reason, kept with each coding.
            label: Name for the undo menu; made from the changes if empty.

        Raises:
            UserError: A value is out of range, a statement is gone, or the coder has no name.
        """
        chosen = sorted(set(statement_ids))
        if not chosen:
            raise UserError("No statement is selected.", "Select one or more statements first.")
        change = changes if callable(changes) else _changing(changes)
        with self.transaction() as connection:
            number = self._coder(coder)
            before = self._judgements(chosen)
            if len(before) < len(chosen):
                raise UserError("Some of these statements are no longer in the project.")
            codings: list[int] = []
            for statement in chosen:
                judgement = _judged(before[statement], change, coder, note)
                cursor = connection.execute(
                    INSERT_CODING, (statement, number, now(), *judgement_values(judgement))
                )
                codings.append(int(cursor.lastrowid or 0))
            named = label or _label(changes, len(chosen))
            return self.perform(named, [CodingStep(codings=codings, add=True)])

    def set_valid(
        self, statement_ids: Iterable[int], coder: str, valid: bool, note: str = ""
    ) -> Change:
        """Say that these are no statements, which hides them, or that they are after all."""
        chosen = list(statement_ids)
        verdict = "Restore" if valid else "Reject"
        return self.code(
            chosen, coder, {"valid": valid}, note, label=f"{verdict} {_number(len(set(chosen)))}"
        )

    def set_kind(self, statement_ids: Iterable[int], coder: str, kind: Kind) -> Change:
        """Say how the words of statements are given; kept as the coder's judgement too.

        Raises:
            UserError: A statement is gone, or the coder has no name.
        """
        chosen = sorted(set(statement_ids))
        label = f"Set kind to {kind.value} on {_number(len(chosen))}"
        with self.transaction() as connection:
            rows = self._all(
                f"SELECT id, kind FROM statement WHERE id {_CHOSEN}", (json.dumps(chosen),)
            )
            number, before = self._coder(coder), self._judgements(chosen)
            if not chosen or len(before) < len(chosen):
                raise UserError("Some of these statements are no longer in the project.")
            codings: list[int] = []
            for statement in chosen:
                judgement = _judged(before[statement], lambda same: same, coder, "")
                values = (statement, number, now(), *judgement_values(judgement))
                codings.append(int(connection.execute(INSERT_CODING, values).lastrowid or 0))
            step = KindStep({str(row["id"]): str(row["kind"]) for row in rows}, kind.value)
            return self.perform(label, [CodingStep(codings=codings, add=True), step])

    def retract(self, coding_ids: Iterable[int]) -> Change:
        """Retract codings of people; what was thought before counts again.

        Raises:
            UserError: One is the machine's, or was retracted already.
        """
        chosen = sorted(set(coding_ids))
        found = self._value(
            f"""
            SELECT count(*) FROM coding JOIN coder ON coder.id = coding.coder_id
            WHERE human = 1 AND retracted_at IS NULL AND coding.id {_CHOSEN}
            """,
            (json.dumps(chosen),),
        )
        if not chosen or found < len(chosen):
            raise UserError(
                "Only codings of people that are in force can be retracted.",
                "To hide what the machine found, mark it as no statement.",
            )
        label = "Retract a coding" if len(chosen) == 1 else f"Retract {len(chosen)} codings"
        return self.perform(label, [CodingStep(codings=chosen, add=False)])

    def revert(self, statement_ids: Iterable[int]) -> Change:
        """Retract all codings of people on these statements: back to the machine's judgement.

        Raises:
            UserError: Nobody has coded any of them.
        """
        chosen = sorted(set(statement_ids))
        rows = self._all(
            f"""
            SELECT coding.id FROM coding JOIN coder ON coder.id = coding.coder_id
            WHERE human = 1 AND retracted_at IS NULL AND statement_id {_CHOSEN} ORDER BY coding.id
            """,
            (json.dumps(chosen),),
        )
        if not rows:
            raise UserError("Nobody has coded these statements.")
        step = CodingStep(codings=[int(row[0]) for row in rows], add=False)
        return self.perform(f"Revert {_number(len(chosen))} to the machine's coding", [step])

    def add_statement(
        self, article_id: int, found: Found, judgement: Judgement, coder: str, text: str = ""
    ) -> Change:
        """Add a statement that the machine missed; undone, it is hidden.

        Args:
            article_id: The article.
            found: Where it stands in the article's text.
            judgement: What the coder thinks of it.
            coder: Name of the person.
            text: Its words; taken from the article if empty.

        Raises:
            UserError: The article is not there, a span lies outside it, or it is a statement
                already.
        """
        with self.transaction() as connection:
            article = self.article_text(article_id)
            if not found.content or any(
                not 0 <= start < end <= len(article) for start, end in found.content
            ):
                raise UserError("A statement needs words inside the article's text.")
            item = Analysed(
                found,
                text or " ".join(article[start:end] for start, end in found.content),
                judgement,
            )
            statement = insert_statement(connection, article_id, item)
            complete = replace(_checked(judgement), confidence=1.0)
            cursor = connection.execute(
                INSERT_CODING, (statement, self._coder(coder), now(), *judgement_values(complete))
            )
            step = CodingStep(codings=[int(cursor.lastrowid or 0)], add=True)
            return self.perform("Add a statement", [step])

    def merge_persons(self, names: str | Sequence[str], person: str) -> Change:
        """Count names as one person's, in what is there and in what comes later; one change.

        Args:
            names: One name or several; that of the person may be among them.
            person: The name that stays; it may be a new one.

        Raises:
            UserError: No name differs from the person's, or one is empty.
        """
        merged = [names] if isinstance(names, str) else list(dict.fromkeys(names))
        if not person or not all(merged) or not set(merged) - {person}:
            raise UserError("Two different names are needed to merge them.")
        with self.transaction():
            row = self._one("SELECT person FROM alias WHERE alias = ?", (person,))
            # A name that is an alias stands for its person; merging that person into it turns
            # the two round.
            target = str(row["person"]) if row and row["person"] not in merged else person
            merged = [name for name in merged if name != target]
            if not merged:
                raise UserError("Two different names are needed to merge them.")
            rows = self._all(
                """
                SELECT alias, person FROM alias
                WHERE alias IN (SELECT value FROM json_each(?))
                    OR person IN (SELECT value FROM json_each(?))
                """,
                (json.dumps([*merged, target]), json.dumps(merged)),
            )
            before = {str(row["alias"]): str(row["person"]) for row in rows}
            after = dict.fromkeys({*before, *merged} - {target}, target)
            said = merged[0] if len(merged) == 1 else f"{len(merged)} persons"
            return self.perform(
                f"Merge {said} into {target}", [AliasStep(before=before, after=after)]
            )

    def aliases(self) -> dict[str, str]:
        """Merged names: the person for each alias."""
        rows = self._all("SELECT alias, person FROM alias ORDER BY alias")
        return {str(row["alias"]): str(row["person"]) for row in rows}

    def article_text(self, article_id: int) -> str:
        """Text of an article.

        Raises:
            UserError: There is no such article.
        """
        row = self._one("SELECT text FROM article WHERE id = ?", (article_id,))
        if row is None:
            raise UserError(f"There is no article {article_id} in this project.")
        return str(row["text"])

    def _coder(self, name: str) -> int:
        words = storable(name).strip()
        if not words or words == "machine":
            raise UserError(
                "A coding needs the name of a person.", "Enter your name in the preferences."
            )
        with self.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO coder (name, human) VALUES (?, 1)", (words,))
            row = connection.execute(
                "SELECT id FROM coder WHERE name = ? AND human = 1", (words,)
            ).fetchone()
            return int(row["id"])


def _changing(changes: Mapping[str, object]) -> Callable[[Judgement], Judgement]:
    unknown = set(changes) - _FIELDS
    if unknown:
        raise UserError(f"A coding has no field “{min(unknown)}”.")
    values = dict(changes)
    if "country" in values and "countries" not in values:
        values["countries"] = (values["country"],) if values["country"] else ()
    elif "countries" in values and "country" not in values:
        countries = _names(values["countries"])
        values["country"] = countries[0] if countries else None
    try:
        if "level" in values and "stance" not in values:
            values["stance"] = float(str(values["level"])) / 2
        elif "stance" in values and "level" not in values:
            values["level"] = round(2 * float(str(values["stance"])))
        if "act" in values:
            values["act"] = Act(str(values["act"]))
    except ValueError as error:
        raise UserError(f"This is no value for a coding: {error}.") from error
    for name in ("countries", "targets"):
        if name in values:
            values[name] = _names(values[name])
    # A mapping by field name: replace() checks the names, _checked() the values.
    return lambda judgement: replace(judgement, **values)  # type: ignore[arg-type]


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise UserError("Countries and targets are lists of codes.")
    return tuple(str(item) for item in value)


def _judged(
    before: Judgement, change: Callable[[Judgement], Judgement], coder: str, note: str
) -> Judgement:
    after = _checked(change(before))
    changed = [name for name in sorted(_FIELDS) if getattr(before, name) != getattr(after, name)]
    evidence = after.evidence
    if evidence == before.evidence:
        # The machine's reasons do not speak for a value that a person has put in its place.
        evidence = tuple(item for item in evidence if item.field not in changed)
        evidence += tuple(Evidence(name, rule="coder", text=coder) for name in changed)
    return replace(after, evidence=evidence, note=note or after.note, confidence=1.0)


def _checked(judgement: Judgement) -> Judgement:
    if not -1 <= judgement.stance <= 1 or judgement.level not in LEVELS:
        raise UserError("A stance lies between -1 and 1, its level between -2 and 2.")
    return judgement


def _number(n: int) -> str:
    return "1 statement" if n == 1 else f"{n} statements"


def _label(changes: Changing, n: int) -> str:
    if callable(changes):
        return f"Change {_number(n)}"
    if not changes:
        return f"Accept {_number(n)}"
    if len(changes) == 1:
        ((name, value),) = changes.items()
        words = name.replace("_", " ")
        if value is None or value == "" or value == ():
            return f"Clear {words} on {_number(n)}"
        if isinstance(value, tuple | list):
            value = ", ".join(map(str, value))
        return f"Set {words} to {value} on {_number(n)}"
    return f"Set {', '.join(name.replace('_', ' ') for name in changes)} on {_number(n)}"
