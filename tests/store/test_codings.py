"""Who wins, and what people can do to codings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stancedesk.core.model import Act, Evidence, Found, Judgement, Kind, Query
from stancedesk.errors import UserError
from stancedesk.store import Project
from tests.store.examples import SECOND, analysed, article, coded_article


@pytest.fixture
def statement(project: Project) -> int:
    return coded_article(project)[0]


def test_a_human_beats_the_machine_and_the_newest_human_wins(
    project: Project, statement: int
) -> None:
    project.code([statement], "Ann", {"country": "BBB"})
    project.code([statement], "Bea", {"country": "CCC"})
    row = project.row(statement)
    assert (row.judgement.country, row.coder, row.reviewed) == ("CCC", "Bea", True)
    run = project.start_run(SECOND)
    project.add_analysed(1, run.id, [analysed(0, country="DDD")])
    assert project.row(statement).coder == "Bea"


def test_a_coding_is_the_present_judgement_with_changes(project: Project, statement: int) -> None:
    before = project.row(statement).judgement
    project.code([statement], "Ann", {"role": "envoy"}, note="she resigned in January")
    after = project.row(statement).judgement
    assert after.role == "envoy"
    assert after.note == "she resigned in January"
    assert after.confidence == 1.0
    assert (after.person, after.stance, after.targets) == (
        before.person,
        before.stance,
        before.targets,
    )


def test_the_reasons_of_the_machine_give_way_where_a_person_decides(
    project: Project, statement: int
) -> None:
    project.code([statement], "Ann", {"level": -2})
    evidence = project.row(statement).judgement.evidence
    assert Evidence("stance", "coder", None, "Ann") in evidence
    assert all(item.rule == "coder" for item in evidence if item.field == "stance")
    assert any(item.rule == "title" for item in evidence if item.field == "country")


def test_country_and_level_carry_their_companions(project: Project, statement: int) -> None:
    project.code([statement], "Ann", {"country": "BBB", "level": -1})
    judgement = project.row(statement).judgement
    assert judgement.countries == ("BBB",)
    assert judgement.stance == -0.5
    project.code([statement], "Ann", {"countries": ("CCC", "DDD"), "stance": 0.9})
    judgement = project.row(statement).judgement
    assert (judgement.country, judgement.level) == ("CCC", 2)
    project.code([statement], "Ann", {"country": None})
    assert project.row(statement).judgement.countries == ()


def test_a_function_can_make_the_changes(project: Project, statement: int) -> None:
    project.code([statement], "Ann", lambda old: replace(old, targets=(*old.targets, "EU")))
    assert project.row(statement).judgement.targets == ("BBB", "EU")


def test_accepting_makes_a_reviewed_coding_without_changes(
    project: Project, statement: int
) -> None:
    change = project.code([statement], "Ann", {})
    assert change.label == "Accept 1 statement"
    assert project.count(Query(reviewed_only=True)) == 1
    assert project.row(statement).judgement.evidence == analysed().judgement.evidence


@pytest.mark.parametrize(
    ("changes", "label"),
    [
        ({"country": "RUS"}, "Set country to RUS on 2 statements"),
        ({"country": None}, "Clear country on 2 statements"),
        ({"targets": ("AAA", "EU")}, "Set targets to AAA, EU on 2 statements"),
        ({"act": Act.DENY}, "Set act to deny on 2 statements"),
        ({"person": "Bo Quist", "role": "envoy"}, "Set person, role on 2 statements"),
        ({}, "Accept 2 statements"),
    ],
)
def test_a_change_says_what_it_did(
    project: Project, changes: dict[str, object], label: str
) -> None:
    statements = coded_article(project, statements=2)
    change = project.code(statements, "Ann", changes)
    assert change.label == label == project.undo_label()
    assert change.statements == tuple(statements)
    assert change.articles == (1,)


@pytest.mark.parametrize(
    "changes",
    [
        {"stance": 1.5},
        {"level": 3},
        {"level": "high"},
        {"act": "shout"},
        {"mood": "bad"},
        {"targets": "USA"},
        {"evidence": ()},
    ],
    ids=str,
)
def test_values_out_of_range_are_refused_and_change_nothing(
    project: Project, statement: int, changes: dict[str, object]
) -> None:
    with pytest.raises(UserError):
        project.code([statement], "Ann", changes)
    assert len(project.codings(statement)) == 1
    assert project.undo_label() is None


@pytest.mark.parametrize("coder", ["", "  ", "machine"])
def test_a_coding_needs_the_name_of_a_person(project: Project, statement: int, coder: str) -> None:
    with pytest.raises(UserError, match="name of a person"):
        project.code([statement], coder, {})


def test_no_statement_and_a_lost_statement_are_refused(project: Project, statement: int) -> None:
    with pytest.raises(UserError, match="No statement"):
        project.code([], "Ann", {})
    with pytest.raises(UserError, match="no longer"):
        project.code([statement, 999], "Ann", {})


def test_what_is_no_statement_is_hidden_but_can_be_found(project: Project, statement: int) -> None:
    project.set_valid([statement], "Ann", valid=False, note="a headline")
    assert project.count() == 0
    assert project.rows() == []
    (row,) = project.rows(Query(rejected=True))
    assert row.judgement.note == "a headline"
    assert project.counts()["rejected"] == 1
    assert list(project.db.query("SELECT * FROM statements")) == []
    project.set_valid([statement], "Ann", valid=True)
    assert project.count() == 1


def test_a_retracted_coding_no_longer_counts_but_stays(project: Project, statement: int) -> None:
    project.code([statement], "Ann", {"country": "BBB"})
    coding = project.codings(statement)[-1]
    project.retract([coding.id])
    assert project.row(statement).judgement.country == "AAA"
    assert project.codings(statement)[-1].retracted is not None
    with pytest.raises(UserError, match="in force"):
        project.retract([coding.id])
    with pytest.raises(UserError, match="of people"):
        project.retract([project.codings(statement)[0].id])


def test_reverting_goes_back_to_the_machine(project: Project, statement: int) -> None:
    with pytest.raises(UserError, match="Nobody"):
        project.revert([statement])
    project.code([statement], "Ann", {"country": "BBB"})
    project.code([statement], "Bea", {"country": "CCC"})
    project.revert([statement])
    assert project.row(statement).coder == "machine"
    project.undo()
    assert project.row(statement).coder == "Bea"


def test_a_statement_added_by_hand_counts_until_undone(project: Project) -> None:
    number, _ = project.add_article(article(1))
    found = Found(((14, 22), (28, 32)), Kind.DIRECT)
    change = project.add_statement(number, found, Judgement(country="AAA"), "Ann")
    row = project.row(change.statements[0])
    text = project.article(number).text
    assert row.text == f"{text[14:22]} {text[28:32]}"
    assert (row.coder, row.judgement.country, row.kind) == ("Ann", "AAA", Kind.DIRECT)
    project.undo()
    assert project.count() == 0
    project.redo()
    assert project.count() == 1
    assert project.integrity() == []


@pytest.mark.parametrize("content", [(), ((0, 10_000),), ((5, 5),), ((-1, 4),)], ids=str)
def test_a_statement_outside_the_text_is_refused(
    project: Project, content: tuple[tuple[int, int], ...]
) -> None:
    number, _ = project.add_article(article(1))
    with pytest.raises(UserError, match="inside the article"):
        project.add_statement(number, Found(content, Kind.DIRECT), Judgement(), "Ann")


def test_merged_persons_are_one_also_in_later_articles(project: Project) -> None:
    run = project.start_run(SECOND)
    for number, person in enumerate(("A. Vell", "Ada Vell")):
        added, _ = project.add_article(article(number))
        project.add_analysed(added, run.id, [analysed(person=person)])
    project.merge_persons("A. Vell", "Ada Vell")
    added, _ = project.add_article(article(3))
    project.add_analysed(added, run.id, [analysed(person="A. Vell")])
    (facet,) = project.facets(Query(), "person")
    assert (facet.value, facet.n) == ("Ada Vell", 3)
    assert {row.judgement.person for row in project.rows()} == {"Ada Vell"}
    assert project.count(Query(reviewed_only=True)) == 0  # to merge is not to review
    project.undo()
    assert {facet.value: facet.n for facet in project.facets(Query(), "person")} == {
        "A. Vell": 2,
        "Ada Vell": 1,
    }


def test_merges_follow_one_another_and_can_turn_round(project: Project, statement: int) -> None:
    project.merge_persons("Ada Vell", "A. Vell")
    project.merge_persons("A. Vell", "Dr Vell")
    assert project.aliases() == {"A. Vell": "Dr Vell", "Ada Vell": "Dr Vell"}
    assert project.row(statement).judgement.person == "Dr Vell"
    project.merge_persons("Dr Vell", "Ada Vell")
    assert project.aliases() == {"A. Vell": "Ada Vell", "Dr Vell": "Ada Vell"}
    assert project.row(statement).judgement.person == "Ada Vell"
    for name in ("Dr Vell", "A. Vell", "Ada Vell"):
        project.undo()
        assert project.row(statement).judgement.person == name
    with pytest.raises(UserError, match="Two different names"):
        project.merge_persons("X", "X")


def test_several_persons_become_one_in_one_change(project: Project) -> None:
    run = project.start_run(SECOND)
    people = ("A. Vell", "Ada Vell", "Dr Vell", "Bo Quist")
    for number, person in enumerate(people):
        added, _ = project.add_article(article(number))
        project.add_analysed(added, run.id, [analysed(person=person)])
    change = project.merge_persons(["A. Vell", "Dr Vell", "Ada Vell"], "Ada Vell")
    assert change.label == project.undo_label() == "Merge 2 persons into Ada Vell"
    assert len(change.statements) == 2
    assert {facet.value: facet.n for facet in project.facets(Query(), "person")} == {
        "Ada Vell": 3,
        "Bo Quist": 1,
    }
    project.undo()
    assert {row.judgement.person for row in project.rows()} == set(people)
    assert project.aliases() == {}
    project.redo()
    assert project.aliases() == {"A. Vell": "Ada Vell", "Dr Vell": "Ada Vell"}


def test_persons_can_be_merged_under_a_new_name_and_with_those_merged_before(
    project: Project, statement: int
) -> None:
    project.merge_persons("Ada Vell", "A. Vell")
    project.merge_persons(["A. Vell", "Bo Quist"], "Ada Maria Vell")
    assert project.aliases() == dict.fromkeys(("Ada Vell", "A. Vell", "Bo Quist"), "Ada Maria Vell")
    assert project.row(statement).judgement.person == "Ada Maria Vell"
    project.undo()
    assert project.aliases() == {"Ada Vell": "A. Vell"}
    for names in ([], ["X"], ["", "Y"]):
        with pytest.raises(UserError, match="Two different names"):
            project.merge_persons(names, "X")


def test_statements_of_two_coders_are_paired(project: Project) -> None:
    one, two, _ = coded_article(project, statements=3)
    project.code([one, two], "Ann", {"level": 2})
    project.code([two], "Bea", {"level": 1})
    project.code([two], "Bea", {"level": -1})
    assert project.coders() == ["Ann", "Bea"]
    assert [(at, a.level, b.level) for at, a, b in project.paired("Ann", "Bea")] == [(two, 2, -1)]
    assert [at for at, _, _ in project.paired("machine", "Ann")] == [one, two]


def test_a_corrected_kind_counts_is_named_and_can_be_undone(
    project: Project, statement: int
) -> None:
    change = project.set_kind([statement], "Ann", Kind.DIRECT)
    assert change.label == "Set kind to direct on 1 statement"
    row = project.row(statement)
    assert (row.kind, row.coder) == (Kind.DIRECT, "Ann")
    assert project.count(Query(kinds=(Kind.DIRECT,))) == 1
    project.undo()
    assert (project.row(statement).kind, project.row(statement).coder) == (Kind.INDIRECT, "machine")
    project.redo()
    assert project.row(statement).kind is Kind.DIRECT


def test_a_kind_needs_a_coder_and_a_statement_that_is_there(
    project: Project, statement: int
) -> None:
    with pytest.raises(UserError, match="name of a person"):
        project.set_kind([statement], "", Kind.DIRECT)
    with pytest.raises(UserError, match="no longer"):
        project.set_kind([statement + 1000], "Ann", Kind.DIRECT)
    assert project.row(statement).kind is Kind.INDIRECT
