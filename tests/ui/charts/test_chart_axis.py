"""Ticks fall on round days and stances, and say what a reader needs."""

from __future__ import annotations

from stancedesk.core.series import day_of
from stancedesk.ui.charts.axis import date_ticks, stance_ticks


def labels(first: str, last: str, length: float = 700) -> list[str]:
    return [tick.label for tick in date_ticks(day_of(first), day_of(last), length)]


def test_half_a_year_has_months_and_names_each_year_once() -> None:
    assert labels("2031-10-01", "2032-03-05") == [
        "Oct 2031",
        "Nov",
        "Dec",
        "Jan 2032",
        "Feb",
        "Mar",
    ]


def test_a_week_has_days() -> None:
    found = labels("2032-01-28", "2032-02-03")
    assert found[0] == "28 Jan 2032"
    assert found[-1] == "3 Feb"
    assert len(found) == 7


def test_weeks_begin_on_monday() -> None:
    for tick in date_ticks(day_of("2032-01-01"), day_of("2032-02-20"), 700):
        assert (int(tick.at) + 3) % 7 == 0


def test_decades_have_years() -> None:
    assert labels("1990-03-01", "2030-03-01") == ["1995", "2000", "2005", "2010", "2015", "2020",
                                                  "2025", "2030"]  # fmt: skip


def test_labels_never_need_more_room_than_there_is() -> None:
    for days in (1, 3, 10, 40, 100, 400, 2000, 20000, 200000):
        for length in (120, 400, 1200):
            assert len(date_ticks(0, days, length)) <= max(3, length / 74 + 2), (days, length)


def test_stances_carry_real_minus_signs_and_no_sign_at_zero() -> None:
    assert [tick.label for tick in stance_ticks(0.5, 300)] == [
        "−0.50",
        "−0.25",
        "0",
        "+0.25",
        "+0.50",
    ]
    assert [tick.label for tick in stance_ticks(1, 120)] == [
        "−1.00",
        "−0.50",
        "0",
        "+0.50",
        "+1.00",
    ]
