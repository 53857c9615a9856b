"""How far the title before a name and the apposition after it reach in an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stancedesk.nlp.actors.hits import Hit, close
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.vocabulary import (
    ABBREVIATIONS,
    CLAUSE_WORDS,
    LEADING,
    NOT_APPOSED,
    OFFICIAL_WORDS,
    RELATIVE_VERBS,
    SPEECH_VERBS,
    TITLE_WORDS,
    UNOFFICIAL_WORDS,
)

_ADJECTIVES = frozenset(
    ("retired", "appointed", "exiled", "jailed", "disgraced", "elected", "ousted")
)


class Extents:
    """The reach of titles and appositions.

    Args:
        words: The words of the article.
        taken: Those that belong to phrases of the knowledge base.
        within: Gives the hits that begin at one of the words from one to another.
    """

    def __init__(
        self, words: Sequence[Token], taken: set[int], within: Callable[[int, int], list[Hit]]
    ) -> None:
        self.words = words
        self._taken = taken
        self._within = within

    def left(self, first: int) -> int:
        """First token of the titles and adjectives before a name."""
        i = first
        while i > 0 and first - i < 12:
            word, before = self.words[i], self.words[i - 1]
            gap = word.gap.strip(" \u00a0")
            if before.key in ("the", "a", "an") and self.words[max(0, i - 2)].key not in (
                "of",
                "for",
            ):
                break
            if before.key == "under" and word.key != "secretary":
                break
            if before.key in CLAUSE_WORDS or gap not in ("", "-", "‑", "."):
                break
            if (gap == "." and before.key not in ABBREVIATIONS) or (gap == "-" and word.gap != "-"):
                break
            tied = before.hyphen or word.hyphen
            if i - 1 not in self._taken and before.key not in TITLE_WORDS and not tied:
                break
            i -= 1
        i = self._own_title(i, first)
        while i < first and self.words[i].key in LEADING:
            i += 1
        inside = self._within(i, first)
        titled = any(
            k not in self._taken and self.words[k].key not in LEADING for k in range(i, first)
        )
        if inside and not titled and inside[-1].sense.kind not in ("adjective", "party"):
            owned = self.words[inside[-1].last - 1].possessive
            return i if owned else first  # "talks with China, Trump", not "China's Xi"
        return i

    def _own_title(self, left: int, first: int) -> int:
        """Where the title of the name itself begins: "critics of the Obama" have another's."""
        for i in range(first - 1, left - 1, -1):
            if i in self._taken:
                return left
            if self.words[i].key in ("of", "for", "to"):
                return i + 1
        return left

    def right(self, last: int) -> int:
        """End of the apposition after a name: ", a senior fellow at ...", " of the ..."."""
        if last >= len(self.words):
            return last
        first = self.words[last]
        gap = first.gap.strip()
        if gap not in ("", ",", "(") or (not gap and first.key not in ("of", "from", "at", "with")):
            return last
        if not gap and not self._taken & set(range(last + 1, last + 4)):
            return last
        if gap and first.key in ("who", "whose"):
            verb = self.words[last + 1].key if last + 1 < len(self.words) else ""
            if verb not in RELATIVE_VERBS:
                return last
        elif gap and (first.key in NOT_APPOSED or not self._apposes(last)):
            return last
        i = last + 1
        while i < len(self.words) and i - last < 16:
            gap = self.words[i].gap
            if any(c in gap for c in ',.;:?!)\n“”"—–') and not (
                gap.strip() == "." and self.words[i - 1].key in ABBREVIATIONS
            ):
                break
            if self.words[i].key in SPEECH_VERBS:
                break
            i += 1
        if gap := first.gap.strip():
            named = OFFICIAL_WORDS | UNOFFICIAL_WORDS
            if first.key not in ("a", "an") and not any(w.key in named for w in self.words[last:i]):
                return last  # ", the Russian proposal": no person
        return i

    def _apposes(self, at: int) -> bool:
        word = self.words[at]
        if word.key in TITLE_WORDS or at in self._taken or word.key in ("formerly", "once"):
            return True
        following = self.words[at + 1 : at + 3]
        if word.key.endswith("ed") and word.key not in _ADJECTIVES:
            return False  # ", urged the ..."
        return not word.capital and any(
            close(w) and w.key in OFFICIAL_WORDS | UNOFFICIAL_WORDS for w in following
        )
