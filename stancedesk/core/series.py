"""What a chart draws for one actor: points, and by day, week or month a mean with its interval.

A day is a whole number, days since 1970-01-01 (UTC); bins are half open, [start, end). Weeks start
on Monday (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

_EPOCH = date(1970, 1, 1)
_MONDAY = 3  # 1970-01-01 was a Thursday: Monday is three days before

RESAMPLES = 1000
_FEW = 32  # up to this many values a bin is resampled, above it the expansion is as good
_SEED = 1993


class Bin(StrEnum):
    """Width of a bin."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class BinMean:
    """One bin: days [start, end), mean stance of `n` statements, and a 95 % interval.

    `lo` and `hi` are None for fewer than two statements: one value says nothing of its spread.
    """

    start: int
    end: int
    mean: float
    lo: float | None
    hi: float | None
    n: int

    @property
    def mid(self) -> float:
        """Middle of the bin, in days."""
        return (self.start + self.end) / 2


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """One actor's line: its points in order of day and id, and its non-empty bins in order.

    `days` (int64), `stances` (float64) and `ids` (int64, statements) have one entry per point.
    """

    label: str
    bin: Bin
    days: NDArray[np.int64]
    stances: NDArray[np.float64]
    ids: NDArray[np.int64]
    bins: tuple[BinMean, ...]


def day_of(iso: str) -> int:
    """Days since 1970-01-01 of an ISO day.

    Raises:
        ValueError: The text is no ISO day.
    """
    return (date.fromisoformat(iso) - _EPOCH).days


def iso_of(day: int) -> str:
    """ISO day of a number of days since 1970-01-01."""
    return (_EPOCH + timedelta(days=int(day))).isoformat()


def auto_bin(first: int, last: int) -> Bin:
    """Bin width that gives a range of days a readable number of bins (about 10 to 100)."""
    length = last - first + 1
    if length <= 62:
        return Bin.DAY
    return Bin.WEEK if length <= 2 * 366 else Bin.MONTH


def bin_starts(days: ArrayLike, width: Bin) -> NDArray[np.int64]:
    """First day of the bin in which each day falls."""
    array = np.asarray(days, dtype=np.int64)
    if width is Bin.DAY:
        return array
    if width is Bin.WEEK:
        return (array + _MONDAY) // 7 * 7 - _MONDAY
    months = array.astype("M8[D]").astype("M8[M]")
    if width is Bin.QUARTER:
        whole = months.astype(np.int64)
        months = (whole - whole % 3).astype("M8[M]")
    return months.astype("M8[D]").astype(np.int64)


def bin_end(start: int, width: Bin) -> int:
    """The day after the last day of the bin that starts on `start`."""
    if width is Bin.DAY:
        return start + 1
    if width is Bin.WEEK:
        return start + 7
    month = np.asarray(start, dtype=np.int64).astype("M8[D]").astype("M8[M]")
    months = 3 if width is Bin.QUARTER else 1
    return int((month + months).astype("M8[D]").astype(np.int64))


def build_series(
    days: ArrayLike, stances: ArrayLike, ids: ArrayLike, label: str, width: Bin
) -> Series:
    """Sort the points of one actor and average them by bin.

    The same points in any order give the same series to the last bit.

    Args:
        days: Days since 1970-01-01, one per statement.
        stances: Stances in [-1, 1], aligned with `days`.
        ids: Statement ids, aligned with `days`.
        label: Name of the actor.
        width: Width of the bins.

    Raises:
        ValueError: The three are not equally long.
    """
    day = np.asarray(days, dtype=np.int64)
    stance = np.asarray(stances, dtype=np.float64)
    statement = np.asarray(ids, dtype=np.int64)
    if not day.shape == stance.shape == statement.shape:
        raise ValueError("days, stances and ids must be equally long")
    order = np.lexsort((statement, day))
    day, stance, statement = day[order], stance[order], statement[order]
    return Series(label, width, day, stance, statement, _bins(day, stance, width))


def _bins(days: NDArray[np.int64], stances: NDArray[np.float64], width: Bin) -> tuple[BinMean, ...]:
    if not days.size:
        return ()
    starts, first, counts = np.unique(
        bin_starts(days, width), return_index=True, return_counts=True
    )
    means = np.add.reduceat(stances, first) / counts
    lo, hi = bootstrap_intervals(stances, first, counts)
    return tuple(
        BinMean(
            start=int(start),
            end=bin_end(int(start), width),
            mean=float(means[at]),
            lo=None if counts[at] < 2 else float(lo[at]),
            hi=None if counts[at] < 2 else float(hi[at]),
            n=int(counts[at]),
        )
        for at, start in enumerate(starts)
    )


def bootstrap_intervals(
    values: NDArray[np.float64], first: NDArray[np.intp], counts: NDArray[np.intp]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """95 % percentile intervals of the mean of each group, the same at every call.

    Groups of up to 32 values are resampled 1,000 times (Efron and Tibshirani 1993, An Introduction
    to the Bootstrap, chapter 13), by a generator seeded with the group's size. For larger groups
    the percentiles of the bootstrap distribution come from its Cornish-Fisher expansion (Hall 1992,
    The Bootstrap and Edgeworth Expansion, section 3.5), which is then as near to them as 1,000
    resamples are, and takes no time.

    Args:
        values: All values, group after group.
        first: Where in `values` each group begins.
        counts: How many values each group has.

    Returns:
        Lower and upper ends, NaN for groups of fewer than two values.
    """
    lo = np.full(len(counts), np.nan)
    hi = np.full(len(counts), np.nan)
    large = counts > _FEW
    if large.any():
        lo[large], hi[large] = _expanded(values, first, counts, large)
    for n in np.unique(counts[(counts >= 2) & ~large]):
        groups = np.flatnonzero(counts == n)
        samples = np.sort(values[first[groups][:, None] + np.arange(n)], axis=1)
        # Not `@`: the same sums on any number of processors, and none taken from an import.
        means = np.einsum("gi,ib->gb", samples, _weights(int(n)))
        ends = np.percentile(means, (2.5, 97.5), axis=1, overwrite_input=True)
        lo[groups], hi[groups] = np.round(ends, 9)
    return lo, hi


@lru_cache(maxsize=_FEW)
def _weights(n: int) -> NDArray[np.float64]:
    # Column b says how much each of n values counts in the mean of resample b.
    generator = np.random.default_rng((_SEED, n))
    return generator.multinomial(n, np.full(n, 1 / n), size=RESAMPLES).T / n


def _expanded(
    values: NDArray[np.float64],
    first: NDArray[np.intp],
    counts: NDArray[np.intp],
    large: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    group = np.repeat(np.arange(len(counts)), counts)
    mean = np.add.reduceat(values, first) / counts
    off = values - mean[group]
    n = counts[large]
    spread = np.sqrt((np.add.reduceat(off**2, first) / counts)[large])
    third = (np.add.reduceat(off**3, first) / counts)[large]
    skew = np.divide(third, spread**3, out=np.zeros_like(third), where=spread > 0)
    z = 1.959963984540054
    shift = skew * (z**2 - 1) / (6 * np.sqrt(n))
    scale = spread / np.sqrt(n)
    centre = mean[large]
    return np.round(centre + scale * (shift - z), 9), np.round(centre + scale * (shift + z), 9)


def segments(bins: Sequence[BinMean], gap: int = 0) -> list[slice]:
    """Slices of bins that a line may connect: none crosses more than `gap` empty bins.

    With the default, only bins that touch are connected.
    """
    parts: list[slice] = []
    begin = 0
    for at in range(1, len(bins) + 1):
        if at == len(bins) or _empty_between(bins[at - 1], bins[at]) > gap:
            parts.append(slice(begin, at))
            begin = at
    return parts


def _empty_between(left: BinMean, right: BinMean) -> int:
    # Months differ in length, so the gap is counted in the shorter neighbour, to the nearest bin.
    length = min(left.end - left.start, right.end - right.start)
    return round((right.start - left.end) / length)
