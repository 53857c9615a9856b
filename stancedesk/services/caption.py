"""Title, subtitle and source line of a chart, from what was asked and found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

from stancedesk.core.model import Query
from stancedesk.core.series import iso_of

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NAMED = 4
"""So many actors are named in a title; more are counted."""


def spoken_day(day: int) -> str:
    """Days since 1970-01-01 as people write a date: "5 Jan 2032"."""
    when = date.fromisoformat(iso_of(day))
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def spoken_range(first: int, last: int) -> str:
    """A range of days, one day if both are the same."""
    if first == last:
        return spoken_day(first)
    return f"{spoken_day(first)} – {spoken_day(last)}"


def listed(words: Sequence[str], joint: str = "and") -> str:
    """The words as a list in a sentence: "A, B and C"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"


def title(subject: str, labels: Sequence[str], by: str, asked: bool = True) -> str:
    """Title of a chart: "Stance of Varland and Merida".

    Args:
        subject: What is charted.
        labels: Names of the actors.
        by: "country" or "person".
        asked: Whether the query names the actors; else they are those quoted most.
    """
    if not labels:
        return subject
    if len(labels) <= NAMED:
        return f"{subject} of {listed(labels)}"
    kind = "persons" if by == "person" else "countries"
    if asked:
        return f"{subject} of {len(labels)} {kind}"
    return f"{subject} of the {len(labels)} most quoted {kind}"


def filters(query: Query, names: Mapping[str, str], charted: str) -> list[str]:
    """The filters of a query in words, without dates and without what the chart names itself.

    Args:
        query: The selection.
        names: Names of countries by their codes.
        charted: "country" or "person": what the chart's title names.
    """

    def named(codes: Sequence[str]) -> str:
        return listed([names.get(code, code) or "unknown" for code in codes], "or")

    parts = []
    if query.countries and charted != "country":
        parts.append(f"speaking for {named(query.countries)}")
    if query.persons and charted != "person":
        parts.append(f"by {named(query.persons)}")
    if query.targets:
        parts.append(f"about {named(query.targets)}")
    if query.text:
        parts.append(f"with “{query.text}”")
    if query.kinds:
        parts.append(f"{listed([kind.value for kind in query.kinds], 'or')} statements")
    if query.acts:
        parts.append(listed([act.value for act in query.acts], "or"))
    if query.levels:
        parts.append(f"level {listed([str(n).replace('-', '−') for n in query.levels], 'or')}")
    if query.sources:
        parts.append(f"in {listed(query.sources, 'or')}")
    if query.officials_only:
        parts.append("officials only")
    if query.reviewed_only:
        parts.append("reviewed only")
    if query.reprints:
        parts.append("reprints counted too")
    return parts


def source(app: str, codebook: str, span: tuple[int, int] | None, n: int) -> str:
    """Where the figures come from: versions, range of days and number of statements."""
    parts = [f"StanceDesk {app}", f"codebook {codebook}" if codebook else ""]
    parts.append(spoken_range(*span) if span else "")
    parts.append(f"n = {n:,}")
    return " · ".join(part for part in parts if part)


def query_json(query: Query) -> str:
    """The query as JSON, without what it leaves open; kept in a picture's metadata."""
    blank = Query()
    asked = {
        each.name: getattr(query, each.name)
        for each in fields(query)
        if getattr(query, each.name) != getattr(blank, each.name)
    }
    return json.dumps(asked, ensure_ascii=False, sort_keys=True)
