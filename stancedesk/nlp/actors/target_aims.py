"""A statement as the choice of targets reads it, and the parties that come into question."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from stancedesk.core.model import Span
from stancedesk.nlp.actors.target_mentions import Mention, Mentions

REACH = 1500
"""How many characters before and after a statement a party must be named to come into question."""

_PARAGRAPH = 3000
_MOST_NAMED = 4
_LOOK = 40
_SENTENCE = 400
_END = re.compile(r"(?<=[a-z0-9)”\"’])[.?!][”\"’]?\s+(?=[A-Z“\"])|\n")


@dataclass(frozen=True, slots=True)
class Aim:
    """A statement whose targets are asked for. Offsets are into the article.

    `own` are the codes that the speaker speaks for; they are no targets.
    """

    content: tuple[Span, ...]
    own: frozenset[str]
    official: bool = False
    kind: str = ""
    speaker: Span | None = None
    cue: Span | None = None

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.content[-1][1]


@dataclass(frozen=True, slots=True)
class Turns:
    """For whom the others speak whom the article quotes.

    `before` and `after` are the parties of up to three statements next to this one that are of
    other parties, in order of the text; `shares` is each party's share of all statements.
    """

    before: tuple[frozenset[str], ...]
    after: tuple[frozenset[str], ...]
    shares: dict[str, float]


def turns(owns: list[frozenset[str]]) -> list[Turns]:
    """The turns around each of an article's statements, given by their parties in order."""
    total = max(1, len(owns))
    counts: dict[str, int] = {}
    for own in owns:
        for code in own:
            counts[code] = counts.get(code, 0) + 1
    shares = {code: count / total for code, count in counts.items()}
    out = []
    for n, own in enumerate(owns):
        before = [o for o in owns[max(0, n - _LOOK) : n] if o and o != own][-3:]
        after = [o for o in owns[n + 1 : n + 1 + _LOOK] if o and o != own][:3]
        out.append(Turns(tuple(before), tuple(after), shares))
    return out


@dataclass(slots=True)
class Places:
    """Mentions of one party by where they stand, seen from the statement."""

    words: list[Mention] = field(default_factory=list)
    sentence: list[Mention] = field(default_factory=list)
    paragraph: list[Mention] = field(default_factory=list)
    before: list[Mention] = field(default_factory=list)
    after: list[Mention] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The nearest place: in the words, around them, or away from them."""
        return "in" if self.words else "around" if self.sentence or self.paragraph else "away"

    def last_before(self, start: int) -> Mention | None:
        """The last mention that is not in the words and stands before a place."""
        for group in (self.sentence, self.paragraph, self.before):
            for mention in reversed(group):
                if mention.start < start:
                    return mention
        return None


def candidates(aim: Aim, mentions: Mentions) -> dict[str, Places]:
    """The parties named near a statement or most in its article, in order of the text."""
    text = mentions.memory.text
    sentence = _sentence(text, aim.start, aim.end)
    low = max(text.rfind("\n", 0, aim.start) + 1, aim.start - _PARAGRAPH)
    high = text.find("\n", aim.end, aim.end + _PARAGRAPH)
    high = high if high >= 0 else min(len(text), aim.end + _PARAGRAPH)
    found: dict[str, Places] = {}
    for mention in mentions.between(min(aim.start - REACH, low), aim.end + REACH):
        if mention.code in aim.own:
            continue
        places = found.setdefault(mention.code, Places())
        at = mention.start
        if any(first <= at < last for first, last in aim.content):
            places.words.append(mention)
        elif sentence[0] <= at < sentence[1]:
            places.sentence.append(mention)
        elif low <= at < high:
            places.paragraph.append(mention)
        elif at < aim.start:
            places.before.append(mention)
        else:
            places.after.append(mention)
    for code in mentions.most_named[:_MOST_NAMED]:
        if code not in aim.own:
            found.setdefault(code, Places())
    return found


def _sentence(text: str, start: int, end: int) -> Span:
    """The sentence that a statement stands in."""
    first = low = max(0, start - _SENTENCE)
    for found in _END.finditer(text, low, start):
        first = found.end()
    high = min(len(text), end + _SENTENCE)
    after = _END.search(text, max(start, end - 1), high)
    return first, after.start() if after else high
