"""The codebook in the help: the same in every language, the English one defines."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QTextBrowser

from stancedesk.core.codebook import Codebook
from stancedesk.ui import codebook_page
from stancedesk.ui.main_window import MainWindow

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def test_both_codebooks_have_the_same_levels_rules_and_acts() -> None:
    english = Codebook.load(RESOURCES / "codebook.toml")
    said = tomllib.loads((RESOURCES / "codebook.de.toml").read_text(encoding="utf-8"))
    assert set(said) == {"title", "unit", "question", "direction", "level", "rule", "act"}
    assert list(said["level"]) == [str(each.value) for each in english.levels]
    assert list(said["rule"]) == [each.name for each in english.rules]
    assert list(said["act"]) == [each.act.value for each in english.acts]
    for level in english.levels:
        entry = said["level"][str(level.value)]
        assert set(entry) == {"name", "short", "description", "examples"}
        assert len(entry["examples"]) == len(level.examples)
    assert all(set(each) == {"name", "text"} for each in said["rule"].values())
    assert all(set(each) == {"description", "example"} for each in said["act"].values())


def test_a_translated_codebook_keeps_what_defines() -> None:
    english, german = codebook_page.codebook("en"), codebook_page.codebook("de")
    assert english == Codebook.load(RESOURCES / "codebook.toml")
    assert german.version == english.version
    assert german.thresholds == english.thresholds
    assert [each.value for each in german.levels] == [-2, -1, 0, 1, 2]
    assert [each.act for each in german.acts] == [each.act for each in english.acts]
    for mine, theirs in (
        *zip(german.levels, english.levels, strict=True),
        *zip(german.rules, english.rules, strict=True),
        *zip(german.acts, english.acts, strict=True),
    ):
        assert replace(mine) != theirs


def test_the_same_figures_stand_in_both() -> None:
    english, german = codebook_page.codebook("en"), codebook_page.codebook("de")
    for mine, theirs in zip(german.rules, english.rules, strict=True):
        figures = [
            sorted(sign for sign in ("−2", "−1", "+1", " 0") if sign in text.replace("-", "−"))
            for text in (mine.text, theirs.text)
        ]
        assert figures[0] == figures[1], theirs.name


def test_the_german_help_shows_the_german_codebook(german, window: MainWindow, qtbot) -> None:
    window.help.codebook()
    page = next(
        each for each in window.findChildren(QTextBrowser) if "Codebuch" in each.accessibleName()
    )
    text = page.toPlainText()
    for words in ("stark eskalierend", "Was tut die Sprecherin", "Ironie", "drohen:", "−2"):
        assert words in text
    assert "escalatory" not in text
    assert "threaten" not in text
    assert "die englische Fassung" in text
    page.window().close()
