"""What makes two articles one piece of writing."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from stancedesk.core.dedupe import LEAST, NOTHING, overlap, shingles


def prose(seed: int, words: int) -> list[str]:
    """Words that no other seed gives in the same order."""
    draw = Random(seed)
    return [f"w{draw.randrange(3_000)}" for _ in range(words)]


def joined(*parts: list[str]) -> str:
    return " ".join(word for part in parts for word in part)


def test_case_punctuation_and_accents_make_no_difference() -> None:
    first = shingles("“We stay,” said Élan Müller in Kraków: the talks go on.")
    second = shingles("we stay said ELAN MULLER in krakow the talks, go on")
    assert np.array_equal(first, second)
    assert first.size == 8


@pytest.mark.parametrize("text", ["", "one two three", "—", "\ud800"])
def test_less_than_a_run_of_words_has_no_shingle(text: str) -> None:
    assert shingles(text).size == 0


def test_shingles_are_the_same_in_every_process() -> None:
    assert shingles("the talks go on").tolist() == [shingles("The talks go on!")[0]]
    assert int(shingles("the talks go on")[0]) == 2725962048


def test_shingles_depend_on_the_order_of_words() -> None:
    assert not np.array_equal(shingles("one two three four"), shingles("two one three four"))


def test_a_story_under_a_new_lead_is_a_reprint() -> None:
    story = prose(1, 400)
    found = overlap(shingles(joined(prose(2, 60), story)), shingles(joined(prose(3, 80), story)))
    assert found.reprint
    assert 0.7 < found.contained < 1


def test_a_cut_version_is_a_reprint_of_the_whole() -> None:
    story = prose(1, 900)
    found = overlap(shingles(joined(story[:250])), shingles(joined(story)))
    assert found.contained == 1
    assert found.jaccard < 0.4
    assert found.reprint


def test_background_that_two_stories_share_at_their_end_makes_no_reprint() -> None:
    background = prose(1, 230)
    first, second = (joined(prose(seed, 200), background) for seed in (2, 3))
    found = overlap(shingles(first), shingles(second))
    assert 0.45 < found.contained < 0.6
    assert found.front < 0.2
    assert not found.reprint


def test_half_of_a_story_from_its_beginning_is_a_reprint() -> None:
    news = prose(1, 210)
    first, second = (joined(news, prose(seed, 200)) for seed in (2, 3))
    found = overlap(shingles(first), shingles(second))
    assert found.contained < 0.6
    assert found.reprint


def test_different_stories_share_nothing() -> None:
    assert overlap(shingles(joined(prose(1, 300))), shingles(joined(prose(2, 300)))).jaccard == 0


def test_it_does_not_matter_which_is_first() -> None:
    story = prose(1, 300)
    first, second = shingles(joined(story)), shingles(joined(prose(2, 100), story[:150]))
    assert overlap(first, second) == overlap(second, first)


def test_texts_too_short_to_tell_are_never_reprints() -> None:
    short = shingles(joined(prose(1, LEAST)))
    assert overlap(short, short) == NOTHING
    assert overlap(short[:0], short[:0]) == NOTHING
    assert not overlap(shingles("x " * 500), shingles("x " * 500)).reprint
