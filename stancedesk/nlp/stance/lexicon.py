"""Domain words with a direction of their own, read from `resources/lexicon/stance_*.tsv`.

Each file is tab separated: pattern, class, weight, source. In a pattern "*" ends a stem, "~"
stands for up to three words and "(a|b)" for a choice. A user's own folder may hold files of the
same names: its lines come first and win over a shipped line with the same pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stancedesk.core.model import Act, Span
from stancedesk.errors import UserError

# A gap never swallows a negation: "will not invade" is no "will ~ invade".
_NOT_NEGATED = r"(?!(?:not|never|no|nor)\b|\w*n't\b)"
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a lexicon: `weight` is a step on the stance float when affirmed."""

    pattern: str
    cls: str
    weight: float
    source: str = ""


@dataclass(frozen=True, slots=True)
class WordClass:
    """What a class of words does: its speech act, and the factor on a weight under negation."""

    name: str
    act: Act
    negated: float
    description: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in a text at a span of its characters."""

    entry: Entry
    span: Span


def fold(text: str) -> str:
    """Lower case with plain apostrophes and hyphens; every character keeps its offset."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered.translate(_APOSTROPHES)


def _regex(pattern: str) -> str:
    words = [re.escape(word) for word in fold(pattern).split()]
    out = ""
    for i, word in enumerate(words):
        for plain, special in ((r"\(", "(?:"), (r"\)", ")"), (r"\|", "|"), (r"\*", r"[\w'-]*")):
            word = word.replace(plain, special)
        if word == re.escape("~"):
            out += r"(?:[\s\"\u201c\u201d,]+" + _NOT_NEGATED + r"[\w'.-]+){0,3}?"
        else:
            out += (r"[\s\"\u201c\u201d]+" if i else "") + word
    start = "" if pattern.startswith(("n'", "n\u2019")) else r"(?<![\w-])"
    return start + out + r"(?![\w])"


class Lexicon:
    """Entries of one file, searched together; where hits overlap the longer one stays."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._patterns = [(re.compile(_regex(e.pattern)), e) for e in self.entries]

    def find(self, text: str) -> list[Hit]:
        """Hits in order of their place in `text`; spans are characters into it, disjoint."""
        folded = fold(text)
        found = [
            Hit(entry, match.span())
            for regex, entry in self._patterns
            for match in regex.finditer(folded)
        ]
        found.sort(key=lambda hit: (hit.span[0] - hit.span[1], hit.span[0]))
        kept: list[Hit] = []
        for hit in found:
            if all(hit.span[1] <= k.span[0] or k.span[1] <= hit.span[0] for k in kept):
                kept.append(hit)
        return sorted(kept, key=lambda hit: hit.span)

    @classmethod
    def load(cls, name: str, folders: Sequence[Path]) -> Lexicon:
        """Read `name` from each folder that has it, earlier folders winning.

        Raises:
            UserError: A line has not four columns, or its weight is no number.
        """
        entries: dict[str, Entry] = {}
        for path in (folder / name for folder in folders):
            for number, row in read_rows(path, 4):
                try:
                    entry = Entry(row[0], row[1], float(row[2]), row[3])
                    re.compile(_regex(entry.pattern))
                except (ValueError, re.error) as error:
                    raise UserError(
                        f"Line {number} of {path.name} cannot be used: {error}.",
                        "A line is pattern, class, weight and source with tabs between.",
                    ) from error
                entries.setdefault(entry.pattern, entry)
        return cls(list(entries.values()))


def read_rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of a tab separated file without comments and header; none if it is absent.

    Raises:
        UserError: A row has another number of columns.
    """
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith(("#", "pattern\t", "class\t")):
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise UserError(
                f"Line {number} of {path.name} has {len(row)} columns and needs {columns}.",
                "Put tabs between the columns.",
            )
        yield number, row


def load_classes(folders: Sequence[Path]) -> dict[str, WordClass]:
    """The classes by name, from `stance_classes.tsv`."""
    classes: dict[str, WordClass] = {}
    for path in (folder / "stance_classes.tsv" for folder in folders):
        for _, (name, act, negated, description) in read_rows(path, 4):
            classes.setdefault(name, WordClass(name, Act(act), float(negated), description))
    return classes
