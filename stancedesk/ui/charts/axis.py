"""Where ticks go on a time axis and on a stance axis, and what they say.

Times are days since 1970-01-01 UTC, as floats. Stance is in [-1, 1].
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale

from stancedesk.ui.translation import locale, tr
from stancedesk.ui.words import signed

_EPOCH = date(1970, 1, 1).toordinal()
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 3000, 6000)


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick: its place, its words, and whether it begins a year or the axis."""

    at: float
    label: str
    major: bool = False


def day_of(value: float) -> date:
    """Calendar day of a number of days since the epoch; clipped to the years 1 to 9999."""
    return date.fromordinal(min(max(_EPOCH + math.floor(value), 1), date.max.toordinal()))


def stance_ticks(limit: float, length: float) -> list[Tick]:
    """Ticks for a stance axis from -`limit` to `limit` that is `length` pixels long."""
    step = 0.25 if length / (8 * limit) >= 22 else 0.5
    count = math.floor(limit / step + 1e-9)
    return [Tick(i * step, signed(i * step), i == 0) for i in range(-count, count + 1)]


def date_ticks(low: float, high: float, length: float, room: float = 74.0) -> list[Tick]:
    """Ticks for a time axis from `low` to `high`.

    Args:
        low: First day.
        high: Last day, after `low`.
        length: Pixels between the two.
        room: Pixels that one label needs.
    """
    span = max(high - low, 1e-6)
    most = max(2.0, length / room)
    for step in _DAY_STEPS:
        if span / step <= most:
            return _labelled(_days(low, high, step), days=True)
    for step in _MONTH_STEPS:
        if span / (step * 30.44) <= most:
            return _labelled(_months(low, high, step), days=False, years=step >= 12)
    return _labelled(_months(low, high, 12000), days=False, years=True)


def _days(low: float, high: float, step: int) -> list[float]:
    # Weeks begin on Monday; 1970-01-01 was a Thursday.
    offset = 4 if step >= 7 else 0
    first = math.ceil((low - offset) / step) * step + offset
    return [float(day) for day in range(first, math.floor(high) + 1, step)]


def _months(low: float, high: float, step: int) -> list[float]:
    first = day_of(low)
    month = first.year * 12 + first.month - 1
    month -= month % step
    result: list[float] = []
    while True:
        year, index = divmod(month, 12)
        if not 1 <= year <= 9999:
            break
        at = date(year, index + 1, 1).toordinal() - _EPOCH
        if at > high:
            break
        if at >= low:
            result.append(float(at))
        month += step
    return result


def _labelled(places: list[float], days: bool, years: bool = False) -> list[Tick]:
    result: list[Tick] = []
    shown: int | None = None
    for at in places:
        day = day_of(at)
        name = locale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
        if days:
            name = tr("{day} {month}", "a day on an axis").format(day=day.day, month=name)
        if years:
            result.append(Tick(at, str(day.year), True))
            continue
        fresh = day.year != shown
        result.append(Tick(at, f"{name} {day.year}" if fresh else name, fresh))
        shown = day.year
    return result
