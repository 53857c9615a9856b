"""The user's own table of actors may hold anything: nonsense is told, and nothing breaks."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancedesk.errors import UserError
from stancedesk.nlp.actors import KnowledgeBase, Resolver
from stancedesk.nlp.actors.knowledge import USER_COLUMNS

HEAD = "\t".join(USER_COLUMNS) + "\n"
CELLS = st.one_of(
    st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=40),
    st.sampled_from(
        (
            "RUS",
            "state",
            "person FM",
            "2014-02-30",
            "99999",
            "the Mill",
            "\u202egnihton",
            "a\u200bb",
        )
    ),
)


def loaded(content: bytes) -> KnowledgeBase | None:
    """The knowledge base with a table of the user's, or None where the table is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actors.tsv"
        path.write_bytes(content)
        try:
            return KnowledgeBase.load(user_file=path)
        except UserError as error:
            assert str(error)  # noqa: PT017
            return None


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=7), max_size=8))
def test_any_rows_are_taken_or_told(rows: list[list[str]]) -> None:
    text = HEAD + "\n".join("\t".join(row) for row in rows)
    knowledge = loaded(text.encode())
    if knowledge is not None:
        assert Resolver(knowledge).resolve("the Kremlin", "", "2022-02-20") is not None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 1000,
        b"\xff\xfe" + "phrase\tcode\n".encode("utf-16-le"),
        b"phrase\tcode\tkind\tstart\tend\n" + b"\t" * 50_000,
        HEAD.encode() + b"x\tRUS\tstate\t\t\n" * 20_000,
        HEAD.encode() + b"a" * 1_000_000 + b"\tRUS\t\t\t\n",
        HEAD.encode() + b"(" * 5000 + b"\tRUS\t\t\t\n[a-z]+(a+)+$\tRUS\t\t\t\n",
    ],
    ids=["empty", "NULs", "UTF-16", "tabs", "repeated", "long", "patterns"],
)
def test_tables_made_to_break_are_taken_or_refused(content: bytes) -> None:
    knowledge = loaded(content)
    if knowledge is not None:
        assert Resolver(knowledge).resolve("the Kremlin", "", "2022-02-20").country == "RUS"


@pytest.mark.parametrize("command", ["resolve", "import"])
def test_rows_of_the_own_table_that_are_left_out_are_told_with_their_line(
    tmp_path: Path, command: str
) -> None:
    (tmp_path / "actors.tsv").write_text(
        f"{HEAD}the Mill\tFRA\tseat\t\t\nthe \x1b[31mMill\tno code\tseat\t\t\n"
    )
    (tmp_path / "a.jsonl").write_text('{"id": 1, "mention": "the Mill", "text": "It said so."}\n')
    project = [str(tmp_path / "a.stance")] if command == "import" else []
    done = subprocess.run(
        [sys.executable, "-m", "stancedesk", command, *project, str(tmp_path / "a.jsonl")],
        env={**os.environ, "STANCEDESK_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "actors.tsv, line 3: left out" in done.stderr
    assert "\x1b" not in done.stderr
    if command == "resolve":
        assert '"FRA"' in done.stdout
