"""A smooth curve follows what is there and is not drawn where there is too little."""

from __future__ import annotations

import numpy as np
import pytest

from stancedesk.core.series import Bin, build_series
from stancedesk.core.smooth import lowess, smooth


def test_a_straight_line_is_given_back() -> None:
    x = np.arange(30)
    y = x / 60 - 0.2
    at = np.array([0.0, 7.5, 29.0])
    assert lowess(x, y, at) == pytest.approx(at / 60 - 0.2)


def test_one_wild_value_moves_the_curve_little() -> None:
    x = np.arange(40)
    y = np.tile([0.02, -0.03, 0.01, 0.0], 10)
    calm = lowess(x, y, np.array([20.0]))[0]
    y[20] = 1.0
    assert lowess(x, y, np.array([20.0]))[0] == pytest.approx(calm, abs=0.01)


def test_repeated_days_count_as_often_as_they_occur() -> None:
    days = np.repeat(np.arange(12), 3)
    stances = np.tile([-0.1, 0.0, 0.1], 12)
    assert lowess(days, stances, np.array([3.0, 6.0])) == pytest.approx([0, 0], abs=1e-9)


def test_the_curve_stays_within_the_values() -> None:
    x = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    y = np.array([0, 0, 0, 0, 0, 0, 0, 0, 0.2, 0.6, 1.0])
    curve = lowess(x, y, np.linspace(0, 10, 50))
    assert curve.min() >= 0
    assert curve.max() <= 1


def test_fewer_than_ten_points_carry_no_curve() -> None:
    few = build_series(range(9), [0.1] * 9, range(9), "Varland", Bin.DAY)
    assert smooth(few) == ()
    enough = build_series(range(10), [0.1] * 10, range(10), "Varland", Bin.DAY)
    assert len(smooth(enough)) == 1


def test_the_curve_breaks_over_a_gap_of_more_than_six_bins() -> None:
    days = [*range(12), *range(19, 31)]
    gap = build_series(days, [0.2] * 24, range(24), "Varland", Bin.DAY)
    first, second = smooth(gap)
    assert first.days[-1] == 11.5
    assert second.days[0] == 19.5
    days = [*range(12), *range(17, 29)]
    assert len(smooth(build_series(days, [0.2] * 24, range(24), "Varland", Bin.DAY))) == 1


def test_points_on_one_day_carry_no_curve() -> None:
    assert smooth(build_series([5] * 20, [0.2] * 20, range(20), "Varland", Bin.DAY)) == ()


def test_a_curve_over_many_years_is_that_of_a_few_days_taken_together() -> None:
    rng = np.random.default_rng(5)
    days = np.sort(rng.integers(0, 1_400, 6_000)).astype(np.float64)
    stances = np.sin(days / 300) * 0.5 + rng.normal(0, 0.1, days.size)
    at = np.linspace(100, 1_300, 50)
    assert np.abs(lowess(days, stances, at, 0.2) - np.sin(at / 300) * 0.5).max() < 0.05
