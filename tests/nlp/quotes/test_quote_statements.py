"""Joining segments of content to statements."""

from itertools import pairwise

from stancedesk.core.model import Kind, Span
from stancedesk.nlp.quotes.labels import labelled, signed
from stancedesk.nlp.quotes.marks import paragraphs, quotations
from stancedesk.nlp.quotes.segments import Segment
from stancedesk.nlp.quotes.statements import snapped, statements


def place(text: str, words: str | None) -> Span | None:
    if words is None:
        return None
    at = text.index(words)
    return (at, at + len(words))


def segment(
    text: str,
    words: str,
    cue: str | None = None,
    source: str | None = None,
    speech: float = 0.9,
    joins: str | None = None,
) -> Segment:
    span = place(text, words)
    assert span is not None
    paragraph = text.count("\n", 0, span[0])
    sure = 0.9 if source else 0.0
    return Segment(
        span, paragraph, place(text, cue), place(text, source), 0.9, speech, sure,
        0.9 if cue else 0.0, place(text, joins), 0.9 if joins else 0.0,
    )  # fmt: skip


def found(text: str, *segments: Segment) -> list[tuple[list[str], str | None, Kind]]:
    out = statements(text, segments, quotations(text), list(paragraphs(text)))
    return [
        ([text[a:b] for a, b in f.content], text[slice(*f.speaker)] if f.speaker else None, f.kind)
        for f in out
    ]


def test_segments_with_the_same_cue_are_one_statement() -> None:
    text = "“We go,” she said. “Now or never.”"
    pieces = (
        segment(text, "“We go,”", "said", "she"),
        segment(text, "“Now or never.”", "said", "she"),
    )
    assert found(text, *pieces) == [(["“We go,”", "“Now or never.”"], "she", Kind.DIRECT)]


def test_segments_with_other_cues_are_other_statements() -> None:
    text = "Moor said it was late and Falk replied it was not."
    pieces = (
        segment(text, "it was late", "said", "Moor"),
        segment(text, "it was not", "replied", "Falk"),
    )
    assert [f[1] for f in found(text, *pieces)] == ["Moor", "Falk"]


def test_a_quotation_in_the_next_paragraph_is_a_statement_of_the_same_speaker() -> None:
    text = "“We go,” said Moor. “Now.\n“We never come back here.”"
    pieces = (
        segment(text, "“We go,”", "said", "Moor"),
        segment(text, "“Now.", "said", "Moor"),
        segment(text, "“We never come back here.”"),
    )
    assert found(text, *pieces) == [
        (["“We go,”", "“Now."], "Moor", Kind.DIRECT),
        (["“We never come back here.”"], "Moor", Kind.DIRECT),
    ]


def test_the_whole_clause_with_a_quoted_part_is_mixed() -> None:
    text = "Moor said the bridge was “as good as gone”."
    assert found(text, segment(text, "the bridge was “as good as gone”", "said", "Moor")) == [
        (["the bridge was “as good as gone”"], "Moor", Kind.MIXED)
    ]


def test_a_belief_is_no_statement() -> None:
    text = "Moor believes the bridge will hold."
    piece = segment(text, "the bridge will hold", "believes", "Moor", speech=0.3)
    assert found(text, piece) == []


def test_a_quoted_word_without_source_is_no_statement() -> None:
    text = "The “bridge” was closed."
    assert found(text, segment(text, "“bridge”")) == []


def test_edges_are_snapped_to_the_marks() -> None:
    text = "“We go now,” said Moor."
    quotes = quotations(text)
    assert snapped(text, (1, 10), quotes) == (0, 12)
    assert snapped(text, (0, 11), quotes) == (0, 12)


def test_short_gaps_that_nothing_explains_are_closed() -> None:
    text = "Moor warned that the old bridge would fall."
    pieces = (
        segment(text, "that the", "warned", "Moor"),
        segment(text, "bridge would fall", "warned", "Moor"),
    )
    assert found(text, *pieces)[0][0] == ["that the old bridge would fall"]


def test_a_name_before_a_colon_labels_what_follows() -> None:
    text = "Ruritania: no plan to close the bridge"
    assert labelled(text, 11, (0, len(text))) == ((9, 10), (0, 9))
    assert labelled(text, 20, (0, len(text))) is None


def test_a_name_after_a_dash_signs_what_precedes() -> None:
    text = "“We stay.” — Ada Moor"
    assert signed(text, 10, (0, len(text))) == ((11, 12), (13, 21))
    assert signed("“We stay.” — so it went on for long", 10, (0, 35)) is None


def test_statements_come_in_order() -> None:
    text = "Moor said it was late and Falk replied it was not."
    late = segment(text, "it was late", "said", "Moor")
    other = segment(text, "it was not", "replied", "Falk")
    out = statements(text, [other, late], quotations(text), list(paragraphs(text)))
    assert all(a.content < b.content for a, b in pairwise(out))


def test_a_quotation_goes_on_behind_he_said_with_a_small_letter() -> None:
    text = "“Each time you wait,” Moor said, turning to the map, “you lose a bridge.”"
    pieces = (
        segment(text, "“Each time you wait,”", "said", "Moor"),
        segment(text, "“you lose a bridge.”"),
    )
    assert [f[0] for f in found(text, *pieces)] == [
        ["“Each time you wait,”", "“you lose a bridge.”"]
    ]


def test_another_saying_between_two_quotations_keeps_them_apart() -> None:
    text = "“The bridge stays,” Moor said, adding: “Nobody will cross it.”"
    pieces = (
        segment(text, "“The bridge stays,”", "said", "Moor"),
        segment(text, "“Nobody will cross it.”", "adding", "Moor"),
    )
    assert len(found(text, *pieces)) == 2


def test_the_clause_before_an_inserted_he_said_is_part_of_the_statement() -> None:
    text = "When the river rose last spring, Mr. Moor said, “we were cut off.”"
    piece = segment(text, "“we were cut off.”", "said", "Mr. Moor")
    assert found(text, piece)[0][0] == ["When the river rose last spring", "“we were cut off.”"]


def test_when_and_where_it_was_said_is_no_part_of_a_mixed_statement() -> None:
    for late in ("on Friday", "in a radio interview", "voiced by Falk in the spring"):
        text = f"Moor called the patrols a “threat to every village” {late}."
        piece = segment(text, f"the patrols a “threat to every village” {late}", "called", "Moor")
        assert found(text, piece)[0][0] == ["the patrols a “threat to every village”"]


def test_whom_something_was_told_is_no_part_of_it() -> None:
    text = "Moor told the villagers on the river that the bridge would stay."
    piece = segment(text, "the villagers on the river that the bridge would stay", "told", "Moor")
    assert found(text, piece)[0][0] == ["that the bridge would stay"]


def test_content_does_not_end_on_a_word_that_must_be_followed() -> None:
    text = "Moor asked about the price of the bridge, and Falk was silent."
    piece = segment(text, "the price of", "asked about", "Moor")
    assert found(text, piece)[0][0] == ["the price of the bridge"]


def test_what_a_label_names_needs_no_cue() -> None:
    text = "MOOR: The bridge will stay where it is.\nFALK: We shall see about that."
    pieces = (
        segment(text, "The bridge will stay where it is."),
        segment(text, "We shall see about that."),
    )
    assert [f[1] for f in found(text, *pieces)] == ["MOOR", "FALK"]
