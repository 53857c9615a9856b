"""Figures, dates and names as people read them: real minus signs, "5 Jan 2032", "1,846"."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from PySide6.QtCore import QDate

from stancedesk.core.series import iso_of
from stancedesk.services.language import marked
from stancedesk.services.names import name_of
from stancedesk.ui.translation import language, locale, tr

MINUS = "\u2212"
THIN = "\u2009"

LEVEL_WORDS = {
    -2: marked("strongly escalates"),
    -1: marked("mildly escalates"),
    0: marked("neutral"),
    1: marked("mildly de-escalates"),
    2: marked("strongly de-escalates"),
}
LEVEL_SHORT = {
    -2: marked("strongly"), -1: marked("mildly"), 0: marked("neutral"),
    1: marked("mildly"), 2: marked("strongly"),
}  # fmt: skip
BASIS_WORDS = {
    "metadata": marked("date from the page's metadata"),
    "text": marked("date found in the text"),
    "given": marked("date given at import"),
    "hand": marked("date set by hand"),
    "unknown": marked("undated"),
}


def count(number: int) -> str:
    """A count in the user's locale: 1846 -> "1,846"."""
    return locale().toString(number)


def decimal(figure: float, digits: int = 2) -> str:
    """A figure with the decimal point of the user's locale, without a sign."""
    return f"{abs(figure):.{digits}f}".replace(".", locale().decimalPoint())


def share(part: float) -> str:
    """A share of the whole: 0.453 -> "45 %"."""
    return f"{round(part * 100)} %"


def signed(figure: float, digits: int = 2) -> str:
    """A stance with its sign, by a real minus: -0.72 -> "−0.72", 0 -> "0"."""
    text = decimal(figure, digits)
    if not text.strip("0.,"):
        return "0"
    return ("+" if figure > 0 else MINUS) + text


def minus(text: str) -> str:
    """The text with real minus signs before figures."""
    return re.sub(r"(?<!\w)-(?=\d)", MINUS, text)


def level(value: int) -> str:
    """A stance level with its sign: -2 -> "−2"."""
    return signed(value, 0)


def level_words(value: int) -> str:
    """What a level means: -2 -> "strongly escalates"."""
    return tr(LEVEL_WORDS[value])


def day(iso: str | None) -> str:
    """An ISO day in the user's language: "2032-01-05" -> "5 Jan 2032"; "undated" for None."""
    return _date(iso, tr("d MMM yyyy", "Qt format of a day")) if iso else tr("undated")


def day_number(days: int) -> str:
    """Days since 1970-01-01 as people write a date."""
    return day(iso_of(days))


def days(first: int, last: int) -> str:
    """A range of days since 1970-01-01, one day if both are the same."""
    return day_number(first) if first == last else f"{day_number(first)} – {day_number(last)}"


def long_day(iso: str | None) -> str:
    """An ISO day with the month in full: "5 January 2032"."""
    return _date(iso, tr("d MMMM yyyy", "Qt format of a day")) if iso else tr("undated")


def month(iso: str | None) -> str:
    """The month of an ISO day: "Oct 2031"."""
    return _date(iso, "MMM yyyy") if iso else ""


def _date(iso: str, form: str) -> str:
    parsed = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return locale().toString(parsed, form) if parsed.isValid() else iso


def is_day(text: str) -> bool:
    """Whether the text is an ISO day that exists."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def time_left(seconds: float) -> str:
    """How long a job still takes, no more exact than it is known: "about 3 min left"."""
    if seconds < 5:
        return tr("a few seconds left")
    if seconds < 90:
        return tr("about {n} s left").format(n=max(5, round(seconds / 5) * 5))
    if seconds < 5400:
        return tr("about {n} min left").format(n=round(seconds / 60))
    return tr("about {n} h left").format(n=round(seconds / 3600))


def part_of(some: int, every: int) -> str:
    """Some of all: "2 of 14"."""
    return tr("{some} of {all}").format(some=count(some), all=count(every))


def country(code: str | None) -> str:
    """The name of a country or organisation in the user's language; "unknown" for none."""
    return name_of(code, language()) if code else tr("unknown")


def quoted(text: str) -> str:
    """The text in quotation marks."""
    return tr("“{words}”", "quotation marks").replace("{words}", text)


def tip(text: str) -> str:
    """The text for a tool tip, which would take what looks like a page for one."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if "<" in text else text


def elided(text: str, length: int) -> str:
    """The text on one line, cut at `length` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
