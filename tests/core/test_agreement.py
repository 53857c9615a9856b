"""Agreement against examples from the literature."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.core.agreement import cohen_kappa, krippendorff_alpha

# Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, section C: four observers.
N = None
OBSERVERS = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
    (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
)


def table(cells: list[list[int]]) -> tuple[list[int], list[int]]:
    """Codes of two coders from the table of their agreement."""
    pairs = [(a, b) for a, row in enumerate(cells) for b, n in enumerate(row) for _ in range(n)]
    return [a for a, _ in pairs], [b for _, b in pairs]


def test_alpha_agrees_with_krippendorffs_own_example() -> None:
    units = list(zip(*OBSERVERS, strict=True))
    assert krippendorff_alpha(units) == pytest.approx(0.815, abs=0.0005)


def test_alpha_of_two_binary_coders_agrees_with_krippendorffs_first_example() -> None:
    # Section A of the same paper; with two values ordinal and nominal alpha are the same.
    meg = (0, 1, 0, 0, 0, 0, 0, 0, 1, 0)
    owen = (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)
    assert krippendorff_alpha(list(zip(meg, owen, strict=True))) == pytest.approx(0.095, abs=5e-4)


def test_alpha_of_perfect_agreement_is_one() -> None:
    assert krippendorff_alpha([(2, 2), (-1, -1), (0, 0, N)]) == pytest.approx(1)


@pytest.mark.parametrize("units", [[], [(1, N), (N, 2)], [(1, 1), (1, 1)]], ids=str)
def test_alpha_is_undefined_without_pairs_or_variation(units: list[tuple[int | None, ...]]) -> None:
    assert krippendorff_alpha(units) is None


@given(
    units=st.lists(st.lists(st.sampled_from([-2, -1, 0, 1, 2, N]), min_size=3, max_size=3)),
    scale=st.integers(2, 9),
)
def test_alpha_asks_for_the_order_of_values_only(units: list[list[int | None]], scale: int) -> None:
    stretched = [[N if v is None else v**3 * scale for v in unit] for unit in units]
    first, second = krippendorff_alpha(units), krippendorff_alpha(stretched)
    assert first == second if first is None else second == pytest.approx(first)


@pytest.mark.parametrize(
    ("cells", "kappa"),
    [
        ([[20, 5], [10, 15]], 0.40),
        ([[45, 15], [25, 15]], 0.1304),
        ([[25, 35], [5, 35]], 0.2593),
    ],
    ids=str,
)
def test_kappa_agrees_with_tables_worked_by_hand(cells: list[list[int]], kappa: float) -> None:
    assert cohen_kappa(*table(cells)) == pytest.approx(kappa, abs=5e-5)


def test_kappa_is_undefined_where_nothing_varies() -> None:
    assert cohen_kappa([], []) is None
    assert cohen_kappa(["AAA", "AAA"], ["AAA", "AAA"]) is None
    with pytest.raises(ValueError, match="same statements"):
        cohen_kappa(["AAA"], [])
