"""Spans of boilerplate in an article's text. They are masked, never cut: offsets stay true."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator

from stancedesk.core.model import Span
from stancedesk.importers import litter

_FIRST, _LAST = 12, 6


def masks(text: str) -> tuple[Span, ...]:
    """Sorted, disjoint spans of `text` that belong to the page and not to the article.

    Spans never begin or end with white space, and neighbours with only white space between
    them are joined.
    """
    lines = list(_lines(text))
    found: list[Span] = []
    in_form = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end]
        in_form = bool(litter.FORM_START.fullmatch(line)) or (
            in_form and bool(litter.FORM_FIELD.fullmatch(line))
        )
        by_place = (number < _FIRST and litter.BYLINE.fullmatch(line[:200])) or (
            number >= len(lines) - _LAST and litter.LAST_LINES.fullmatch(line[:200])
        )
        if in_form or by_place or _whole(line):
            found.append((start, end))
        else:
            found.extend((start + left, start + right) for left, right in _parts(line))
    return _joined(text, found)


def unmasked(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """The parts of [start, end) that no span covers; `spans` are sorted and disjoint."""
    for left, right in spans:
        if right <= start:
            continue
        if left >= end:
            break
        if left > start:
            yield start, left
        start = right
    if start < end:
        yield start, end


def _whole(line: str) -> bool:
    if len(line) > litter.WHOLE_LINE_LIMIT:
        return False
    if litter.WHOLE_LINE.fullmatch(line) or litter.FILE_CAPTION.fullmatch(line):
        return True
    folded = line.lower()
    return any(word in folded and rule.fullmatch(line) for word, rule in litter.KEYED_LINE)


def _parts(line: str) -> Iterator[Span]:
    """Boilerplate inside a line, which may carry a whole article besides."""
    for match in litter.INLINE.finditer(line):
        yield match.span()
    captions = list(litter.GALLERY.finditer(line))
    if captions:
        first = litter.GALLERY_START.search(line, 0, captions[0].start())
        yield first.start() if first else 0, captions[-1].end()
    yield from _menu(line)


def _menu(line: str) -> Iterator[Span]:
    """From the end of the sentence before a site's menu to the end of the menu."""
    near: deque[re.Match[str]] = deque()
    first: re.Match[str] | None = None
    last = 0
    for word in litter.MENU_WORDS.finditer(line):
        near.append(word)
        while word.start() - near[0].start() > litter.MENU_REACH:
            near.popleft()
        if first is None and len({w[0].lower() for w in near}) >= 3:
            first = near[0]
        last = word.end()
    if first is None:
        return
    before = max(line.rfind(mark, 0, first.start()) for mark in '.!?”"')
    start = before + 1 if first.start() - before <= 120 else first.start()
    # What follows the last word of a menu without another full stop is still the menu.
    yield start, last if "." in line[last:-1] else len(line)


def _lines(text: str) -> Iterator[Span]:
    """Spans of the lines that are not blank, without the white space around them."""
    start = 0
    while start < len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop]
        if stripped := line.strip():
            left = start + len(line) - len(line.lstrip())
            yield left, left + len(stripped)
        start = stop + 1


def _joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if start == end:
            continue
        if joined and (start <= joined[-1][1] or text[joined[-1][1] : start].isspace()):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
