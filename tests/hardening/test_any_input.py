"""Any bytes into importers, projects and the command line: an answer or a sentence, never a bug.

The targets are those of fuzzing (`tests/fuzz`); here Hypothesis draws inputs that have a shape.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz import seeds
from tests.fuzz.targets import TARGETS, Fuzz

Setting = Callable[[str], Fuzz]
few = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
fewer = settings(few, max_examples=6)

MARKS = (
    "“",
    "”",
    '"',
    "said",
    "told",
    "Document ",
    "Published 4 March 2031",
    "\n\n",
    "\x00",
    "\u202e",
)
words = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(MARKS)), max_size=12).map(" ".join)
tags = st.lists(
    st.one_of(
        words,
        st.sampled_from(
            ("<p>", "</p>", "<div>", "<svg>", "<!--", "-->", "<script>", "&#x0;", "<time")
        ),
    ),
    max_size=20,
).map("".join)
values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.floats(), st.integers(), words),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(("text", "title", "date", "url")), inner),
    ),
    max_leaves=8,
)
cells = st.lists(st.lists(words, max_size=4), max_size=5).map(
    lambda rows: "\n".join(["title,text,date", *(",".join(row) for row in rows)])
)
pieces = st.lists(
    st.tuples(st.integers(0, 2**18), st.binary(max_size=40)), min_size=1, max_size=4
).map(lambda drawn: b"".join(at.to_bytes(4, "big") + bytes([len(raw)]) + raw for at, raw in drawn))
lines = st.lists(
    st.one_of(st.sampled_from(seeds.WORDS["arguments"]), words), min_size=1, max_size=8
).map("\n".join)


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A fuzz target in a folder of its own, made once."""
    made: dict[str, Fuzz] = {}

    def of(name: str) -> Fuzz:
        if name not in made:
            made[name] = TARGETS[name](tmp_path_factory.mktemp(name))
        return made[name]

    return of


def encoded(text: str) -> bytes:
    """Bytes of a text that may hold anything."""
    return text.encode("utf-8", "surrogatepass")


@few
@given(text=words)
def test_any_text_is_read_masked_and_dated(target: Setting, text: str) -> None:
    target("text")(b"\0" + encoded(text))
    target("masks")(b"\0" + text.encode("utf-8", "replace"))


@few
@given(page=tags)
def test_any_page_is_read_or_refused(target: Setting, page: str) -> None:
    target("pages")(b"\0" + encoded(page))


@few
@given(value=values, table=cells)
@example(value=[], table="title,text,date")  # once neither an article nor a word of why
def test_any_record_and_any_table_is_read_or_refused(
    target: Setting, value: object, table: str
) -> None:
    line = json.dumps(value)
    for kind, content in ((0, line), (1, line), (2, table), (3, table.replace(",", "\t"))):
        target("records")(bytes([kind]) + encoded(content))


@few
@given(number=st.integers(0, 11), raw=st.binary(max_size=200))
def test_any_file_inside_an_office_document_is_read_or_refused(
    target: Setting, number: int, raw: bytes
) -> None:
    target("office")(bytes([number % 4, number]) + raw)


@few
@given(text=words)
def test_any_text_has_speakers_of_some_kind(target: Setting, text: str) -> None:
    target("speakers")(b"\0" + text.encode("utf-8", "replace"))


@few
@given(edits=pieces)
def test_a_project_with_any_bytes_over_it_is_refused_or_true(target: Setting, edits: bytes) -> None:
    target("project")(edits)


@few
@given(text=st.text(max_size=40))
def test_any_text_can_be_searched(target: Setting, text: str) -> None:
    target("search")(encoded(text))


@fewer
@given(line=lines)
def test_any_command_line_ends_with_a_status(
    target: Setting, line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("STANCEDESK_HOME", str(tmp_path))
    target("arguments")(encoded(line))
