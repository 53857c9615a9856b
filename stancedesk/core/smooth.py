"""A smooth curve through scattered stances, where there is enough to carry one.

LOWESS: locally weighted linear regression with tricube weights (Cleveland 1979, Journal of the
American Statistical Association 74, 829-836), computed on daily means weighted by their counts,
which gives the same curve as on the single points at the cost of the days.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.series import Series

LEAST_POINTS = 10
MOST_PLACES = 366
"""More different days are taken together by twos, threes ...: time grows by their square."""

LONGEST_GAP = 6
"""In bins: over a longer gap the curve is broken."""

SHARE = 0.35
"""Share of the points that decides at each place."""

_ROBUST_ROUNDS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """One unbroken stretch: days since 1970-01-01 (noon is .5) and the stance at each."""

    days: NDArray[np.float64]
    stances: NDArray[np.float64]


def smooth(series: Series, share: float = SHARE) -> tuple[Curve, ...]:
    """Curves through a series; none where there are fewer than ten points or only one day."""
    if not series.bins:
        return ()
    widest = LONGEST_GAP * max(b.end - b.start for b in series.bins)
    breaks = np.flatnonzero(np.diff(series.days) > widest) + 1
    curves = []
    for days, stances in zip(
        np.split(series.days, breaks), np.split(series.stances, breaks), strict=True
    ):
        if days.size < LEAST_POINTS or days[0] == days[-1]:
            continue
        at = np.linspace(days[0], days[-1], int(min(200, days[-1] - days[0] + 1)))
        curves.append(Curve(at + 0.5, lowess(days, stances, at, share)))
    return tuple(curves)


def lowess(
    x: NDArray[np.generic], y: NDArray[np.float64], at: NDArray[np.float64], share: float = SHARE
) -> NDArray[np.float64]:
    """Values of the curve through (`x`, `y`) at the places `at`, within the range of `y`.

    Args:
        x: Sorted places, at least two different ones.
        y: Values, as many.
        at: Where the curve is wanted.
        share: Share of the points that decides at each place, in (0, 1].
    """
    places, first, counts = np.unique(
        np.asarray(x, dtype=np.float64), return_index=True, return_counts=True
    )
    means = np.add.reduceat(y, first) / counts
    places, means, counts = _grouped(places, means, counts)
    trust = np.ones(len(places))
    for _ in range(_ROBUST_ROUNDS):
        fitted = _fit(places, means, counts * trust, places, share)
        off = np.abs(means - fitted)
        scale = 6 * float(np.median(np.repeat(off, counts)))
        if scale == 0:
            break
        trust = np.maximum((1 - np.minimum(off / scale, 1) ** 2) ** 2, 1e-6)
    fitted = _fit(places, means, counts * trust, at, share)
    return np.clip(fitted, float(y.min()), float(y.max()))


def _grouped(
    places: NDArray[np.float64], means: NDArray[np.float64], counts: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.intp]]:
    """Neighbouring places taken together, so that no more than `MOST_PLACES` are left."""
    many = -(-len(places) // MOST_PLACES)
    if many < 2:
        return places, means, counts
    first = np.arange(0, len(places), many)
    n = np.add.reduceat(counts, first)
    return (
        np.add.reduceat(places * counts, first) / n,
        np.add.reduceat(means * counts, first) / n,
        n,
    )


def _fit(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    mass: NDArray[np.float64],
    at: NDArray[np.float64],
    share: float,
) -> NDArray[np.float64]:
    distance = np.abs(at[:, None] - x[None, :])
    order = np.argsort(distance, axis=1)
    heaped = np.cumsum(mass[order], axis=1)
    enough = np.argmax(heaped >= share * mass.sum() * (1 - 1e-12), axis=1)
    reach = np.take_along_axis(distance, order, axis=1)[np.arange(len(at)), enough]
    second = np.sort(distance, axis=1)[:, min(1, len(x) - 1)]
    reach = np.maximum(reach, second) * 1.001 + 1e-9
    weight = mass * (1 - np.minimum(distance / reach[:, None], 1) ** 3) ** 3
    total = weight.sum(axis=1)
    mean_x = (weight * x).sum(axis=1) / total
    mean_y = (weight * y).sum(axis=1) / total
    off = x[None, :] - mean_x[:, None]
    spread = (weight * off**2).sum(axis=1)
    slope = np.divide(
        (weight * off * y).sum(axis=1), spread, out=np.zeros_like(spread), where=spread > 1e-9
    )
    return np.asarray(mean_y + slope * (at - mean_x))
