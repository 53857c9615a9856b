"""Title, subtitle and source line of a chart, from what was asked and found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields

from stancedesk.core.model import Query
from stancedesk.core.series import Bin
from stancedesk.services.language import ENGLISH, Language, marked

NAMED = 4
"""So many actors are named in a title; more are counted."""

TITLES = {
    # What is charted: title without actors, of named ones, of many countries, of many persons,
    # of the most quoted countries, of the most quoted persons.
    "Stance": (
        marked("Stance"),
        marked("Stance of {actors}"),
        marked("Stance of {n} countries"),
        marked("Stance of {n} persons"),
        marked("Stance of the {n} most quoted countries"),
        marked("Stance of the {n} most quoted persons"),
    ),
    "Spread of stance": (
        marked("Spread of stance"),
        marked("Spread of stance of {actors}"),
        marked("Spread of stance of {n} countries"),
        marked("Spread of stance of {n} persons"),
        marked("Spread of stance of the {n} most quoted countries"),
        marked("Spread of stance of the {n} most quoted persons"),
    ),
}
ACT_WORDS = (
    marked("threaten"), marked("mobilise"), marked("sanction"), marked("demand"), marked("accuse"),
    marked("reject"), marked("warn"), marked("deny"), marked("doubt"), marked("inform"),
    marked("appeal"), marked("promise"), marked("offer"), marked("praise"), marked("agree"),
    marked("concede"), marked("other"),
)  # fmt: skip
"""The speech acts as they are shown: the values of `Act`."""

KIND_WORDS = (marked("direct"), marked("mixed"), marked("indirect"))
"""The values of `Kind`."""

MEANS = {
    Bin.DAY: (marked("mean per day with 95 % interval"),
              marked("smooth curve (LOWESS), mean per day with 95 % interval"),
              marked("mean per day")),
    Bin.WEEK: (marked("mean per week with 95 % interval"),
               marked("smooth curve (LOWESS), mean per week with 95 % interval"),
               marked("mean per week")),
    Bin.MONTH: (marked("mean per month with 95 % interval"),
                marked("smooth curve (LOWESS), mean per month with 95 % interval"),
                marked("mean per month")),
    Bin.QUARTER: (marked("mean per quarter with 95 % interval"),
                  marked("smooth curve (LOWESS), mean per quarter with 95 % interval"),
                  marked("mean per quarter")),
}  # fmt: skip


def title(
    subject: str, labels: Sequence[str], by: str, asked: bool = True, language: Language = ENGLISH
) -> str:
    """Title of a chart: "Stance of Varland and Merida".

    Args:
        subject: What is charted: a key of `TITLES`.
        labels: Names of the actors.
        by: "country" or "person".
        asked: Whether the query names the actors; else they are those quoted most.
        language: In which language.
    """
    texts = TITLES[subject]
    if not labels:
        return language.tr(texts[0])
    if len(labels) <= NAMED:
        return language.tr(texts[1]).format(actors=language.listed(list(labels)))
    place = (2 if asked else 4) + (by == "person")
    return language.tr(texts[place]).format(n=len(labels))


def filters(
    query: Query, names: Mapping[str, str], charted: str, language: Language = ENGLISH
) -> list[str]:
    """The filters of a query in words, without dates and without what the chart names itself.

    Args:
        query: The selection.
        names: Names of countries by their codes.
        charted: "country" or "person": what the chart's title names.
        language: In which language.
    """
    tr = language.tr

    def either(words: Sequence[str]) -> str:
        return language.listed(list(words), either=True)

    def named(codes: Sequence[str]) -> str:
        return either([names.get(code, code) or tr("unknown") for code in codes])

    parts = []
    if query.countries and charted != "country":
        parts.append(tr("speaking for {actors}").format(actors=named(query.countries)))
    if query.persons and charted != "person":
        parts.append(tr("by {actors}").format(actors=named(query.persons)))
    if query.targets:
        parts.append(tr("about {actors}").format(actors=named(query.targets)))
    if query.text:
        parts.append(tr("with “{words}”").format(words=query.text))
    if query.kinds:
        kinds = either([tr(kind.value) for kind in query.kinds])
        parts.append(tr("{kinds} statements").format(kinds=kinds))
    if query.acts:
        parts.append(either([tr(act.value) for act in query.acts]))
    if query.levels:
        levels = either([str(n).replace("-", "−") for n in query.levels])
        parts.append(tr("level {levels}").format(levels=levels))
    if query.sources:
        parts.append(tr("in {sources}").format(sources=either(query.sources)))
    if query.officials_only:
        parts.append(tr("officials only"))
    if query.reviewed_only:
        parts.append(tr("reviewed only"))
    if query.reprints:
        parts.append(tr("reprints counted too"))
    return parts


def sentence(parts: Sequence[str]) -> str:
    """Parts on one line that begins with a capital."""
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def source(
    app: str,
    codebook: str,
    span: tuple[int, int] | None,
    n: int,
    language: Language = ENGLISH,
) -> str:
    """Where the figures come from: versions, range of days and number of statements."""
    tr = language.tr
    parts = [f"StanceDesk {app}", tr("codebook {version}").format(version=codebook)]
    if not codebook:
        parts.pop()
    parts.append(language.days(*span) if span else "")
    parts.append(f"n = {language.count(n)}")
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
