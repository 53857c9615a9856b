"""The tables of the knowledge base hold together."""

from __future__ import annotations

import csv
import hashlib
import itertools
import json
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from stancedesk.nlp.actors.compiled import TABLES, compiled, digest_of
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.people import ROLE_WEIGHT, UNOFFICIAL_ROLES, name_words, skeleton
from stancedesk.nlp.actors.tables import DAY, first_day, last_day, rows
from stancedesk.paths import resources

FOLDER = resources() / "actors"
SINGLE = ("HOS", "HOG", "FM", "DEF")
# Two who held or claimed one office at once for longer than a month.
TOGETHER = {
    ("Mikhail Gorbachev", "Boris Yeltsin"),  # the Union's and the republic's president
    ("Eduard Shevardnadze", "Andrei Kozyrev"),
    ("Hu Jintao", "Xi Jinping"),  # the party's leader came first
    ("Ariel Sharon", "Ehud Olmert"),  # acting
    ("Park Geun-hye", "Hwang Kyo-ahn"),  # acting
    ("Mevlut Cavusoglu", "Feridun Sinirlioglu"),  # caretaker
    ("Dilma Rousseff", "Michel Temer"),  # suspended, acting
    ("Laurent Gbagbo", "Alassane Ouattara"),  # both claimed it
}


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


def test_every_code_of_a_table_is_a_state_or_an_organisation(kb: KnowledgeBase) -> None:
    known = set(kb.codes())
    for table in ("bodies.tsv", "places.tsv", "terms.tsv", "officeholders.tsv"):
        assert {row["code"] for _, row in rows(FOLDER / table)} <= known, table


def test_no_code_is_given_twice() -> None:
    codes = [
        row["code"]
        for table in ("states.tsv", "organisations.tsv")
        for _, row in rows(FOLDER / table)
    ]
    assert len(codes) == len(set(codes))


def test_no_phrase_means_two_codes_on_one_date_without_a_rule(kb: KnowledgeBase) -> None:
    for phrase in kb.phrases():
        free = [s for s in kb.senses(phrase) if not s.rule]
        for n, one in enumerate(free):
            for other in free[n + 1 :]:
                apart = (one.end and one.end < other.start) or (other.end and other.end < one.start)
                assert one.code == other.code or apart, phrase


def test_terms_have_known_roles_and_dates_in_order() -> None:
    roles = set(ROLE_WEIGHT) | UNOFFICIAL_ROLES
    for table in ("terms.tsv", "officeholders.tsv"):
        for number, row in rows(FOLDER / table):
            where = f"{table}, line {number}"
            assert row["role"] in roles, where
            assert row["asof"], where
            assert row["source"], where
            for cell in (row["start"], row["end"]):
                assert not cell or DAY.fullmatch(cell), where
            if row["start"] and row["end"]:
                assert first_day(row["start"]) <= last_day(row["end"]), where


def test_one_office_has_one_holder_at_a_time_but_for_those_listed() -> None:
    offices = defaultdict(list)
    for _, row in rows(FOLDER / "terms.tsv"):
        if row["role"] in SINGLE and len(row["start"]) == 10 and len(row["end"]) in (0, 10):
            offices[row["code"], row["role"]].append(row)
    for terms in offices.values():
        terms.sort(key=lambda row: row["start"])
        for one, other in itertools.pairwise(terms):
            if (one["start"], one["end"]) == (other["start"], other["end"]):
                continue  # another spelling or style
            end = one["end"] or "2999-12-31"
            days = (date.fromisoformat(end) - date.fromisoformat(other["start"])).days
            same = skeleton(name_words(one["name"])[-1]) == skeleton(name_words(other["name"])[-1])
            assert days <= 31 or same or (one["name"], other["name"]) in TOGETHER, (one, other)


def test_there_are_more_than_six_thousand_dated_terms() -> None:
    assert (
        sum(
            1
            for t in ("terms.tsv", "officeholders.tsv")
            for _, row in rows(FOLDER / t)
            if row["start"]
        )
        > 6000
    )


def test_the_manifest_counts_and_hashes_every_table() -> None:
    with (FOLDER / "MANIFEST.tsv").open(encoding="utf-8", newline="") as stream:
        manifest = {row["file"]: row for row in csv.DictReader(stream, delimiter="\t")}
    assert set(TABLES) <= set(manifest)
    for name, row in manifest.items():
        assert row["sha256"] == hashlib.sha256((FOLDER / name).read_bytes()).hexdigest(), name
        assert int(row["rows"]) == sum(1 for _ in rows(FOLDER / name)), name
        assert all((row["sources"], row["licence"], row["asof"])), name


def test_compiled_tables_are_kept_and_read_again(tmp_path: Path) -> None:
    first = compiled(FOLDER, tmp_path / "cache")
    kept = list((tmp_path / "cache").iterdir())
    assert [p.suffix for p in kept] == [".json"]
    assert json.loads(kept[0].read_bytes())["digest"] == digest_of(FOLDER) == first["digest"]
    assert compiled(FOLDER, tmp_path / "cache") == json.loads(json.dumps(first))


def test_a_damaged_or_older_cache_is_replaced(tmp_path: Path) -> None:
    compiled(FOLDER, tmp_path)
    kept = next(tmp_path.iterdir())
    kept.write_text("{", encoding="utf-8")
    (tmp_path / "actors-0000.json").write_text("{}", encoding="utf-8")
    assert compiled(FOLDER, tmp_path)["digest"] == digest_of(FOLDER)
    assert json.loads(kept.read_bytes())["digest"] == digest_of(FOLDER)
    assert list(tmp_path.iterdir()) == [kept]


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    assert compiled(FOLDER, blocked)["digest"] == digest_of(FOLDER)


# The 60 states that the most of 1,098 articles of 2012 to 2025 name, as measured; not territories.
IN_THE_NEWS = (
    "USA RUS IRN SYR GBR CHN IRQ UKR FRA DEU ISR PRK TUR KOR AFG JPN SAU PSE EGY LBY "
    "YEM LBN CAN JOR POL VNM ITA SGP AUS CUB IND MEX ARE PAK BLR QAT VEN AUT KWT TWN "
    "ESP NLD SWE SDN SOM CHE PHL NOR BEL ARG GRC IRL DNK HUN MYS EST LTU OMN ZAF BRA"
)
OFFICES = {"leader": ("HOS", "HOG"), "foreign": ("FM",), "defence": ("DEF",)}
AS_OF = "2025-12-01"
# Nobody held the office, or no state's office is meant.
VACANT = {
    ("AFG", "leader", "2021-08-15"),  # the Taliban's terms stand under their own code
    ("AFG", "foreign", "2021-08-15"),
    ("AFG", "defence", "2021-08-15"),
    ("PSE", "defence", "2014-01-01"),  # no such ministry
    ("LBY", "defence", "2014-09-28"),  # two governments, none with a minister
    ("SDN", "defence", "2019-04-11"),  # the military council; the army's chief
    ("SDN", "defence", "2020-03-25"),
    ("CHN", "defence", "2023-10-24"),  # dismissed without a successor
}


@pytest.mark.parametrize("code", IN_THE_NEWS.split())
def test_the_leaders_of_a_state_in_the_news_are_complete_since_2014(code: str) -> None:
    for office, roles in OFFICES.items():
        for start, end in _gaps(code, roles):
            days = (date.fromisoformat(end) - date.fromisoformat(start)).days
            assert days <= 62 or (code, office, start) in VACANT, (office, start, end)


def _gaps(code: str, roles: tuple[str, ...]) -> list[tuple[str, str]]:
    """From when to when since 2014 nobody on file held an office."""
    held = sorted(
        (first_day(row["start"]), _last(row["end"]))
        for row in _terms()
        if row["code"] == code and row["role"] in roles and row["start"]
    )
    gaps, covered = [], "2014-01-01"
    for start, end in [*held, (AS_OF, AS_OF)]:
        if start > covered:
            gaps.append((covered, min(start, AS_OF)))
        covered = max(covered, end)
    return gaps


def _last(end: str) -> str:
    last = last_day(end) if end else "2999-12-31"
    return (
        last if last[5:] not in ("02-31", "04-31", "06-31", "09-31", "11-31") else last[:8] + "28"
    )


@cache
def _terms() -> list[dict[str, str]]:
    return [row for table in ("terms.tsv", "officeholders.tsv") for _, row in rows(FOLDER / table)]


def test_what_bears_a_row_out_is_named_in_its_source() -> None:
    sources = {row["source"] for _, row in rows(FOLDER / "terms.tsv")}
    assert {s.partition("; ")[0] for s in sources} == {"curated"}
    assert {"curated; wikidata", "curated; factbook"} <= sources
