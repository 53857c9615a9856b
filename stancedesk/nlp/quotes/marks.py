"""Quotation marks: pairs them paragraph by paragraph, whatever their style and however broken.

Straight, curly, low, doubled single marks and guillemets count as double marks; single marks are
paired only where they cannot be apostrophes. A broken mark changes its own paragraph at most.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from stancedesk.core.model import Span

_DOUBLE = re.compile("''|``|[\"“”„‟«»＂″]")
_NEUTRAL = frozenset({'"', "''", "``", "″", "＂"})
_SINGLE = re.compile("[‘’'‚‛]")
_BEFORE_OPENING = frozenset(" \t\xa0\u2009\u200a\u202f([{—–-/:;…‘'’“")
_ELIDED = re.compile(r"(?:\d0s|tis|twas|til|cause|em|n|round|bout|cos)\b", re.I)
_INCH = re.compile(r"\d+\s?['’′]\s?\d+$|^\d+$")
_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.!?…][)\]’']*\s+(?=[A-Z\d\"“‘'])")
_CLAUSE_CUE = re.compile(
    r",(?=\s+(?:(?:he|she|they|it|[A-Z]\S+(?:\s[A-Z]\S+){0,3})\s+)?"
    r"(?:said|says|added|told|wrote|tweeted|explained|asked|warned|insisted|continued)\b)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks, marks included; offsets are characters of the text.

    `opened` and `closed` say which of its marks are there; `single` is the British style.
    A quotation that runs to the end of its paragraph without a closing mark is `opened` only.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    single: bool = False
    mark: int = 1

    @property
    def inner(self) -> Span:
        """What stands between the marks."""
        return (self.start + self.mark * self.opened, self.end - self.mark * self.closed)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    opens: bool
    closes: bool


def paragraphs(text: str) -> Iterator[Span]:
    """Spans of the paragraphs (lines with something on them), without surrounding white space."""
    for line in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        body = line.group()
        left = len(body) - len(body.lstrip())
        right = len(body.rstrip())
        if right > left:
            yield (line.start() + left, line.start() + right)


def quotations(text: str) -> list[Quotation]:
    """All quotations of the text, outermost only, sorted and disjoint."""
    found: list[Quotation] = []
    running = False
    for start, end in paragraphs(text):
        here = in_paragraph(text[start:end], running)
        found += [
            Quotation(q.start + start, q.end + start, q.opened, q.closed, q.single, q.mark)
            for q in here
        ]
        running = bool(here) and here[-1].end == end - start and not here[-1].closed
    return found


def in_paragraph(text: str, running: bool = False) -> list[Quotation]:
    """Quotations of one paragraph; `running`: the one before ended within a quotation."""
    doubles = _doubles(text, running)
    if "'" not in text and "‘" not in text and "’" not in text and "‚" not in text:
        return doubles
    return _merged(doubles, _singles(text))


def _merged(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    """Outermost of both; a double that only overlaps a single wins."""
    starts = [q.start for q in doubles]
    kept: list[Quotation] = []
    inside: set[int] = set()
    for single in singles:
        first = max(bisect_right(starts, single.start) - 1, 0)
        clash = False
        covered = []
        for number in range(first, len(doubles)):
            double = doubles[number]
            if double.start >= single.end:
                break
            if double.end <= single.start:
                continue
            if single.start < double.start and double.end < single.end:
                covered.append(number)
            else:
                clash = True
                break
        if not clash:
            kept.append(single)
            inside.update(covered)
    outer = [q for number, q in enumerate(doubles) if number not in inside]
    return sorted([*outer, *kept], key=lambda q: q.start)


def _double_marks(text: str) -> list[_Mark]:
    marks = []
    for match in _DOUBLE.finditer(text):
        glyph, start, end = match.group(), match.start(), match.end()
        before, after = text[start - 1 : start], text[end : end + 1]
        if glyph in '"″＂' and _INCH.search(text[max(0, start - 6) : start].rpartition(" ")[2]):
            feet = re.search(r"\d\s?['’′]\s?\d+$", text[max(0, start - 6) : start])
            if feet or glyph == "″":
                continue
        opening = (not before or before in _BEFORE_OPENING) and bool(after.strip())
        closing = bool(before.strip()) and before not in "([{"
        glued = before in ".!?…,;:" and bool(before) and after[:1].isupper()
        nested = start > 1 and before.isspace() and not after.strip() and text[start - 2] in "'’"
        if nested:
            opening, closing = False, True
        elif glued and glyph in _NEUTRAL:
            opening = closing = True
        elif glyph in "“„``«" and not (closing and not opening and not after.isalnum()):
            opening, closing = True, False
        elif glyph in "”»" and not (opening and (not before or before.isspace())):
            opening, closing = False, True
        elif opening and closing and before not in "—–-/…":
            opening, closing = (True, False) if not before.strip() else (True, True)
        elif not opening and not closing:
            opening = closing = True
        marks.append(_Mark(start, end, opening, closing))
    return marks


def _doubles(text: str, running: bool) -> list[Quotation]:
    found: list[Quotation] = []
    marks = _double_marks(text)
    opened: _Mark | None = None
    done = 0
    for mark in marks:
        width = mark.end - mark.start
        if opened is not None:
            if mark.closes and (not mark.opens or _closes_here(text, mark)):
                if _has_word(text, opened.end, mark.start):
                    found.append(Quotation(opened.start, mark.end, mark=width))
                opened, done = None, mark.end
            elif mark.opens:
                # The one before was never closed: it ends with its own sentence at the latest.
                if _has_word(text, opened.end, mark.start):
                    found.append(_unclosed(text, opened, mark.start))
                opened, done = mark, mark.start
        elif mark.opens:
            opened = mark
        elif mark.closes and not text[mark.start - 1 : mark.start].isdigit():
            start = done
            if not (running and not found):
                start = _sentence_start(text, done, mark.start)
            if _has_word(text, start, mark.start):
                found.append(Quotation(start, mark.end, opened=False, mark=width))
            done = mark.end
    if opened is not None and _has_word(text, opened.end, len(text)):
        found.append(
            Quotation(opened.start, len(text), closed=False, mark=opened.end - opened.start)
        )
    return found


def _has_word(text: str, start: int, end: int) -> bool:
    return _WORD.search(text, start, end) is not None


def _closes_here(text: str, mark: _Mark) -> bool:
    """Whether a mark that could do both closes: nothing but a break before would reopen."""
    before = text[mark.start - 1 : mark.start]
    return bool(before.strip()) and before not in "—–:(["


def _unclosed(text: str, opened: _Mark, limit: int) -> Quotation:
    """The quotation from `opened` without its closing mark, before the next one at `limit`."""
    width = opened.end - opened.start
    cue = _CLAUSE_CUE.search(text, opened.end, limit)
    if cue:
        return Quotation(opened.start, cue.end(), closed=False, mark=width)
    ends = [m.end() for m in _SENTENCE_END.finditer(text, opened.end, limit)]
    end = ends[-1] if ends else limit
    end = opened.start + len(text[opened.start : end].rstrip())
    return Quotation(opened.start, end, closed=False, mark=width)


def _sentence_start(text: str, low: int, high: int) -> int:
    """Start of the sentence that holds the character before `high`, not before `low`."""
    start = low
    for match in _SENTENCE_END.finditer(text, low, high):
        if text[match.end() : high].strip():
            start = match.end()
    while start < high and text[start].isspace():
        start += 1
    return start


def _singles(text: str) -> list[Quotation]:
    """British quotations: an opening single mark and the best closing one before the next."""
    openers: list[int] = []
    closers: list[int] = []
    for match in _SINGLE.finditer(text):
        at = match.start()
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if "'" in (before, after) or "`" in (before, after):
            continue
        if (
            (not before or before in _BEFORE_OPENING)
            and (after.isalnum() or after in '[“"…$£€.')
            and after
            and match.group() != "’"
            and not _ELIDED.match(text, at + 1)
        ):
            openers.append(at)
        elif before.strip() and not after.isalnum() and match.group() not in "‘‚":
            closers.append(at)
    found: list[Quotation] = []
    done = 0
    at_closer = 0
    for number, start in enumerate(openers):
        if start < done:
            continue
        limit = openers[number + 1] if number + 1 < len(openers) else len(text)
        while at_closer < len(closers) and closers[at_closer] <= start:
            at_closer += 1
        end = None
        step = at_closer
        while step < len(closers) and closers[step] < limit:
            at = closers[step]
            if text[at - 1] not in "sSzZxX":
                end = at
                break
            if end is None or text[end + 1 : end + 2].isspace():
                # After an s it may be a possessive: keep it unless a clearer one follows.
                end = at if end is None or not text[at + 1 : at + 2].isspace() else end
            step += 1
        if end is not None and text[start + 1 : end].strip():
            found.append(Quotation(start, end + 1, single=True))
            done = end + 1
    return found
