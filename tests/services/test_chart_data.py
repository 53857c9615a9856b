"""What charts draw and say is what the selection holds."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from stancedesk import __version__
from stancedesk.core.model import Act, Kind, Query
from stancedesk.core.series import Bin, day_of
from stancedesk.services import caption
from stancedesk.services.chart import Context, TimelineData, build_timeline, to_csv
from stancedesk.store.aggregates import Points

NAMES = {"VAR": "Varland", "OST": "Ostrava", "MER": "Merida"}
MONDAY = day_of("2032-01-05")


def drawn(query: Query, width: Bin | None = None, smoothed: bool = False) -> TimelineData:
    points = Points(
        ids=np.array([4, 7, 9, 1, 2, 3]),
        days=np.array([MONDAY, MONDAY + 1, MONDAY + 21, MONDAY, MONDAY + 8, MONDAY + 8]),
        stances=np.array([0.5, 0.1, -0.2, -0.6, -0.4, 0.0]),
        actor=np.array([0, 0, 0, 1, 1, 1]),
        actors=("OST", "VAR"),
    )
    context = Context(NAMES, ((MONDAY + 3, "Blockade"),), "1.0")
    return build_timeline(points, query, "country", context, width, smoothed)


def test_series_come_in_the_order_in_which_the_query_names_the_actors() -> None:
    data = drawn(Query(countries=("VAR", "OST")), Bin.WEEK)
    assert [each.label for each in data.series] == ["Varland", "Ostrava"]
    assert data.codes == ("VAR", "OST")
    assert [(b.n, round(b.mean, 2)) for b in data.series[0].bins] == [(1, -0.6), (2, -0.2)]
    assert data.n == 6


def test_a_named_actor_without_statements_keeps_its_place_and_its_colour() -> None:
    data = drawn(Query(countries=("MER", "OST")))
    assert [each.label for each in data.series] == ["Merida", "Ostrava"]
    assert data.series[0].bins == ()


def test_without_names_the_most_quoted_known_actors_are_drawn() -> None:
    assert drawn(Query()).codes == ("OST", "VAR")
    points = Points(
        ids=np.arange(5), days=np.full(5, MONDAY), stances=np.zeros(5),
        actor=np.array([0, 0, 0, 1, 1]), actors=("", "VAR"),
    )  # fmt: skip
    assert build_timeline(points, Query(), "country", Context(NAMES)).codes == ("VAR",)


def test_the_span_follows_the_dates_of_the_query_and_else_the_statements() -> None:
    assert drawn(Query()).span == (MONDAY, MONDAY + 21)
    asked = drawn(Query(date_from="2032-01-01", date_to="2032-03-31"))
    assert asked.span == (day_of("2032-01-01"), day_of("2032-03-31"))


def test_an_empty_selection_makes_an_empty_chart_without_a_range() -> None:
    none = np.empty(0, dtype=np.int64)
    data = build_timeline(
        Points(none, none, np.empty(0), none, ()), Query(), "country", Context(NAMES)
    )
    assert (data.n, data.series) == (0, ())
    assert "–" not in data.source


def test_the_words_say_actors_filters_versions_range_and_number() -> None:
    query = Query(countries=("VAR", "OST"), officials_only=True, text="red line")
    data = drawn(query, Bin.WEEK)
    assert data.title == "Stance of Varland and Ostrava"
    assert data.subtitle == ("Mean per week with 95 % interval · with “red line” · officials only")
    assert data.source == (
        f"StanceDesk {__version__} · codebook 1.0 · 5 Jan 2032 – 26 Jan 2032 · n = 6"
    )
    assert drawn(query, smoothed=True).subtitle.startswith("Smooth curve (LOWESS)")


def test_filters_that_a_title_does_not_name_are_named_below_it() -> None:
    query = Query(
        countries=("VAR",), persons=("Ilse Haran",), targets=("OST",), kinds=(Kind.DIRECT,),
        acts=(Act.THREATEN, Act.DEMAND), levels=(-2,), sources=("The Harbour Post",),
    )  # fmt: skip
    assert caption.filters(query, NAMES, "country") == [
        "by Ilse Haran",
        "about Ostrava",
        "direct statements",
        "threaten or demand",
        "level −2",
        "in The Harbour Post",
    ]
    assert caption.filters(query, NAMES, "person")[0] == "speaking for Varland"


def test_many_actors_are_counted_in_the_title() -> None:
    labels = ["A", "B", "C", "D", "E"]
    assert caption.title("Stance", labels, "person") == "Stance of 5 persons"
    assert caption.title("Stance", labels[:3], "country") == "Stance of A, B and C"
    assert caption.title("Stance", [], "country") == "Stance"


def test_the_query_is_kept_as_json_of_what_it_asks() -> None:
    query = Query(countries=("VAR",), kinds=(Kind.DIRECT,), officials_only=True)
    assert json.loads(caption.query_json(query)) == {
        "countries": ["VAR"],
        "kinds": ["direct"],
        "officials_only": True,
    }
    assert caption.query_json(Query()) == "{}"


def test_the_table_holds_each_bin_and_leaves_unknown_intervals_empty() -> None:
    table = to_csv(drawn(Query(countries=("VAR",)), Bin.WEEK).as_table())
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(row["from"], row["to"], row["n"]) for row in rows] == [
        ("2032-01-05", "2032-01-11", "1"),
        ("2032-01-12", "2032-01-18", "2"),
    ]
    assert rows[0]["low"] == ""
    assert float(rows[1]["low"]) == pytest.approx(-0.4)
