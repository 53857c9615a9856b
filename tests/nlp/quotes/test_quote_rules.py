"""Statements without a trained tagger."""

from hypothesis import given
from hypothesis import strategies as st

from stancedesk.core.model import Kind
from stancedesk.nlp.quotes import Extractor
from stancedesk.nlp.quotes.rules import find_by_rule


def spoken(text: str) -> list[tuple[list[str], str]]:
    return [
        ([text[a:b] for a, b in f.content], text[slice(*f.speaker)] if f.speaker else "")
        for f in find_by_rule(text)
    ]


def test_the_pieces_around_the_words_of_saying_are_one_statement() -> None:
    assert spoken('"We go now," said Ada Moor. "Tonight at last."') == [
        (['"We go now,"', '"Tonight at last."'], "Ada Moor")
    ]


def test_single_quoted_words_without_a_source_are_no_statement() -> None:
    assert spoken("The so-called “special zone” was empty.") == []


def test_a_clause_after_a_word_of_saying_is_indirect() -> None:
    found = find_by_rule("Ruritania warned that the bridge would be closed.")
    assert [f.kind for f in found] == [Kind.INDIRECT]


def test_without_a_model_the_extractor_goes_by_rules(tmp_path) -> None:  # type: ignore[no-untyped-def]
    extractor = Extractor.load(tmp_path)
    text = 'Ada Moor said: "We go now."'
    assert extractor.version == "rules-1"
    assert extractor.find(text) == find_by_rule(text)


def test_statements_under_a_mask_are_passed_over() -> None:
    text = 'Ada Moor said: "We go now."'
    assert Extractor().find(text, masks=((0, len(text)),)) == []


@given(st.text(alphabet="aB .,:\n\"'“”said", max_size=120))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    for found in find_by_rule(text):
        spans = [*found.content, *(s for s in (found.cue, found.speaker) if s)]
        assert all(0 <= a < b <= len(text) for a, b in spans)
