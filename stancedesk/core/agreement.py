"""How far coders agree, beyond chance: Krippendorff's alpha and Cohen's kappa."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray


def krippendorff_alpha(units: Sequence[Sequence[float | None]]) -> float | None:
    """Krippendorff's alpha for ordinal values; 1 is perfect agreement, 0 what chance gives.

    Any number of coders, and missing values, are allowed. After Krippendorff (2011), Computing
    Krippendorff's Alpha-Reliability, section E.

    Args:
        units: For each unit (statement), one value per coder; None where a coder gave none. Values
            are ranks such as stance levels; only their order counts.

    Returns:
        None where it is undefined: no unit has two values, or all values are the same.
    """
    paired = [[value for value in unit if value is not None] for unit in units]
    paired = [unit for unit in paired if len(unit) > 1]
    values = sorted({value for unit in paired for value in unit})
    if len(values) < 2:
        return None
    place = {value: at for at, value in enumerate(values)}
    coincidence = np.zeros((len(values), len(values)))
    for unit in paired:
        counts = np.bincount([place[value] for value in unit], minlength=len(values))
        pairs = np.outer(counts, counts) - np.diag(counts)
        coincidence += pairs / (len(unit) - 1)
    totals = coincidence.sum(axis=1)
    distance = _ordinal_distances(totals)
    observed = (coincidence * distance).sum()
    expected = (np.outer(totals, totals) * distance).sum() / (totals.sum() - 1)
    return float(1 - observed / expected)


def _ordinal_distances(totals: NDArray[np.float64]) -> NDArray[np.float64]:
    # The squared number of values that lie between two ranks, half of each end counted.
    middle = np.cumsum(totals) - totals / 2
    squared: NDArray[np.float64] = np.subtract.outer(middle, middle) ** 2
    return squared


def cohen_kappa(first: Sequence[Hashable], second: Sequence[Hashable]) -> float | None:
    """Cohen's kappa of two coders for names (countries): 1 is perfect, 0 what chance gives.

    After Cohen (1960), A Coefficient of Agreement for Nominal Scales. None counts as a value.

    Returns:
        None where it is undefined: nothing was coded, or both used one and the same value only.

    Raises:
        ValueError: The two are not equally long.
    """
    if len(first) != len(second):
        raise ValueError("both coders must have coded the same statements")
    if not first:
        return None
    n = len(first)
    observed = sum(a == b for a, b in zip(first, second, strict=True)) / n
    expected = sum(list(first).count(value) * list(second).count(value) for value in set(first)) / (
        n * n
    )
    return None if expected == 1 else (observed - expected) / (1 - expected)
