"""Lexicon files: the pattern language, a user's own lines, and damaged lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.errors import UserError
from stancedesk.nlp.stance.lexicon import Entry, Lexicon, fold, load_classes
from stancedesk.paths import resources


def words(text: str, *patterns: str) -> list[str]:
    lexicon = Lexicon([Entry(p, "c", 1.0) for p in patterns])
    return [text[slice(*hit.span)] for hit in lexicon.find(text)]


def test_a_star_ends_a_stem_and_a_tilde_spans_up_to_three_words() -> None:
    assert words("Sanctions and sanctioned.", "sanction*") == ["Sanctions", "sanctioned"]
    assert words("lift all of the sanctions", "lift ~ sanction*") == ["lift all of the sanctions"]
    assert words("lift one two three four sanctions", "lift ~ sanction*") == []
    assert words("he dies, she died", "d(ies|ied)") == ["dies", "died"]


def test_the_longer_of_two_overlapping_hits_stays() -> None:
    assert words("all necessary means", "necessary means", "all necessary means") == [
        "all necessary means"
    ]


def test_a_word_inside_another_is_no_hit() -> None:
    assert words("warehouse software", "war") == []


def test_folding_keeps_offsets() -> None:
    for text in ("\u0130\u0130 x", "Don\u2019t", "STRASSE \u00df"):
        assert len(fold(text)) == len(text)


def test_a_users_line_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "stance_cue.tsv").write_text("warn*\tdanger\t-0.9\tmine\n", encoding="utf-8")
    lexicon = Lexicon.load("stance_cue.tsv", [tmp_path, resources() / "lexicon"])
    (hit,) = lexicon.find("warned")
    assert (hit.entry.weight, hit.entry.source) == (-0.9, "mine")


@pytest.mark.parametrize("line", ["warn*\tdanger\tmuch\tx", "warn*\tdanger", "(\tdanger\t1\tx"])
def test_a_damaged_line_is_a_user_error(tmp_path: Path, line: str) -> None:
    (tmp_path / "stance_cue.tsv").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="Line 1 of stance_cue"):
        Lexicon.load("stance_cue.tsv", [tmp_path])


@pytest.mark.parametrize("name", ["stance_cue.tsv", "stance_content.tsv"])
def test_every_shipped_word_has_a_known_class_and_a_reason(name: str) -> None:
    folder = resources() / "lexicon"
    classes = load_classes([folder])
    for entry in Lexicon.load(name, [folder]).entries:
        assert entry.cls in classes
        assert entry.source
        assert -1 <= entry.weight <= 1
