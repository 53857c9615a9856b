"""Collects the texts of the desktop for translation, and compiles what is translated.

`translations.py` brings `resources/translations/*.ts` up to date with the code and writes the
compiled `*.qm` beside them, and `errors_*.tsv` with what errors say; `--compile` only compiles.
Both need the tools that come with PySide6.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import error_sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
SOURCES = ("stancedesk/ui", "stancedesk/services")
TOOLS = Path(sys.executable).parent
LANGUAGES = ("de",)


def collect(target: Path) -> None:
    """Bring a .ts file up to date: new texts come in unfinished, those that are gone go out."""
    files = sorted(
        str(file.relative_to(ROOT)) for folder in SOURCES for file in (ROOT / folder).rglob("*.py")
    )
    _run(
        "pyside6-lupdate", "-silent", "-locations", "none", "-no-obsolete",
        "-tr-function-alias", "QT_TR_NOOP+=marked,tr+=counted", *files, "-ts", str(target),
    )  # fmt: skip


def compile_to(source: Path, target: Path) -> None:
    """Write the .qm of a .ts file."""
    _run("pyside6-lrelease", "-silent", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    # The tools read the locale for the encoding of what they are given.
    env = {**os.environ, "LC_ALL": "C.UTF-8"}
    subprocess.run([TOOLS / tool, *arguments], cwd=ROOT, env=env, check=True)


def main(arguments: list[str]) -> None:
    for code in LANGUAGES:
        source = FOLDER / f"stancedesk_{code}.ts"
        if "--compile" not in arguments:
            collect(source)
            error_sentences.collect(FOLDER / f"errors_{code}.tsv", ROOT / "stancedesk")
        # In its place at once: a program that runs has the old one mapped into its memory.
        made = source.with_suffix(".qm.part")
        compile_to(source, made)
        made.replace(source.with_suffix(".qm"))
        print(f"{source.with_suffix('.qm')}: {source.with_suffix('.qm').stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
