"""Pairing of quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.nlp.quotes.marks import paragraphs, quotations


def words(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Enough," she said. "Go."', ['"Enough,"', '"Go."']),
        ("“Enough,” she said. “Go.”", ["“Enough,”", "“Go.”"]),
        ("``Enough,'' she said. ``Go.''", ["``Enough,''", "``Go.''"]),
        ("«Assez», dit-elle. „Genug“, sagte er.", ["«Assez»", "„Genug“"]),
        ("'Enough,' she said. 'It's time.'", ["'Enough,'", "'It's time.'"]),
        ("‘Enough,’ she said of the ministers’ plan.", ["‘Enough,’"]),
        ('“Enough," she said. "Go.”', ['“Enough,"', '"Go.”']),
    ],
)
def test_marks_of_every_style_are_paired(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_apostrophes_decades_and_inches_are_no_quotation_marks() -> None:
    assert (
        words("The ministers' plan of the '90s isn't dead; rock 'n' roll is, at 6'2\" and 12\".")
        == []
    )


def test_an_inner_quotation_belongs_to_the_outer_one() -> None:
    assert words("“He told me ‘no’ twice,” she said.") == ["“He told me ‘no’ twice,”"]
    assert words("'He told me \"no\" twice,' she said.") == ["'He told me \"no\" twice,'"]


def test_a_mark_apart_from_an_inner_one_closes() -> None:
    text = "\"I like the term 'old bridge,' \" he said, and so on."
    assert words(text) == ["\"I like the term 'old bridge,' \""]


def test_a_broken_mark_never_changes_another_paragraph() -> None:
    whole = "“One,” she said. “Two.”"
    for broken in ('He said "we go.', "““", 'we go," he said.', "''", '"a "b "c'):
        assert words(f"{whole}\n{broken}\n{whole}")[:2] == ["“One,”", "“Two.”"]
        assert words(f"{whole}\n{broken}\n{whole}")[-2:] == ["“One,”", "“Two.”"]


def test_a_quotation_without_closing_mark_ends_with_its_paragraph() -> None:
    text = "“We waited for years.\n“Now we go,” she said."
    first, second = quotations(text)
    assert text[first.start : first.end] == "“We waited for years."
    assert first.opened
    assert not first.closed
    assert second.closed


def test_a_lost_opening_mark_takes_the_sentence() -> None:
    assert words('He came late. We must go now," he said.') == ['We must go now,"']


def test_a_lost_closing_mark_stops_before_the_words_of_saying() -> None:
    assert words("“We must go, he said. “Now.”") == ["“We must go,", "“Now.”"]


def test_marks_around_nothing_are_nothing() -> None:
    assert words("\"\" '' “” « » ''''") == []


def test_ten_thousand_marks_take_no_time() -> None:
    began = time.process_time()
    for text in ('"' * 10_000, '" ' * 10_000, "'a " * 10_000, "‘a’ " * 10_000, "“" * 10_000):
        quotations(text)
    assert time.process_time() - began < 3.0


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`1\U0001f600", max_size=80))
def test_quotations_are_sorted_disjoint_and_inside_their_paragraph(text: str) -> None:
    places = list(paragraphs(text))
    end = 0
    for quote in quotations(text):
        assert end <= quote.start < quote.end <= len(text)
        assert any(a <= quote.start and quote.end <= b for a, b in places)
        assert quote.inner[0] <= quote.inner[1]
        end = quote.end
