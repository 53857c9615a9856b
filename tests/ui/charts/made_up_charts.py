"""Made-up statements of invented countries, for charts."""

from __future__ import annotations

import numpy as np

from stancedesk.core.model import Query
from stancedesk.core.series import Bin, day_of
from stancedesk.services.chart import Context, TimelineData, build_timeline
from stancedesk.services.matrices import MatrixData, build_heatmap
from stancedesk.services.spread import ChangesData, DistributionData, Levels, build_changes
from stancedesk.store.aggregates import Points

CODES = ("MER", "OST", "VAR")
NAMES = {"MER": "Merida", "OST": "Ostrava", "VAR": "Varland"}
FIRST = day_of("2031-10-06")  # a Monday


def points(actors: int = 2, n: int = 600, days: int = 155, seed: int = 3) -> Points:
    """Points of `actors` countries over `days` days."""
    random = np.random.default_rng(seed)
    actor = np.sort(random.integers(0, actors, n))
    day = random.integers(0, days, n)
    order = np.lexsort((np.arange(n), day, actor))
    actor, day = actor[order], day[order]
    wave = np.where(actor == 0, -0.4, 0.3) * np.sin(day / days * 3)
    stance = np.round(np.clip(wave + random.normal(0, 0.25, n), -1, 1), 2)
    ids = np.arange(1, n + 1, dtype=np.int64)
    return Points(ids, day + FIRST, stance, actor, CODES[:actors])


def timeline(
    actors: int = 2,
    n: int = 600,
    days: int = 155,
    width: Bin | None = None,
    smoothed: bool = False,
) -> TimelineData:
    """A timeline of made-up statements with two events."""
    context = Context(NAMES, ((FIRST + 40, "Blockade"), (FIRST + 100, "Talks")), "1.0")
    query = Query(countries=CODES[:actors])
    return build_timeline(points(actors, n, days), query, "country", context, width, smoothed)


def heatmap() -> MatrixData:
    """A heatmap of three countries by week."""
    return build_heatmap(points(3), Query(), "country", Context(NAMES, codebook="1.0"), Bin.WEEK)


def dyads() -> MatrixData:
    """Two speakers about three targets."""
    mean = np.array([[np.nan, -0.6, 0.2], [0.4, np.nan, -1.0]])
    counts = np.array([[0, 40, 3], [12, 0, 1]])
    return MatrixData(
        "dyads", Query(), "country", CODES[:2], ("Merida", "Ostrava"), CODES,
        ("Merida", "Ostrava", "Varland"), mean, counts, title="Who speaks how about whom",
    )  # fmt: skip


def distribution() -> DistributionData:
    """Levels of two countries."""
    actors = (
        Levels("MER", "Merida", (40, 30, 20, 10, 0), -0.5),
        Levels("OST", "Ostrava", (0, 5, 30, 25, 20), 0.4),
    )
    return DistributionData(Query(), "country", actors, title="Spread of stance")


def changes() -> ChangesData:
    """Shifts of three countries."""
    return build_changes(points(3), Query(), "country", Context(NAMES, codebook="1.0"))
