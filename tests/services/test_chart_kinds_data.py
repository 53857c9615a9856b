"""Heatmap, dyads, distribution and changes count what the project holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from stancedesk.core.model import (
    Analysed,
    Article,
    DateBasis,
    Found,
    Judgement,
    Kind,
    Query,
    Versions,
)
from stancedesk.core.series import Bin
from stancedesk.core.shift import shift
from stancedesk.services.chart import Context, timeline
from stancedesk.services.matrices import dyads, heatmap
from stancedesk.services.spread import MOST_ACTORS, build_changes, changes, distribution
from stancedesk.store import Project
from stancedesk.store.aggregates import Points

NAMES = {"VAR": "Varland", "OST": "Ostrava"}
# Day, country, target, level; stance is half the level.
SAID = (
    *((f"2032-01-{day:02}", "VAR", "OST", -2) for day in (5, 6, 7, 12, 13)),
    *((f"2032-02-{day:02}", "VAR", "OST", 1) for day in (5, 6, 7, 12, 13, 14)),
    ("2032-01-05", "OST", "VAR", 0),
    (None, "OST", "VAR", 2),
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = Project.create(tmp_path / "made up.stance")
    run = made.start_run(Versions("0.1", "rules", "1", "1.0"))
    for number, (day, country, target, level) in enumerate(SAID):
        basis = DateBasis.GIVEN if day else DateBasis.UNKNOWN
        text = f"Statement number {number} was made on the quay."
        article, _ = made.add_article(Article(text, published=day, date_basis=basis))
        judgement = Judgement(
            person="Ilse Haran", country=country, targets=(target,), stance=level / 2, level=level
        )
        found = Found(((0, len(text)),), Kind.INDIRECT)
        made.add_analysed(article, run.id, [Analysed(found, text, judgement)])
    made.finish_run(run.id)
    made.add_event("2032-01-20", "Blockade")
    yield made
    made.close()


def test_a_timeline_of_a_project_has_its_events_names_and_codebook(project: Project) -> None:
    data = timeline(project, Query(), width=Bin.MONTH, names=NAMES)
    assert [(s.label, [b.n for b in s.bins]) for s in data.series] == [
        ("Varland", [5, 6]),
        ("Ostrava", [1]),
    ]
    assert [label for _, label in data.events] == ["Blockade"]
    assert "codebook 1.0" in data.source


def test_undated_statements_are_never_on_a_time_axis(project: Project) -> None:
    assert timeline(project, Query(), names=NAMES).n == 12
    assert heatmap(project, Query(), names=NAMES).n == 12
    assert distribution(project, Query(), names=NAMES).n == 13


def test_a_heatmap_has_a_column_for_each_bin_even_an_empty_one(project: Project) -> None:
    data = heatmap(project, Query(), width=Bin.WEEK, names=NAMES)
    assert data.rows == ("Varland", "Ostrava")
    assert data.column_codes[0] == "2032-01-05"
    assert len(data.column_codes) == 6
    assert data.counts.tolist() == [[3, 2, 0, 0, 3, 3], [1, 0, 0, 0, 0, 0]]
    assert data.mean[0, 0] == -1
    assert np.isnan(data.mean[0, 2])
    assert data.as_table()[1][0] == ("Varland", "2032-01-05", -1.0, 3)


def test_dyads_say_who_speaks_how_about_whom(project: Project) -> None:
    data = dyads(project, Query(), names=NAMES)
    assert data.rows == ("Varland", "Ostrava")
    assert data.columns == ("Ostrava", "Varland")
    assert data.counts.tolist() == [[11, 0], [0, 2]]
    assert data.mean[0, 0] == pytest.approx((5 * -1 + 6 * 0.5) / 11)
    assert data.mean[1, 1] == pytest.approx(0.5)
    narrowed = dyads(project, Query(countries=("OST",)), names=NAMES)
    assert (narrowed.rows, narrowed.n) == (("Ostrava",), 2)


def test_a_distribution_counts_levels(project: Project) -> None:
    data = distribution(project, Query(), names=NAMES)
    assert [(each.label, each.counts) for each in data.actors] == [
        ("Varland", (5, 0, 0, 6, 0)),
        ("Ostrava", (0, 0, 1, 0, 1)),
    ]
    only = distribution(project, Query(countries=("VAR",), levels=(-2,)), names=NAMES)
    assert [each.counts for each in only.actors] == [(5, 0, 0, 0, 0)]


def test_changes_rank_shifts_of_actors_with_enough_statements_in_both_periods(
    project: Project,
) -> None:
    data = changes(project, Query(), split="2032-02-01", names=NAMES)
    assert [each.label for each in data.actors] == ["Varland"]
    found = data.actors[0].shift
    assert (found.before, found.after, found.n_before, found.n_after) == (-1.0, 0.5, 5, 6)
    assert data.as_table()[1][0][:4] == ("Varland", -1.0, 0.5, 1.5)


def test_without_a_split_the_range_is_halved(project: Project) -> None:
    data = changes(project, Query(date_from="2032-01-01", date_to="2032-01-10"), names=NAMES)
    assert data.first[1] - data.first[0] == data.second[1] - data.second[0] == 4


def test_charts_by_person_follow_persons(project: Project) -> None:
    assert heatmap(project, Query(), "person").rows == ("Ilse Haran",)
    assert distribution(project, Query(), "person").n == 13


def test_an_empty_selection_makes_empty_charts(project: Project) -> None:
    nobody = Query(countries=("MER",))
    for data in (
        heatmap(project, nobody),
        dyads(project, nobody),
        distribution(project, nobody),
        changes(project, nobody),
    ):
        assert data.n == 0
        assert data.as_table()[1] == []


def test_the_largest_changes_are_those_of_all_actors() -> None:
    rng = np.random.default_rng(2)
    actor = np.sort(rng.integers(0, 60, 2_000))
    names = ("", *(f"Person {at:02}" for at in range(1, 60)))
    days = rng.integers(0, 100, actor.size)
    stances = np.round(rng.uniform(-1, 1, actor.size), 2)
    points = Points(np.arange(actor.size), days, stances, actor, names)
    shifts = {
        name: shift(stances[(actor == at) & (days < 50)], stances[(actor == at) & (days >= 50)])
        for at, name in enumerate(names)
        if name
    }
    expected = sorted(shifts, key=lambda name: (-abs(shifts[name].size), name))[:MOST_ACTORS]
    found = build_changes(points, Query(), "person", Context(), split=50)
    assert [each.code for each in found.actors] == expected
    assert [each.shift for each in found.actors] == [shifts[name] for name in expected]
