"""The extractor with the shipped model."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancedesk import paths
from stancedesk.core.model import Found, Kind
from stancedesk.errors import UserError
from stancedesk.nlp.quotes import Extractor
from stancedesk.nlp.quotes.extractor import may_tell

FOLDER = paths.resources() / "models" / "statements"
pytestmark = pytest.mark.skipif(
    not (FOLDER / "tagger.onnx").exists(), reason="the statement model is not installed"
)

ARTICLE = (
    "Ruritanian Foreign Minister Ada Moor warned on Monday that the bridge would be closed.\n"
    '"We have waited long enough," she told reporters in Strelsau. "Now we act."\n'
    "The Borovian defence ministry said its troops had left the border.\n"
    "According to General Otto Falk, talks will resume next week.\n"
    'The so-called "green zone" stays empty, and the general wants a new road.\n'
)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load()


def read(extractor: Extractor, text: str) -> list[tuple[str, str, Kind]]:
    return [
        (
            " … ".join(text[a:b] for a, b in f.content),
            text[slice(*f.speaker)] if f.speaker else "",
            f.kind,
        )
        for f in extractor.find(text)
    ]


def test_an_article_gives_its_statements_with_their_sources(extractor: Extractor) -> None:
    found = read(extractor, ARTICLE)
    assert [source for _, source, _ in found] == [
        "Ruritanian Foreign Minister Ada Moor",
        "she",
        "The Borovian defence ministry",
        "General Otto Falk",
    ]
    assert found[1][0] == '"We have waited long enough," … "Now we act."'
    assert [kind for *_, kind in found] == [
        Kind.INDIRECT,
        Kind.DIRECT,
        Kind.INDIRECT,
        Kind.INDIRECT,
    ]


def test_one_by_one_and_together_are_the_same(extractor: Extractor) -> None:
    texts = [ARTICLE, "", "Nothing here.", ARTICLE[::-1], ARTICLE]
    assert extractor.find_many(texts) == [extractor.find(text) for text in texts]


def test_style_of_the_marks_makes_no_difference(extractor: Extractor) -> None:
    text = '"We have waited long enough," said Ada Moor. "Now we act."'
    straight = read(extractor, text)
    marks = iter("“”“”")
    curly = read(extractor, "".join(next(marks) if c == '"' else c for c in text))
    single = read(extractor, text.replace('"', "'"))
    assert [s for _, s, _ in straight] == [s for _, s, _ in curly] == ["Ada Moor"]
    assert [s for _, s, _ in single] == ["Ada Moor"]


def test_a_broken_mark_leaves_other_paragraphs_alone(extractor: Extractor) -> None:
    whole = '"We have waited long enough," said Ada Moor.'
    filler = "The weather was fine in the hills and nobody came to the market that day. " * 12
    broken = f'{filler}\nIt was a 12" pipe, "they thought.\n{filler}'
    assert read(extractor, f"{whole}\n{broken}\n{whole}")[0] == read(extractor, whole)[0]


def inside(text: str, found: list[Found]) -> bool:
    end = (-1, -1)
    for statement in found:
        spans = [*statement.content, *(s for s in (statement.cue, statement.speaker) if s)]
        if not all(0 <= a < b <= len(text) for a, b in spans):
            return False
        if any(b[0] < a[1] for a, b in zip(statement.content, statement.content[1:], strict=False)):
            return False
        if statement.content[0] < end or not 0 <= statement.confidence <= 1:
            return False
        end = statement.content[0]
    return True


WORDS = st.sampled_from(
    ['said "', '" he said. ', "“", "”", "''", "Ada Moor ", "told ", "\n", "according to ", ": ",
     "the minister ", "war, ", "'", "— ", "\ud800", "\U0001f600 ", "\u2028", "it. "]
)  # fmt: skip


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.lists(WORDS, max_size=60).map("".join), st.text(max_size=60)))
def test_any_text_gives_spans_inside_it_and_the_same_twice(extractor: Extractor, text: str) -> None:
    found = extractor.find(text)
    assert inside(text, found)
    assert found == extractor.find(text)


@pytest.mark.parametrize(
    "text",
    ['"' * 10_000, '" ' * 10_000, "said " * 5_000, "x" * 50_000, 'he said "so" ' * 1_500],
    ids=["marks", "spaced marks", "one sentence", "one word", "one paragraph"],
)
def test_no_text_takes_more_than_its_length(extractor: Extractor, text: str) -> None:
    began = time.process_time()
    assert inside(text, extractor.find(text))
    assert time.process_time() - began < 20


def test_paragraphs_without_marks_or_words_of_saying_are_not_read() -> None:
    assert not may_tell("The weather was fine in the hills.")
    assert may_tell("The minister denied it.")
    assert may_tell("It was “fine”.")


def test_a_damaged_model_is_the_users_world(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "tagger.onnx").write_bytes(b"no model")
    with pytest.raises(UserError, match="cannot be read"):
        Extractor.load(tmp_path)
