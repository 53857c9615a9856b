"""Scores a statement by its words: cue and content lexicon, negation, conditions, who acts.

Alone it is a fallback when no model is there; beside the model it is a part of the score and
the reason that a user can read. The contributions add up to the figure exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from stancedesk.core.model import Act, Span
from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance.lexicon import Hit, Lexicon, WordClass, fold, load_classes

_CLAUSE = re.compile(r"[.;:!?\u2014]|\s-{1,2}\s|,|\s\.\.\.\s|\b(?:but|while|although|whereas)\b")
_SCOPE = 60  # characters a negator reaches, about nine words
_OWN = re.compile(r"\b(?:we|i|us|our|my|homeland)\b")
_ANSWER = re.compile(r",|\bthen\b|\bwe (?:will|would|shall|can)\b|\bwill\b")


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one find adds to the figure; `span` indexes the statement's text or is None."""

    rule: str
    cls: str
    act: Act
    weight: float
    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules make of one statement; `stance` is the sum of the contributions."""

    stance: float
    act: Act
    contributions: tuple[Contribution, ...]


class Rules:
    """The lexicon and the rules over it."""

    def __init__(
        self, cues: Lexicon, content: Lexicon, shifts: Lexicon, classes: dict[str, WordClass]
    ) -> None:
        self._cues, self._content, self._shifts = cues, content, shifts
        self._classes = classes

    @classmethod
    def load(cls, folders: Sequence[Path]) -> Rules:
        """Read the lexicon from folders, earlier ones winning.

        Raises:
            UserError: A file is damaged.
        """
        return cls(
            Lexicon.load("stance_cue.tsv", folders),
            Lexicon.load("stance_content.tsv", folders),
            Lexicon.load("stance_shift.tsv", folders),
            load_classes(folders),
        )

    def read(self, item: StanceItem, cue: str) -> Reading:
        """Judge a statement under the words of its reporting clause."""
        found = self._from_cue(cue, item.text) + self._from_content(item.text)
        found = _fade(found)
        total = sum(c.weight for c in found)
        if abs(total) > 1.0:
            found = [replace(c, weight=c.weight / abs(total)) for c in found]
            total = 1.0 if total > 0 else -1.0
        return Reading(total, _act(found), tuple(found))

    def _from_cue(self, cue: str, text: str) -> list[Contribution]:
        out = []
        negators = [h for h in self._shifts.find(cue) if h.entry.cls == "negator"]
        for hit in self._cues.find(cue):
            word_class = self._classes[hit.entry.cls]
            turned = any(0 <= hit.span[0] - n.span[1] < 20 for n in negators)
            weight = hit.entry.weight * (word_class.negated if turned else 1.0)
            if word_class.name in ("dialogue", "deny") and not text.strip():
                weight = 0.0
            words = cue[hit.span[0] : hit.span[1]]
            rule = "cue, negated" if turned else "cue"
            out.append(Contribution(rule, word_class.name, word_class.act, weight, None, words))
        return out

    def _from_content(self, text: str) -> list[Contribution]:
        shifts = self._shifts.find(text)
        bounds = [m.start() for m in _CLAUSE.finditer(fold(text))]
        return [self._weigh(hit, shifts, bounds, text) for hit in self._content.find(text)]

    def _weigh(
        self, hit: Hit, shifts: Sequence[Hit], bounds: Sequence[int], text: str
    ) -> Contribution:
        word_class = self._classes[hit.entry.cls]
        start = max((b for b in bounds if b <= hit.span[0]), default=0)
        weight, rule = hit.entry.weight, word_class.name
        negations = 0
        for shift in shifts:
            kind, (a, b) = shift.entry.cls, shift.span
            before = start <= a and b <= hit.span[0] and hit.span[0] - b < _SCOPE
            if kind == "negator" and before:
                negations += 1
            elif kind == "conditional" and self._in_condition(text, b, hit.span[0]):
                weight, rule = weight * 0.35, f"{rule}, in a condition"
            elif kind in ("modal", "strong", "weak") and before:
                weight *= shift.entry.weight
        if negations % 2:
            weight, rule = weight * word_class.negated, f"{rule}, negated"
        elif negations:
            rule = f"{rule}, negated twice"
        act = word_class.act
        if word_class.name == "attack" and _OWN.search(fold(text)[start : hit.span[0]]):
            act = Act.MOBILISE
        return Contribution(
            rule, word_class.name, act, weight, hit.span, text[hit.span[0] : hit.span[1]]
        )

    @staticmethod
    def _in_condition(text: str, after: int, place: int) -> bool:
        """Whether `place` lies in the clause that a conditional ending at `after` opens."""
        if not 0 <= place - after < 120:
            return False
        return _ANSWER.search(fold(text)[after:place]) is None


def _fade(found: Sequence[Contribution]) -> list[Contribution]:
    """The n-th find of one class counts 1/n: saying it twice is not twice the act."""
    seen: Counter[str] = Counter()
    out = []
    for one in found:
        seen[one.cls] += 1
        out.append(replace(one, weight=one.weight / seen[one.cls]))
    return out


def _act(found: Sequence[Contribution]) -> Act:
    """The act of the weightiest find whose direction agrees with the sum."""
    total = sum(c.weight for c in found)
    agreeing = [c for c in found if c.weight * total > 0]
    if not agreeing:
        return Act.INFORM
    return max(agreeing, key=lambda c: abs(c.weight)).act
