"""What looks like a statement and tells nothing: a pronoun, a title, when it was said, a link."""

from __future__ import annotations

import re
from collections.abc import Sequence

from stancedesk.core.model import Kind, Span

_PRONOUN = re.compile(
    r"(?:that|this|it|so|what|them|him|her|me|us|which|these|those|who|something|one)$", re.I
)
_WHEN = re.compile(r"(?:after|amid|as|before|during|following|while|ahead)\s", re.I)
_TITLED = re.compile(r"(?:\ben|\bsub|\b)(?:titled|headlined)$", re.I)
_SMALL = frozenset(
    ("a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "and", "or", "as")
)
_LINK = re.compile(
    r"\W*(?:see also|read (?:also|more|next)|also read|more (?:from|on)\b[^:]{1,40}"
    r"|related(?: \w+)?|watch(?: (?:live|now|more))?|listen(?: now)?|don[’']t miss|sign up"
    r"|more|in pictures|gallery|video|photos?|advertisement)\s?[:|»>]",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:[Ss]tory highlights|[Ss]tory continues|Related Videos?|(?:MUST|JUST) WATCH(?:ED)?"
    r"|More Videos|New Today at [\w ]{1,40})\b[^.!?\n]{0,30}$"
)
_BACK = 80
_LONGEST_LINK = 220


def empty(text: str, content: Sequence[Span], kind: Kind, cue: Span | None) -> bool:
    """Whether the words found tell nothing that was said."""
    start, end = content[0][0], content[-1][1]
    words = text[start:end]
    if _FURNITURE.search(text, max(0, start - _BACK), start):
        return True
    if kind is Kind.INDIRECT:
        if _PRONOUN.match(words) or (cue is not None and _apart(text, cue, content[0])):
            return True
        after = cue is not None and 0 <= start - cue[1] <= 1
        return after and _WHEN.match(words) is not None and headline(text, start, end)
    if cue is None or not _TITLED.search(text, *cue):
        return False
    return all(w[:1].isupper() or w in _SMALL for w in re.findall(r"[^\W\d_]+", words))


def _apart(text: str, cue: Span, piece: Span) -> bool:
    """Whether the word of saying stands in another paragraph: a headline above the text."""
    low, high = min(cue[1], piece[1]), max(cue[0], piece[0])
    return "\n" in text[low:high]


def headline(text: str, start: int, end: int) -> bool:
    """Whether the line is no sentence: short, and without a full stop at its end."""
    low = text.rfind("\n", max(0, start - _LONGEST_LINK), start) + 1
    high = text.find("\n", end, end + _LONGEST_LINK)
    line = text[low : high if high >= 0 else min(len(text), end + _LONGEST_LINK)].strip()
    return len(line) < 160 and line[-1:] not in tuple(".!?”\"’'")


def is_link(paragraph: str) -> bool:
    """Whether a paragraph points to another article: "See also: ...", "Read more: ..."."""
    return len(paragraph) <= _LONGEST_LINK and _LINK.match(paragraph) is not None
