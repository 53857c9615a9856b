"""The command line as scripts use it: exit status, what goes to which stream."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from stancedesk.cli import run

PAGE = """Envoys return to the table in Kessel

Published 3 February 2032

“We are ready to talk without conditions,” said Mira Solano, a spokeswoman for the Russian \
foreign ministry.

The German chancellor warned that further attacks would bring new sanctions.
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def project(tmp_path: Path, page: Path) -> Path:
    path = tmp_path / "p.stance"
    assert run(["import", str(path), str(page)]) == 0
    return path


def test_importing_the_same_file_twice_adds_nothing_and_says_so(
    tmp_path: Path, page: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["import", str(project), str(page)]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "already there: page.txt" in err
    assert "0 of 1 imported" in err


REPRINTED = """The council of three ports met again on Monday after a month without a word \
from either side, and the mood in the customs house was said to be poor. The spokeswoman of the \
Russian foreign ministry, Mira Solano, had arrived the evening before by train with a small staff.

“We are ready to talk without conditions,” Solano said at the door, before she went in.

Traders along the quay have waited since spring for a rule on who may unload first, and each of \
the ports has written one that suits its own cranes. Fishermen, who pay the harbour fees of all \
three, have threatened to land their catch elsewhere unless an answer comes before the herring do.
"""


def test_a_reprint_is_named_and_counts_once_unless_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, lead in (("a", "3 February 2032"), ("b", "4 February 2032")):
        (tmp_path / f"{name}.txt").write_text(f"Published {lead}\n\n{REPRINTED}", "utf-8")
    target = str(tmp_path / "r.stance")
    assert run(["import", target, str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 0
    assert "reprint, counted once: b.txt" in capsys.readouterr().err
    counts = []
    for option in ([], ["--reprints"]):
        assert run(["statements", target, "--format", "jsonl", *option]) == 0
        counts.append(len(capsys.readouterr().out.splitlines()))
    assert counts[1] == 2 * counts[0] > 0


def test_a_bad_file_fails_alone_and_is_named(
    tmp_path: Path, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert run(["import", str(tmp_path / "q.stance"), str(tmp_path / "empty.txt"), str(page)]) == 1
    err = capsys.readouterr().err
    assert "empty.txt" in err
    assert "1 of 2 imported" in err


def test_statements_go_to_standard_output_as_csv_and_filter_by_country(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["statements", str(project), "--country", "rus"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["country"] for row in rows] == ["RUS"]
    assert rows[0]["date"] == "2032-02-03"
    assert "ready to talk" in rows[0]["text"]


def test_statements_as_json_lines_are_objects(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["statements", str(project), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["country"] for row in rows} == {"RUS", "DEU"}


def test_info_counts_and_vouches_for_the_file(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["info", str(project)]) == 0
    out = capsys.readouterr().out
    assert "articles: 1" in out
    assert "integrity: ok" in out


def test_analyze_returns_offsets_that_give_back_the_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text(json.dumps({"doc": "d", "text": PAGE, "date": "2032-02-03"}) + "\n", "utf-8")
    assert run(["analyze", str(docs)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    answer = json.loads(line)
    assert answer["doc"] == "d"
    for statement in answer["statements"]:
        pieces = [PAGE[start:end] for start, end in statement["content"]]
        assert statement["text"] == " … ".join(pieces)
        assert -1 <= statement["stance"] <= 1


def test_a_line_that_is_no_json_is_named_and_the_rest_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mentions = tmp_path / "m.jsonl"
    mentions.write_text('not json\n{"id": 1, "mention": "the Kremlin"}\n{"id": 2}\n', "utf-8")
    assert run(["resolve", str(mentions)]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["country"] == "RUS"
    assert "m.jsonl:1" in err
    assert "needs" in err


def test_score_gives_a_level_and_its_evidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = tmp_path / "t.jsonl"
    texts.write_text(
        json.dumps({"id": "a", "text": "We will bomb their ports tomorrow unless they retreat."})
        + "\n"
        + json.dumps({"id": "b", "text": "We agreed to a ceasefire and will withdraw our troops."})
        + "\n",
        "utf-8",
    )
    assert run(["score", str(texts)]) == 0
    rows = {row["id"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert rows["a"]["stance"] < 0 < rows["b"]["stance"]
    assert rows["a"]["level"] < 0 < rows["b"]["level"]


def test_wrong_use_has_status_two(project: Path) -> None:
    assert run(["chart", str(project), "--out", "x.png", "--size", "huge"]) == 2
    assert run(["import"]) == 2


def test_a_missing_project_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["info", "/nowhere/x.stance"]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_columns_of_a_table_can_be_said_and_what_was_read_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "news.csv"
    table.write_text("Heading,Words\nA day in port,Snow fell on the passes all day.\n", "utf-8")
    arguments = ["import", str(tmp_path / "p.stance"), str(table)]
    assert run([*arguments, "--map", "text:Words"]) == 2
    assert run([*arguments, "--map", "author=Words"]) == 2
    assert run(arguments) == 1
    assert "--map text='Words'" in capsys.readouterr().err
    assert run([*arguments, "--map", "text=Words"]) == 0
    told = capsys.readouterr().err
    assert "news.csv: title from “Heading”, text from “Words”; no date, source, url (as" in told


@pytest.mark.parametrize(
    "words", [["info"], ["import"], ["statements"], ["check"], ["restore"]], ids=" ".join
)
def test_a_name_too_long_for_any_file_is_one_sentence(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [str(tmp_path)] if words == ["import"] else []
    assert run([*words, str(tmp_path / ("x" * 300)), *more]) in (1, 2)
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert err
