"""A shift between two periods comes with an honest interval."""

from __future__ import annotations

import numpy as np
import pytest

from stancedesk.core.shift import shift


def test_a_shift_towards_escalation_is_negative_and_its_interval_holds_it() -> None:
    random = np.random.default_rng(1)
    found = shift(random.normal(0.3, 0.2, 40), random.normal(-0.2, 0.2, 40))
    assert found.size == pytest.approx(-0.5, abs=0.1)
    assert found.low < found.size < found.high < 0
    assert found.sure


def test_two_samples_of_the_same_are_no_sure_shift_about_nineteen_times_in_twenty() -> None:
    random = np.random.default_rng(2)
    sure = sum(shift(random.normal(0, 0.3, 30), random.normal(0, 0.3, 30)).sure for _ in range(200))
    assert sure <= 22


def test_the_same_stances_in_any_order_give_the_same_interval() -> None:
    random = np.random.default_rng(3)
    before, after = random.normal(0, 0.3, 30), random.normal(0.1, 0.3, 25)
    assert shift(before, after) == shift(before[::-1].copy(), after[::-1].copy())


def test_large_groups_agree_with_resampling_at_its_border() -> None:
    random = np.random.default_rng(4)
    before, after = random.normal(0, 0.3, 401), random.normal(0.1, 0.3, 401)
    normal, resampled = shift(before, after), shift(before[:400], after[:400])
    assert normal.high - normal.low == pytest.approx(resampled.high - resampled.low, rel=0.1)


def test_one_value_is_no_group() -> None:
    with pytest.raises(ValueError, match="two values"):
        shift(np.array([0.1]), np.array([0.1, 0.2]))
