"""The codebook: reading, refusing what is incomplete, and where levels end."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.codebook import Codebook
from stancedesk.core.model import LEVELS, Act
from stancedesk.errors import UserError
from stancedesk.paths import resources


@pytest.fixture(scope="module")
def shipped() -> Codebook:
    return Codebook.load(resources() / "codebook.toml")


def test_the_shipped_codebook_describes_every_level_with_examples(shipped: Codebook) -> None:
    assert tuple(level.value for level in shipped.levels) == LEVELS
    for level in shipped.levels:
        assert level.description
        assert level.short
        assert len(level.examples) >= 3


def test_the_shipped_codebook_describes_every_act(shipped: Codebook) -> None:
    assert {entry.act for entry in shipped.acts} == set(Act)


def test_levels_rise_with_stance_and_zero_is_neutral(shipped: Codebook) -> None:
    levels = [shipped.level_of(i / 100) for i in range(-100, 101)]
    assert levels == sorted(levels)
    assert (levels[0], levels[100], levels[-1]) == (-2, 0, 2)


def test_a_stance_on_a_bound_belongs_to_the_level_nearer_zero(shipped: Codebook) -> None:
    assert [shipped.level_of(bound) for bound in shipped.thresholds] == [-1, 0, 0, 1]


def test_a_level_is_found_by_its_value(shipped: Codebook) -> None:
    assert shipped.level(-2).name == "strongly escalatory"
    with pytest.raises(KeyError):
        shipped.level(3)


def test_a_missing_codebook_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no codebook"):
        Codebook.load(tmp_path / "none.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("thresholds = [", "thresholds = [0.9, "),
        ("value = -2", "value = -3"),
        ('version = "', 'vision = "'),
        ('name = "threaten"', 'name = "shout"'),
        ("[[level]]", "[[level]"),
    ],
)
def test_an_incomplete_codebook_is_a_user_error(tmp_path: Path, old: str, new: str) -> None:
    text = (resources() / "codebook.toml").read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError):
        Codebook.load(broken)
