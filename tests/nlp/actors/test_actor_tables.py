"""The tables of the knowledge base hold together."""

from __future__ import annotations

import csv
import hashlib
import itertools
import json
from collections import defaultdict
from datetime import date
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


@pytest.mark.parametrize(
    "code",
    [
        "USA",
        "GBR",
        "FRA",
        "DEU",
        "RUS",
        "UKR",
        "CHN",
        "JPN",
        "KOR",
        "PRK",
        "IND",
        "PAK",
        "IRN",
        "IRQ",
        "ISR",
        "PSE",
        "SAU",
        "ARE",
        "QAT",
        "EGY",
        "TUR",
        "SYR",
        "LBN",
        "JOR",
        "YEM",
        "LBY",
        "CAN",
        "AUS",
        "ITA",
        "ESP",
        "POL",
        "NLD",
        "SWE",
        "NOR",
        "FIN",
        "DNK",
        "BEL",
        "AUT",
        "CHE",
        "CZE",
        "HUN",
        "GRC",
        "ROU",
        "SRB",
        "BLR",
        "GEO",
        "ARM",
        "AZE",
        "KAZ",
        "VEN",
        "CUB",
        "BRA",
        "ARG",
        "MEX",
        "COL",
        "ZAF",
        "NGA",
        "ETH",
        "TWN",
        "IDN",
        "PHL",
    ],
)
def test_a_state_in_the_news_has_a_leader_on_any_day_since_2014(
    kb: KnowledgeBase, code: str
) -> None:
    for day in ("2014-09-15", "2017-07-03", "2020-06-15", "2022-02-15", "2024-03-01"):
        assert kb.people.in_office(code, frozenset(("HOS", "HOG")), day), day
