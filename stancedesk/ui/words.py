"""Figures, dates and names as people read them: real minus signs, "5 Jan 2032", "1,846"."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QDate, QLocale

MINUS = "\u2212"
THIN = "\u2009"

LEVEL_WORDS = {
    -2: "strongly escalates",
    -1: "mildly escalates",
    0: "neutral",
    1: "mildly de-escalates",
    2: "strongly de-escalates",
}
LEVEL_SHORT = {-2: "strongly", -1: "mildly", 0: "neutral", 1: "mildly", 2: "strongly"}
ROLE_WORDS = {
    "HOS": "head of state",
    "HOG": "head of government",
    "VP": "vice president",
    "FM": "foreign minister",
    "DEF": "defence minister",
    "FIN": "finance minister",
    "INT": "interior minister",
    "MIN": "minister",
    "AMB": "ambassador",
    "SPOX": "spokesperson",
    "MIL": "military",
    "NSA": "security adviser",
    "ORG": "head of the organisation",
    "OFF": "official",
    "OPP": "opposition",
    "LEG": "legislator",
}
BASIS_WORDS = {
    "metadata": "date from the page's metadata",
    "text": "date found in the text",
    "given": "date given at import",
    "hand": "date set by hand",
    "unknown": "undated",
}


def locale() -> QLocale:
    """The user's locale; English where the system names none."""
    default = QLocale()
    if default.language() == QLocale.Language.C:
        return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    return default


def count(number: int) -> str:
    """A count in the user's locale: 1846 -> "1,846"."""
    return locale().toString(number)


def plural(number: int, one: str, many: str = "") -> str:
    """A count with its noun: "1 article", "212 articles"."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"


def signed(figure: float, digits: int = 2) -> str:
    """A stance with its sign, by a real minus: -0.72 -> "−0.72", 0 -> "0"."""
    text = f"{abs(figure):.{digits}f}"
    if not float(text):
        return "0"
    return ("+" if figure > 0 else MINUS) + text


def spoken(label: str) -> str:
    """A name of a change with real minus signs: "Set level to -2 on 1 statement"."""
    return re.sub(r"(?<!\w)-(?=\d)", MINUS, label)


def level(value: int) -> str:
    """A stance level with its sign: -2 -> "−2"."""
    return signed(value, 0)


def day(iso: str | None) -> str:
    """An ISO day in the user's language: "2032-01-05" -> "5 Jan 2032"; "undated" for None."""
    if not iso:
        return "undated"
    parsed = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return locale().toString(parsed, "d MMM yyyy") if parsed.isValid() else iso


def long_day(iso: str | None) -> str:
    """An ISO day with the month in full: "5 January 2032"."""
    if not iso:
        return "undated"
    parsed = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return locale().toString(parsed, "d MMMM yyyy") if parsed.isValid() else iso


def month(iso: str | None) -> str:
    """The month of an ISO day: "Oct 2031"."""
    if not iso:
        return ""
    parsed = QDate.fromString(iso[:10], "yyyy-MM-dd")
    return locale().toString(parsed, "MMM yyyy") if parsed.isValid() else iso


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
        return "a few seconds left"
    if seconds < 90:
        return f"about {max(5, round(seconds / 5) * 5)} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {round(seconds / 3600)} h left"


def role(code: str) -> str:
    """The role that a code of the knowledge base stands for; other words as they are."""
    return ROLE_WORDS.get(code, code)


def elided(text: str, length: int) -> str:
    """The text on one line, cut at `length` characters with an ellipsis."""
    flat = " ".join(text.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"
