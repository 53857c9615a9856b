"""Hides the names of states before anything is judged, so that no name has a stance of its own.

The speaker's own state becomes "homeland"; the others become "alpha", "beta", "gamma", "delta"
in the order in which they appear. Who acts still shows; which state it is does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from stancedesk.nlp.stance.lexicon import read_rows

OWN = "homeland"
OTHERS = ("alpha", "beta", "gamma", "delta")


@dataclass(slots=True)
class Roles:
    """Which token stands for which code within one item; new codes get the next token."""

    own: str | None = None
    given: dict[str, str] = field(default_factory=dict)

    def token(self, code: str) -> str:
        """The token of a code."""
        if code == self.own:
            return OWN
        if code not in self.given:
            self.given[code] = OTHERS[min(len(self.given), len(OTHERS) - 1)]
        return self.given[code]


class Names:
    """Names, adjectives, capitals and leaders of states, and what each is replaced by."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._codes = dict(forms)
        longest = sorted(self._codes, key=lambda form: (-len(form), form))
        choice = "|".join(re.escape(form) for form in longest)
        self._regex = re.compile(
            rf"(?:\b[Tt]he\s+)?(?<![\w-])({choice})(?:(['\u2019])s?(?=\W|$)|(?![\w]))"
        )

    @classmethod
    def load(cls, folder: Path) -> Names:
        """Read `stance_names.tsv`: code, then forms with ";" between."""
        forms: dict[str, str] = {}
        for _, (code, listed) in read_rows(folder / "stance_names.tsv", 2):
            for form in listed.split(";"):
                forms.setdefault(form, code)
                forms.setdefault(form.upper(), code)
        forms.pop("US'", None)
        return cls(forms)

    def code_of(self, phrase: str) -> str | None:
        """Code of the first state that a phrase names, or None."""
        match = self._regex.search(phrase)
        return self._codes[match.group(1)] if match else None

    def hide(self, text: str, roles: Roles) -> str:
        """The text with each name replaced by its token; possessives become "'s"."""
        return self.replace(text, roles.token)

    def replace(self, text: str, word: Callable[[str], str]) -> str:
        """The text with each name replaced by what `word` gives for its code."""

        def put(match: re.Match[str]) -> str:
            return word(self._codes[match.group(1)]) + ("'s" if match.group(2) else "")

        return self._regex.sub(put, text)
