"""What a run adds, and what a second run replaces and leaves alone."""

from __future__ import annotations

import pytest

from stancedesk.core.model import Query
from stancedesk.store import Project
from tests.store.examples import FIRST, SECOND, analysed, article, coded_article


def test_a_run_keeps_its_versions_and_counts(project: Project) -> None:
    coded_article(project, statements=2)
    (run,) = project.runs()
    assert run.versions == FIRST
    assert (run.articles, run.statements) == (1, 2)
    assert run.finished is not None


def test_a_statement_comes_back_as_it_was_found(project: Project) -> None:
    given = analysed(5)
    (statement,) = coded_article(project)
    row = project.row(statement)
    assert row.content == ((0, 10),)
    assert (row.cue, row.speaker, row.kind) == ((11, 15), (0, 8), given.found.kind)
    assert row.judgement == analysed(0).judgement
    assert (row.coder, row.reviewed) == ("machine", False)
    assert (row.source, row.title, row.published) == ("Gazette", "Report 1", "2022-02-15")


def test_the_same_spans_twice_are_one_statement(project: Project) -> None:
    run = project.start_run(FIRST)
    number, _ = project.add_article(article(1))
    project.add_analysed(number, run.id, [analysed(0), analysed(0)])
    assert project.count() == 1


def test_a_second_run_replaces_what_the_first_found(project: Project) -> None:
    first, _, gone = coded_article(project, statements=3)
    assert project.count(Query(countries=("AAA",))) == 3
    run = project.start_run(SECOND)
    project.add_analysed(1, run.id, [analysed(0, country="CCC"), analysed(20), analysed(300)])
    assert project.count() == 3
    assert project.row(first).judgement.country == "CCC"
    assert project.rows_of([gone]) == []
    assert len(project.codings(first)) == 1
    assert project.pending(FIRST) == [1]
    assert project.integrity() == []


def test_a_second_run_leaves_human_codings_alone(project: Project) -> None:
    kept, moved, other = coded_article(project, statements=3)
    project.code([kept, moved], "Ann", {"country": "DDD"})
    run = project.start_run(SECOND)
    project.add_analysed(1, run.id, [analysed(0, country="CCC")])
    assert [project.row(at).judgement.country for at in (kept, moved)] == ["DDD", "DDD"]
    assert project.rows_of([other]) == []
    # Beneath the human coding the machine's is the new one; the old is retracted, not lost.
    machine = [coding for coding in project.codings(kept) if not coding.human]
    assert [(c.judgement.country, c.retracted is None) for c in machine] == [
        ("AAA", False),
        ("CCC", True),
    ]
    project.undo()
    assert project.row(kept).judgement.country == "CCC"
    assert project.rows_of([moved]) == []  # neither a person nor the machine calls it a statement
    project.redo()
    assert project.row(moved).judgement.country == "DDD"
    assert project.integrity() == []


def test_a_batch_that_fails_leaves_nothing_behind(project: Project) -> None:
    run = project.start_run(FIRST)
    one, _ = project.add_article(article(1))
    two, _ = project.add_article(article(2))
    with pytest.raises(ValueError, match="Act"):
        project.add_batch(run.id, [(one, [analysed()]), (two, [analysed(act="shouting")])])
    assert project.count() == 0
    assert project.pending(FIRST) == [one, two]
    assert project.integrity() == []
