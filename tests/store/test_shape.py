"""Damage to the definitions of tables is told, and what others added does no harm."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from stancedesk.errors import DamagedProject
from stancedesk.store import Project
from tests.store.examples import coded_article

Damage = Callable[[bytes], bytes]


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        coded_article(project)
    return path


def put(at: int, value: int) -> Damage:
    """Another number at a place of the file's head."""
    return lambda whole: whole[:at] + value.to_bytes(4, "big") + whole[at + 4 :]


def put_for(old: bytes, new: bytes) -> Damage:
    """Other words once in the definitions."""
    return lambda whole: whole.replace(old, new, 1)


@pytest.mark.parametrize(
    "damage",
    [
        put(44, 9),
        put(60, 1),
        put_for(b"coding.speaker_text AS speaker", b"coding.spexker_text AS speaker"),
        put_for(b"speaker_text TEXT NOT NULL", b"spexker_text TEXT NOT NULL"),
        put_for(b"source TEXT NOT NULL", b"sourse TEXT NOT NULL"),
    ],
    ids=["format", "version", "view", "coding", "article"],
)
def test_a_damaged_definition_is_told_when_the_project_is_opened(
    sound: Path, damage: Damage
) -> None:
    whole = sound.read_bytes()
    changed = damage(whole)
    assert changed != whole
    sound.write_bytes(changed)
    with pytest.raises(DamagedProject):
        Project.open(sound).close()


def test_tables_and_columns_that_others_added_do_no_harm(sound: Path) -> None:
    with sqlite3.connect(sound) as connection:
        connection.execute("CREATE TABLE mine (a)")
        connection.execute("ALTER TABLE event ADD COLUMN mine TEXT")
    connection.close()
    with Project.open(sound) as project:
        assert project.counts()["statements"] == 1
