"""Reporting words and their classes, read from `resources/lexicon/cues.tsv`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from stancedesk import paths

NOT_SPEECH = frozenset({"belief", "show"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Cues:
    """Classes of reporting words by their lower-case form, verbs apart from nouns.

    `weak` forms hardly ever report alone: a sentence with no other word is taken for quiet. `loose`
    forms often name what was talked about ("topic") or done ("act") and nothing that was said.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    phrases: dict[str, str]
    weak: set[str] = field(default_factory=set)
    loose: dict[str, str] = field(default_factory=dict)

    def class_of(self, cue: str) -> str | None:
        """Class of a cue phrase: that of its first speech word, else of its first known word."""
        lower = " ".join(cue.lower().split())
        for phrase, name in self.phrases.items():
            if phrase in lower:
                return name
        other = None
        for match in _WORD.finditer(lower):
            found = self.verbs.get(match.group()) or self.nouns.get(match.group())
            if found and found not in NOT_SPEECH:
                return found
            other = other or found
        return other

    def looseness(self, cue: str) -> str | None:
        """What every known word of a cue phrase names: a "topic", an "act", or None for speech."""
        known = [
            self.loose.get(word)
            for word in _WORD.findall(cue.lower())
            if word in self.loose or self.verbs.get(word) or self.nouns.get(word)
        ]
        return known[0] if known and None not in known else None

    def is_speech(self, cue: str) -> bool:
        """Whether a cue phrase holds a word of speaking."""
        name = self.class_of(cue)
        return name is not None and name not in NOT_SPEECH


def inflected(verb: str) -> Iterator[str]:
    """Third person, past and participle of a regular English verb: "deny" -> "denies" ..."""
    yield verb
    if verb.endswith("e"):
        yield from (verb + "s", verb + "d", verb[:-1] + "ing")
    elif re.search(r"[^aeiou]y$", verb):
        yield from (verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    else:
        ending = "es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else "s"
        yield from (verb + ending, verb + "ed", verb + "ing")


def read_cues(path: Path) -> Cues:
    """Read a cue list: columns word, part (verb, noun, phrase, weak, loose), class, forms."""
    cues = Cues({}, {}, {})
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 3 or fields[0] == "word":
            continue
        word, part, name = fields[:3]
        irregular = [f for f in (fields[3] if len(fields) > 3 else "").split(",") if f]
        if part == "weak":
            cues.weak.add(word)
        elif part == "loose":
            for form in [*inflected(word), *irregular]:
                cues.loose.setdefault(form, name)
        elif part == "verb":
            for form in [*inflected(word), *irregular]:
                cues.verbs.setdefault(form, name)
        elif part == "noun":
            for form in (word, word + "s"):
                cues.nouns.setdefault(form, name)
        else:
            cues.phrases[word] = name
    return cues


@cache
def cues() -> Cues:
    """The shipped cue list."""
    return read_cues(paths.resources() / "lexicon" / "cues.tsv")
