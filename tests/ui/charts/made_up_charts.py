"""Made-up statements of invented countries, for charts."""

from __future__ import annotations

import numpy as np

from stancedesk.core.model import Query
from stancedesk.core.series import Bin, day_of
from stancedesk.services.chart import Context, TimelineData, build_timeline
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
