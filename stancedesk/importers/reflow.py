"""Lines as a page prints them, joined to paragraphs again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_EDGE = 2
_ENDS = (".", "!", "?", ":", "”", '"', "’")
_KEEPS_HYPHEN = re.compile(
    r"(?:^|\W)(?:de|non|anti|pro|pre|ex|self|co|cease|well|long|high|far|so|vice|then|mid|semi"
    r"|counter|post|cross|half|all|[a-z])-$",
    re.IGNORECASE,
)


def without_furniture(pages: Sequence[str]) -> list[list[str]]:
    """Lines of each page less running heads, footers and page numbers.

    A line among the first or last two is furniture if it stands, figures apart, on at least three
    pages and on half of them.
    """
    sheets = [[line.strip() for line in page.split("\n")] for page in pages]
    seen: Counter[str] = Counter()
    for sheet in sheets:
        seen.update({_shape(line) for line in _edges(sheet)})
    running = {shape for shape, n in seen.items() if n >= 3 and 2 * n >= len(sheets)}
    return [
        [
            line
            for number, line in enumerate(sheet)
            if not (
                _at_edge(sheet, number)
                and (_shape(line) in running or re.fullmatch(r"[\W\d]*\d+[\W\d]*", line))
            )
        ]
        for sheet in sheets
    ]


def paragraphs(sheets: Iterable[Sequence[str]]) -> str:
    """Text with one paragraph a line; words divided at line ends are joined.

    A paragraph ends at an empty line, or where a line that closes a sentence is clearly shorter
    than the lines of this text are. A short line in capitals or without a full stop before one
    that starts anew (a headline) stands alone.
    """
    lines = [line for sheet in sheets for line in _trimmed(sheet)]
    lengths = sorted(len(line) for line in lines if line)
    usual = lengths[int(len(lengths) * 0.8)] if lengths else 0
    done: list[str] = []
    current = ""
    last = 0
    for line in lines:
        if not line:
            done.append(current)
            current, last = "", 0
            continue
        if current and _breaks(current, last, line, usual):
            done.append(current)
            current = ""
        current = _joined(current, line)
        last = len(line)
    return "\n\n".join(part for part in (*done, current) if part)


def _trimmed(sheet: Sequence[str]) -> Sequence[str]:
    """A page without empty lines around it: a paragraph may go on over the page's end."""
    inked = [number for number, line in enumerate(sheet) if line]
    return sheet[inked[0] : inked[-1] + 1] if inked else ()


def _breaks(current: str, last: int, line: str, usual: int) -> bool:
    short = last < 0.8 * usual
    if not short:
        return False
    if current.endswith(_ENDS):
        return True
    return len(current) == last and not current.endswith((",", "-")) and not line[0].islower()


def _joined(current: str, line: str) -> str:
    if not current:
        return line
    if current.endswith("\u00ad"):
        return current[:-1] + line
    if re.search(r"\w-$", current) and line[0].islower():
        return (current if _KEEPS_HYPHEN.search(current[-12:]) else current[:-1]) + line
    return f"{current} {line}"


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line).lower()


def _edges(sheet: Sequence[str]) -> list[str]:
    return [line for number, line in enumerate(sheet) if line and _at_edge(sheet, number)]


def _at_edge(sheet: Sequence[str], number: int) -> bool:
    before = sum(1 for line in sheet[:number] if line) if number < 12 else _EDGE
    rest = len(sheet) - number - 1
    after = sum(1 for line in sheet[number + 1 :] if line) if rest < 12 else _EDGE
    return before < _EDGE or after < _EDGE
