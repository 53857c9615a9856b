"""Bins, means, intervals and the pieces of a line."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.core.series import (
    Bin,
    BinMean,
    auto_bin,
    bin_end,
    bin_starts,
    build_series,
    day_of,
    iso_of,
    segments,
)

DAYS = st.integers(day_of("1903-01-01"), day_of("2099-12-31"))


def test_days_count_from_1970() -> None:
    assert day_of("1970-01-01") == 0
    assert day_of("2022-02-15") == 19038
    assert iso_of(-1) == "1969-12-31"


@given(day=DAYS)
def test_a_day_and_its_iso_form_are_the_same(day: int) -> None:
    assert day_of(iso_of(day)) == day


@given(day=DAYS)
def test_bins_start_where_the_calendar_says(day: int) -> None:
    when = date.fromisoformat(iso_of(day))
    expected = {
        Bin.DAY: when,
        Bin.WEEK: when - timedelta(days=when.weekday()),
        Bin.MONTH: when.replace(day=1),
    }
    for width, first in expected.items():
        start = int(bin_starts([day], width)[0])
        assert iso_of(start) == first.isoformat()
        assert start <= day < bin_end(start, width)
        assert int(bin_starts([bin_end(start, width)], width)[0]) == bin_end(start, width)


@pytest.mark.parametrize(
    ("first", "last", "width"),
    [
        ("2022-02-01", "2022-02-01", Bin.DAY),
        ("2022-02-01", "2022-03-31", Bin.DAY),
        ("2022-01-01", "2022-06-30", Bin.WEEK),
        ("2021-01-01", "2024-12-31", Bin.MONTH),
    ],
)
def test_a_range_gets_a_readable_number_of_bins(first: str, last: str, width: Bin) -> None:
    assert auto_bin(day_of(first), day_of(last)) is width


def test_a_mean_is_that_of_its_bin_alone() -> None:
    monday = day_of("2022-02-14")
    series = build_series(
        [monday, monday + 6, monday + 7], [0.5, -0.1, 1.0], [1, 2, 3], "AAA", Bin.WEEK
    )
    first, second = series.bins
    assert (first.start, first.end, first.mid, first.n) == (monday, monday + 7, monday + 3.5, 2)
    assert first.mean == pytest.approx(0.2)
    assert (second.mean, second.n) == (1.0, 1)


def test_a_single_statement_gets_no_interval() -> None:
    (only,) = build_series([5], [0.5], [1], "AAA", Bin.DAY).bins
    assert (only.lo, only.hi) == (None, None)


def test_an_actor_without_statements_has_an_empty_series() -> None:
    series = build_series([], [], [], "AAA", Bin.DAY)
    assert series.bins == ()
    assert segments(series.bins) == []


def test_columns_of_different_length_are_a_bug() -> None:
    with pytest.raises(ValueError, match="equally long"):
        build_series([1, 2], [0.5], [1, 2], "AAA", Bin.DAY)


POINTS = st.lists(
    st.tuples(st.integers(18900, 18960), st.integers(-20, 20).map(lambda s: s / 20)), max_size=120
)


@given(points=POINTS, width=st.sampled_from(list(Bin)), seed=st.integers(0, 99))
def test_the_order_in_which_points_come_changes_nothing(
    points: list[tuple[int, float]], width: Bin, seed: int
) -> None:
    lines = [(day, stance, at) for at, (day, stance) in enumerate(points)]
    shuffled = Random(seed).sample(lines, len(lines))
    one, two = (
        build_series(*(list(zip(*order, strict=True)) or [(), (), ()]), "AAA", width)
        for order in (lines, shuffled)
    )
    assert one.bins == two.bins
    assert one.ids.tolist() == two.ids.tolist()
    assert sum(each.n for each in one.bins) == len(points)


@given(points=POINTS, width=st.sampled_from(list(Bin)))
def test_an_interval_holds_its_mean_and_stays_within_the_scale(
    points: list[tuple[int, float]], width: Bin
) -> None:
    series = build_series(
        [day for day, _ in points], [stance for _, stance in points], range(len(points)), "", width
    )
    for each in series.bins:
        inside = [s for day, s in points if each.start <= day < each.end]
        assert each.mean == pytest.approx(np.mean(inside))
        if each.lo is None or each.hi is None:
            assert each.n == 1
        else:
            assert min(inside) - 1e-9 <= each.lo <= each.hi <= max(inside) + 1e-9


@pytest.mark.parametrize("n", [6, 20, 32, 33, 60, 400])
def test_an_interval_is_that_of_a_plain_bootstrap(n: int) -> None:
    generator = np.random.default_rng(n)
    values = np.round(generator.beta(1.2, 3.0, n) * 2 - 1, 3)  # skewed, as stances are
    means = generator.choice(values, (20_000, n)).mean(axis=1)
    low, high = np.percentile(means, (2.5, 97.5))
    (only,) = build_series(np.zeros(n), values, np.arange(n), "AAA", Bin.DAY).bins
    assert only.lo == pytest.approx(low, abs=0.1 * (high - low))
    assert only.hi == pytest.approx(high, abs=0.1 * (high - low))


@pytest.mark.parametrize("n", [8, 40])
def test_an_interval_covers_the_true_mean_about_as_often_as_it_says(n: int) -> None:
    generator = np.random.default_rng(4)
    values = generator.choice([-1.0, -0.5, 0.0, 0.5], size=(400, n), p=[0.2, 0.4, 0.3, 0.1])
    days = np.repeat(np.arange(400), n)
    bins = build_series(days, values.ravel(), np.arange(400 * n), "AAA", Bin.DAY).bins
    covered = sum(
        each.lo <= -0.35 <= each.hi for each in bins if each.lo is not None and each.hi is not None
    )
    assert 0.85 < covered / 400 < 0.98


def touching(*starts: int) -> tuple[BinMean, ...]:
    return tuple(BinMean(at, at + 7, 0.0, None, None, 1) for at in starts)


def test_a_line_is_not_drawn_across_a_gap() -> None:
    bins = touching(0, 7, 21, 28, 70)
    assert segments(bins) == [slice(0, 2), slice(2, 4), slice(4, 5)]
    assert segments(bins, gap=1) == [slice(0, 4), slice(4, 5)]
    assert segments(bins, gap=6) == [slice(0, 5)]


def test_months_of_different_length_touch() -> None:
    days = [day_of(f"2022-{month:02}-10") for month in (1, 2, 3, 5)]
    series = build_series(days, [0.0] * 4, range(4), "AAA", Bin.MONTH)
    assert segments(series.bins) == [slice(0, 3), slice(3, 4)]
    assert segments(series.bins, gap=1) == [slice(0, 4)]
