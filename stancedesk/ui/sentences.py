"""What errors say, in the desktop's language.

An error's sentence is made in English where it happens, travels between processes, is joined with
others and may lie in a project file. Here it is taken apart again by the templates that
`packaging/error_sentences.py` finds in the code, and said by their translations, which lie in
`resources/translations/errors_CODE.tsv`. A sentence without a template stays English.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from stancedesk import paths
from stancedesk.errors import UserError
from stancedesk.ui.translation import language, locale

HOLE = re.compile(r"(\{\w+\})")
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d+)?")
END = re.compile(r"(?<=[.!?:”)]) (?=\S)")
LONGEST = 1_500
"""Characters above which a text is no sentence of ours; it stays as it is."""


@dataclass(frozen=True, slots=True)
class Template:
    """An English sentence with holes as a pattern, and what is said for it."""

    english: str
    said: str
    pattern: re.Pattern[str]
    parts: tuple[str, ...]

    def fill(self, text: str) -> str | None:
        """The translation of an English text made from this template; None for any other."""
        if not all(part in text for part in self.parts):
            return None
        found = self.pattern.fullmatch(text)
        if found is None:
            return None
        values = {f"{{{name[1:]}}}": _value(value) for name, value in found.groupdict().items()}
        return HOLE.sub(lambda hole: values.get(hole[0], hole[0]), self.said)


def error_words(error: BaseException) -> str:
    """The message and hint of an error in the desktop's language."""
    if not isinstance(error, UserError):
        return str(error)
    return f"{sentence(error.message)} {sentence(error.hint)}".strip()


@lru_cache(maxsize=4_096)
def _translated(text: str, code: str) -> str:
    return _whole(text, code) or text


def reason(error: OSError) -> str:
    """What the operating system gave as the reason, in the desktop's language."""
    return sentence(error.strerror or str(error))


def sentence(text: str) -> str:
    """A message, a hint, or both as they are kept together, in the desktop's language."""
    return _translated(text, language()) if 0 < len(text) <= LONGEST else text


def _whole(text: str, code: str) -> str | None:
    """A text by the template that says most of it, or by those of its first and last sentences."""
    exact = next((each for each in _templates(code) if each.english == text), None)
    if exact is not None:
        return exact.said
    # A hint that follows must not be taken for the end of a reason: "... : {2}."
    for place in list(END.finditer(text))[:-4:-1]:
        rest = _filled(text[place.end() :], code)
        if rest and (first := _whole(text[: place.start()], code)):
            return f"{first} {rest}"
    return _filled(text, code)


def _filled(text: str, code: str) -> str | None:
    return next((said for each in _templates(code) if (said := each.fill(text))), None)


def _value(text: str) -> str:
    """What stands in a hole: a figure, a phrase of ours, or a name that stays as it is."""
    if NUMBER.fullmatch(text) and ("," in text or "." in text):
        signs = {",": locale().groupSeparator(), ".": locale().decimalPoint()}
        return re.sub("[,.]", lambda sign: signs[sign[0]], text)
    return sentence(text)


@cache
def _templates(code: str) -> tuple[Template, ...]:
    """The templates of a language, those with most letters of their own first."""
    path = paths.resources() / "translations" / f"errors_{code}.tsv"
    if not path.exists():
        return ()
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:])
    made = [_template(english, said) for english, said in rows if said]
    return tuple(sorted(made, key=lambda each: -sum(map(len, each.parts))))


def _template(english: str, said: str) -> Template:
    parts = HOLE.split(english)
    pattern = "".join(
        f"(?P<_{part[1:-1]}>.+?)" if HOLE.fullmatch(part) else re.escape(part) for part in parts
    )
    fixed = tuple(part for part in parts if part and not HOLE.fullmatch(part))
    return Template(english, said, re.compile(pattern, re.DOTALL), fixed)
