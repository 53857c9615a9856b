"""Dates as the text itself states them: labelled, in a header or footer, never from prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from stancedesk.core.model import Span
from stancedesk.importers.months import DAY_NAMES, MONTHS

EARLIEST = date(1600, 1, 1)
YEARS_AHEAD = 10
"""Years after today from which a date is a misprint: planning and samples may lie ahead."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?P<{0}>[12]\d{{3}})(?!\d)"
_DAY = r"(?P<{0}>[0-3]?\d)"
_ISO = rf"{_YEAR.format('y1')}(?P<s1>[-/.])(?P<m1>[01]?\d)(?P=s1){_DAY.format('d1')}(?!\d)"
_PACKED = r"(?P<y2>[12]\d{3})(?P<m2>[01]\d)(?P<d2>[0-3]\d)(?=T\d|\b)"
_DAY_FIRST = (
    rf"{_DAY.format('d3')}(?:st|nd|rd|th|er|\.|º)?\s*(?:of\s+|de\s+|del\s+)?[-\s]?"
    rf"(?P<m3>{_MONTH})\.?,?[-\s]?\s*(?:de\s+|del\s+)?{_YEAR.format('y3')}"
)
_MONTH_FIRST = (
    rf"(?P<m4>{_MONTH})\.?\s*{_DAY.format('d4')}(?:st|nd|rd|th)?(?!\d),?\s*{_YEAR.format('y4')}"
)
_FIGURES = rf"(?P<a5>[0-3]?\d)(?P<s5>[-/.])(?P<b5>[0-3]?\d)(?P=s5){_YEAR.format('y5')}"
_DATE = rf"(?<![\w/.-])(?:{_ISO}|{_PACKED}|{_DAY_FIRST}|{_MONTH_FIRST}|{_FIGURES})"
_DATE_RE = re.compile(_DATE, re.IGNORECASE)

_PUBLISHED = (
    r"(?:(?:this\s+)?(?:article|story|column|post|report)\s+)?(?:was\s+)?(?:first\s+|originally\s+)?"
    r"(?:published|posted|issued|released|filed|created)|pub(?:lication|lished|lish)?[\s_-]*date"
    r"|date(?:\s+(?:published|posted|of\s+publication))?|dated|release\s+date|publish\s+time"
)
_FOREIGN = (
    r"veröffentlicht|erschienen|erstellt|datum|publié|date\s+de\s+publication|paru"
    r"|publicado|fecha(?:\s+de\s+publicación)?|creado"
)
_UPDATED = r"(?:last\s+)?(?:updated?|modified|revised|edited)|last\s+(?:update|change)"
_FOREIGN_UPDATED = (
    r"aktualisiert|stand|zuletzt\s+geändert|mis(?:e)?\s+à\s+jour|modifié|actualizado|modificado"
)
# Blanks are taken for good (`*+`): a long run of them would be shared out in every way otherwise.
_JOIN = r"\s*+(?:(?:on|at|am|le|el|vom|the|date|time)\b\s*+)?(?:[:\-–—|]\s*+)?"
_CLOCK = r"(?:\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:\s*+[ap]\.?m\.?)?(?:\s*+[A-Z]{2,5}\b)?)"
_BETWEEN = rf"(?:{_CLOCK}\s*+(?:[,|–-]\s*+)?)?(?:(?:{DAY_NAMES})\b\.?,?\s*+(?:den\s++|the\s++)?)?"
_LABELLED = re.compile(
    rf"(?:^|(?<=[|•·;–—(\[])|(?<=\s))\s*+(?:(?P<pub>{_PUBLISHED})|(?P<fpub>{_FOREIGN})"
    rf"|(?P<upd>{_UPDATED})|(?P<fupd>{_FOREIGN_UPDATED})){_JOIN}{_BETWEEN}(?P<date>{_DATE})",
    re.IGNORECASE,
)
_TAIL = (
    r"(?:[T\s,|@–—-]|at\b|um\b|à\b|uhr\b|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?|[ap]\.?m\.?\b"
    r"|[A-Z]{2,5}\b|[+-]\d{2}:?\d{2})*+"
)
_ALONE = re.compile(
    rf"\s*(?:#+\s*|[|•·*(]\s*)?{_BETWEEN}(?P<date>{_DATE}){_TAIL}[.)|]?\s*", re.IGNORECASE
)
_BYLINE = re.compile(
    rf"\s*by\s+[^\n.!?“”\"]{{3,70}}?[|•·,–—-]\s*{_BETWEEN}(?P<date>{_DATE}){_TAIL}\s*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    rf"\s*[A-ZÀ-Þ][A-ZÀ-Þ .'’/-]{{2,40}}(?:,\s*[A-Z][\w. ]{{1,25}})?,\s*(?P<date>(?i:{_DATE}))"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?[-–—:/]",
)
_EDGE_LINES = 14
_EDGE_CHARACTERS = 2_000
_LABEL_AT = 90
"""A label stands near the start of its line; further on it is a sentence that says "posted"."""


def find_date(text: str) -> tuple[str, Span] | None:
    """The date on which the text says that it was published, with the span of the date.

    Looked for only in the first and last lines: after a label ("Published", "Date:", "Posted
    on", "Updated"; German, French, Spanish), alone on a line, after a byline, or in a wire
    service's dateline. Published beats a date without label, and that beats updated. The
    calendar day is the one printed, whatever the time zone. Day and month in figures count only
    where their order is certain. A date that never was, or is far ahead, is no date.
    """
    best: tuple[int, str, Span] | None = None
    for rank, iso, span in _candidates(text):
        if best is None or rank < best[0]:
            best = (rank, iso, span)
    return (best[1], best[2]) if best else None


def parse_date(value: object) -> str | None:
    """The ISO day of a field of metadata: ISO 8601, RFC 2822, packed, in words, or a Unix time.

    A month or year alone, figures in uncertain order, and impossible dates give None.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        # JSON's whole numbers may have thousands of figures, more than any float.
        return _unix(float(value)) if abs(value) < 1e15 else None
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat() if _plausible(value) else None
    written = str(value).strip()[:80]
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", written):
        return _unix(float(written))
    # Feeds of GDELT and web archives pack the time to the day without a mark.
    written = re.sub(r"^([12]\d{7})\d{4}(?:\d{2})?$", r"\1", written)
    match = _DATE_RE.search(written)
    return _iso(match) if match else None


def _candidates(text: str) -> Iterator[tuple[int, str, Span]]:
    """Dates with their rank: 0 published, 1 without a label, 2 updated."""
    opening = True
    for start, line, head in _edges(text):
        for match in _LABELLED.finditer(line[: _LABEL_AT + 80]):
            if match.start() > _LABEL_AT or not _labels_this(line, match):
                continue
            # German, French and Spanish pages write the day first.
            if iso := _iso(match, day_first=bool(match["fpub"] or match["fupd"])):
                span = (start + match.start("date"), start + match.end("date"))
                yield (2 if match["upd"] or match["fupd"] else 0), iso, span
        if not (head and opening):
            continue
        short = len(line) <= 160
        found = short and (_ALONE.fullmatch(line) or _BYLINE.fullmatch(line))
        found = found or _DATELINE.match(line)
        if found and (iso := _iso(found)):
            yield 1, iso, (start + found.start("date"), start + found.end("date"))
        # Once prose has begun, a date alone on a line is a subheading.
        opening = short and not line.rstrip().endswith((".", "”", '"'))


def _labels_this(line: str, match: re.Match[str]) -> bool:
    """Whether the label is about this text: it opens the line, or the line is a row of labels."""
    before = line[: match.start()].strip()
    if not before or before[-1] in "|•·;–—([":
        return True
    return len(line) <= 120 and bool(re.match(r"(?:source|by|author|reported by)\b", before, re.I))


def _edges(text: str) -> Iterator[tuple[int, str, bool]]:
    """First and last lines that are not blank: offset, words, whether it is the head."""
    head: list[tuple[int, str]] = []
    for start, line in _lines(text, 0, min(len(text), _EDGE_CHARACTERS)):
        if line.strip():
            head.append((start, line))
        if len(head) >= _EDGE_LINES:
            break
    for start, line in head:
        yield start, line, True
    after = head[-1][0] + 1 if head else 0
    tail_from = text.find("\n", max(after, len(text) - _EDGE_CHARACTERS))
    if tail_from < 0:
        return
    tail = [(s, ln) for s, ln in _lines(text, tail_from + 1, len(text)) if ln.strip()]
    for start, line in tail[-_EDGE_LINES:]:
        yield start, line, False


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    while start < end:
        stop = text.find("\n", start)
        if stop < 0:
            stop = len(text)
        yield start, text[start : min(stop, start + _EDGE_CHARACTERS)]
        start = stop + 1


def _iso(match: re.Match[str], day_first: bool = False) -> str | None:
    """The matched date as ISO day, or None where it is impossible or its order uncertain."""
    part = match.groupdict()
    if part.get("y1"):
        year, month, day = int(part["y1"]), int(part["m1"]), int(part["d1"])
    elif part.get("y2"):
        year, month, day = int(part["y2"]), int(part["m2"]), int(part["d2"])
    elif part.get("y3"):
        year, month, day = int(part["y3"]), MONTHS[part["m3"].lower()], int(part["d3"])
    elif part.get("y4"):
        year, month, day = int(part["y4"]), MONTHS[part["m4"].lower()], int(part["d4"])
    elif part.get("y5"):
        first, second, year = int(part["a5"]), int(part["b5"]), int(part["y5"])
        if first > 12 or first == second or day_first:
            day, month = first, second
        elif second > 12:
            day, month = second, first
        else:
            return None
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if _plausible(found) else None


def _plausible(day: date) -> bool:
    # A wrong clock must not refuse today's news: the years ahead count from 2026 at least.
    latest = date(max(date.today().year, 2026) + YEARS_AHEAD, 12, 31)
    return EARLIEST <= day <= latest


def _unix(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    if not 1e8 <= seconds < 1e11:
        return None
    day = (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).date()
    return day.isoformat() if _plausible(day) else None
