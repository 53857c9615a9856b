"""A query as JSON and back, to be kept with a project, and in words for the user."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

from stancedesk.core.model import Act, Kind, Query
from stancedesk.services.caption import filters
from stancedesk.services.names import names
from stancedesk.ui.translation import language, spoken_language, tr
from stancedesk.ui.words import day

_KINDS: dict[str, type[StrEnum]] = {"kinds": Kind, "acts": Act}


def to_json(query: Query) -> dict[str, object]:
    """The fields of a query that say something."""
    blank = Query()
    found: dict[str, object] = {}
    for field in fields(Query):
        value = getattr(query, field.name)
        if value != getattr(blank, field.name):
            found[field.name] = list(value) if isinstance(value, tuple) else value
    return found


def from_json(value: object) -> Query:
    """The query that was kept; what a newer or older program wrote otherwise is passed over."""
    if not isinstance(value, dict):
        return Query()
    known = {field.name: field for field in fields(Query)}
    blank = Query()
    kept: dict[str, object] = {}
    for name, each in value.items():
        if name not in known:
            continue
        try:
            if isinstance(getattr(blank, name), tuple):
                kept[name] = tuple(_KINDS[name](item) if name in _KINDS else item for item in each)
            else:
                kept[name] = each
        except (TypeError, ValueError):
            continue
    return Query(**kept)  # type: ignore[arg-type]


def in_words(query: Query) -> list[str]:
    """Each filter that is set, in words."""
    parts = filters(query, names(language()), "", spoken_language())
    if query.date_from or query.date_to:
        parts.append(_period(query))
    if query.undated:
        parts.append(tr("undated only"))
    if query.rejected:
        parts.append(tr("marked “not a statement”"))
    return parts


def _period(query: Query) -> str:
    if not query.date_to:
        return tr("since {day}").format(day=day(query.date_from))
    if not query.date_from:
        return tr("until {day}").format(day=day(query.date_to))
    return tr("{first} to {last}").format(first=day(query.date_from), last=day(query.date_to))
