"""The codebook as a page to read beside one's coding, in the desktop's language.

`codebook.toml` defines, in English; `codebook.CODE.toml` says the same in another language under
the English names of rules and acts. What it leaves out is read in English.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from html import escape
from typing import Any, TypeVar

from stancedesk import paths
from stancedesk.core.codebook import ActEntry, Codebook, Guideline, Level
from stancedesk.services.language import marked
from stancedesk.ui.translation import language, tr
from stancedesk.ui.words import level

RULES, ACTS = marked("Rules"), marked("Speech acts")
Entry = TypeVar("Entry", Codebook, Level, Guideline, ActEntry)


def codebook(code: str = "") -> Codebook:
    """The codebook with its words in a language; versions, levels and bounds are the English ones.

    Args:
        code: ISO 639-1; by default the desktop's language.

    Raises:
        UserError: The codebook cannot be read.
    """
    book = Codebook.load(paths.resources() / "codebook.toml")
    path = paths.resources() / f"codebook.{code or language()}.toml"
    if not path.exists():
        return book
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    levels, rules, acts = (said.get(kind, {}) for kind in ("level", "rule", "act"))
    return replace(
        _worded(book, said),
        levels=tuple(_worded(each, levels.get(str(each.value), {})) for each in book.levels),
        rules=tuple(_worded(each, rules.get(each.name, {})) for each in book.rules),
        acts=tuple(_worded(each, acts.get(each.act.value, {})) for each in book.acts),
    )


def _worded(entry: Entry, said: Mapping[str, Any]) -> Entry:
    """The entry with the words that a translation has for it; figures stay."""
    words: dict[str, Any] = {}
    for each in fields(entry):
        old, new = getattr(entry, each.name), said.get(each.name)
        if type(old) is str and isinstance(new, str) and each.name != "version":
            words[each.name] = new
        elif each.name == "examples" and isinstance(new, list):
            words[each.name] = tuple(map(str, new))
    return replace(entry, **words)


def page(book: Codebook) -> str:
    """The codebook as HTML: the question, levels with examples, rules, speech acts."""
    parts = [
        f"<h2>{escape(book.title)}</h2>",
        f"<p>{escape(book.unit)}</p>",
        f"<p><b>{escape(book.question)}</b></p>",
        f"<p>{escape(book.direction)}</p>",
    ]
    for entry in book.levels:
        examples = "".join(f"<li>{escape(each)}</li>" for each in entry.examples)
        parts.append(
            f"<h3>{level(entry.value)} {escape(entry.name)}</h3>"
            f"<p><i>{escape(entry.short)}.</i> {escape(entry.description)}</p><ul>{examples}</ul>"
        )
    parts.append(f"<h3>{tr(RULES)}</h3>")
    parts += [f"<p><b>{escape(rule.name)}.</b> {escape(rule.text)}</p>" for rule in book.rules]
    parts.append(f"<h3>{tr(ACTS)}</h3>")
    parts += [
        f"<p><b>{escape(tr(entry.act.value))}</b>: {escape(entry.description)}"
        f"<br><i>{escape(entry.example)}</i></p>"
        for entry in book.acts
    ]
    if language() != "en":
        foot = tr("Translated for reading: the English codebook is the one that defines.")
        parts.append(f"<p><small>{foot}</small></p>")
    return "".join(parts)
