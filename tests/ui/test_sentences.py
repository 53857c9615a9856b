"""What errors say reaches a German desktop in German, whatever part of the product says it."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

from stancedesk.errors import UserError
from stancedesk.importers.registry import read_any
from stancedesk.ui import sentences
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.sentences import HOLE, error_words, sentence

ROOT = Path(__file__).resolve().parents[2]
TABLE = ROOT / "resources" / "translations" / "errors_de.tsv"
sys.path.insert(0, str(ROOT / "packaging"))
try:
    import error_sentences
finally:
    sys.path.pop(0)
GERMAN = error_sentences.read(TABLE)


def test_every_sentence_of_an_error_in_the_code_has_a_german_one() -> None:
    assert list(GERMAN) == error_sentences.templates(ROOT / "stancedesk"), "run `make translations`"
    assert len(GERMAN) > 250
    assert not [english for english, said in GERMAN.items() if not said]


def test_translations_keep_every_hole() -> None:
    for english, said in GERMAN.items():
        assert sorted(HOLE.findall(english)) == sorted(HOLE.findall(said)), english


def test_no_sentence_of_an_error_is_made_in_a_way_that_the_collector_cannot_read() -> None:
    blind = []
    for part in error_sentences.PACKAGES:
        place = ROOT / "stancedesk" / part
        for file in place.rglob("*.py") if place.is_dir() else [place]:
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                blind += [
                    f"{file.name}:{node.lineno}"
                    for said in error_sentences.said(node)
                    # What another error said, and a hint that a function gives, are read there.
                    if not isinstance(said, ast.Name | ast.Attribute | ast.Call)
                    and not list(error_sentences.texts(said, {}))
                    and ast.unparse(said)
                    not in ("''", 'f"{page.url}{message}"', "f'{page.url}{message}'")
                ]
    assert not blind


def test_each_sentence_is_said_by_its_own_translation(german) -> None:
    def filled(text: str) -> str:
        return HOLE.sub(lambda hole: f"Wert-{hole[0][1:-1]}", text)

    for english, said in GERMAN.items():
        assert sentence(filled(english)) == filled(said)


def test_an_error_of_a_reader_is_said_in_german_with_its_hint(german, tmp_path: Path) -> None:
    file = tmp_path / "Bericht, nicht fertig.txt"
    file.write_bytes(b"%PDF-1.4 nothing")
    (failure,) = list(read_any(file))
    assert error_words(failure.error) == (  # type: ignore[union-attr]
        f"{file} ist ein PDF-Dokument, kein Text. Speichern Sie den Artikel als Text."
    )


def test_message_and_hint_that_are_kept_together_are_said_in_german(german) -> None:
    kept = str(UserError("a.csv is damaged: bad line.", "What came before the damage was read."))
    assert sentence(kept) == (
        "a.csv ist beschädigt: bad line. Was vor der Beschädigung steht, wurde gelesen."
    )


def test_an_error_inside_another_is_said_in_german(german) -> None:
    said = sentence("http://a.example/ leads on, and http://b.example/ keeps silent.")
    assert said == "http://a.example/ führt weiter: http://b.example/ schweigt."
    assert (
        sentence("x cannot be read: Permission denied.")
        == "x ist nicht lesbar: Zugriff verweigert."
    )


def test_figures_in_an_error_are_written_as_germans_write_them(german) -> None:
    said = sentence("x holds 21,500 files (the limit is 20,000).")
    assert said == "x enthält 21.500 Dateien (die Grenze ist 20.000)."


def test_what_has_no_template_stays_as_it_is(german) -> None:
    for text in ("", "database disk image is malformed", "Ein Satz. Noch einer.", "x" * 9_000):
        assert sentence(text) == text


def test_a_long_hostile_text_takes_no_time(german) -> None:
    text = " is , not . " * 120
    assert sentence(text[: sentences.LONGEST])


def test_an_english_desktop_says_errors_as_they_are() -> None:
    assert error_words(UserError("x is empty.", "Save the article again.")) == (
        "x is empty. Save the article again."
    )


def test_the_banner_of_a_german_window_says_an_error_in_german(
    german, window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "other.stance"
    other.write_bytes(b"no database at all" * 20)
    assert not window.projects.open(other)
    assert window.banner.message == (
        f"{other} ist kein StanceDesk-Projekt. Wählen Sie eine .stance-Datei."
    )
