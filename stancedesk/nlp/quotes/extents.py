"""Where a statement begins and ends: what grammar knows better than a tagger of single words.

Each rule was counted on the 840 articles of PolNeAR train before it was written down: after the
last quotation mark of a mixed statement a day ("... Friday") lies outside it in 10 of 10 cases and
"in an interview" in 9 of 10; what was told begins with "that" in 118 of 120.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from stancedesk.core.model import Span
from stancedesk.nlp.quotes.cues import cues
from stancedesk.nlp.quotes.marks import Quotation

_DAY = r"(?:(?:on|late|early|earlier|last)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_OCCASION = (
    r"(?:interview|statement|speech|tweet|letter|briefing|testimony|conference|rally|e-?mail|memo"
    r"|op-ed|column|video|hearing|press release|article|report|debate|appearance|stop|event)"
)
_IN_OCCASION = rf"(?:in|during|at|on)\s+an?\s+(?:[\w’'-]+\s+){{0,4}}{_OCCASION}\b"
_AFTER_MARK = re.compile(rf",?\s+(?:{_DAY}|{_IN_OCCASION}|(?:which|who)\s)")
_SAID_BY = re.compile(r",?\s+(?P<verb>[a-z]+(?:ed|en|de|id))\s+(?:by|in|at|on|during|to)\s")
_TOLD_OF = frozenset({"say", "claim", "concede", "deny", "accuse", "reject", "warn", "praise"})
_LAST = re.compile(
    rf",?\s+(?:{_DAY}\s+)?in\s+an?\s+(?:[\w’'-]+\s+){{0,3}}"
    rf"(?:interview|statement|tweet|press release|news conference|e-?mail)(?:\s+{_DAY})?$"
)
_TOLD = re.compile(
    r"\b(?:told|tells?|telling|informed|reminded|notified|warned|assured|advised)$", re.IGNORECASE
)
_WHOM = re.compile(r"(?!that\b)(?:[\w’'.-]+\s){1,8}?(?=that\s)")
_LINK = re.compile(
    r"(?:^|\s)(?:an?|the|of|to|by|for|with|from|and|or|but|as|into|onto|between|among|including|its"
    r"|their|our|my|your|than|very|while|because|if|during|at)$",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"[,;:!?](?=\s|$)|(?<!\b[A-Z])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSen)(?<!\bGen)\.(?=\s|$)"
    r"|\s[–—-]+\s|[“”\"(\n]"
)
_SHORTEST = 8
_MOST = 200


def mended(
    text: str, content: Sequence[Span], cue: Span | None, limit: int, quotes: Sequence[Quotation]
) -> list[Span]:
    """The spans of a statement with its first and last edge put right.

    Args:
        text: The article.
        content: Spans of the statement, in order.
        cue: Its words of saying.
        limit: Where the next statement, source, cue or paragraph begins: no edge goes beyond it.
        quotes: Quotations of the article, sorted.
    """
    out = list(content)
    start, end = out[0]
    if cue is not None and 0 <= start - cue[1] <= 1 and _TOLD.search(text, *cue):
        whom = _WHOM.match(text, start, end)
        if whom:
            out[0] = (whom.end(), end)
    start, end = out[-1]
    out[-1] = (start, _end(text, start, end, limit, quotes))
    return out


def _end(text: str, start: int, end: int, limit: int, quotes: Sequence[Quotation]) -> int:
    mark = _last_mark(start, end, quotes)
    if mark is not None:
        return mark if _beyond(text, mark, end) else _linked(text, end, limit, mark)
    late = _LAST.search(text[start:end])
    if late and late.start() >= _SHORTEST:
        return start + late.start()
    return _linked(text, end, limit, start)


def _last_mark(start: int, end: int, quotes: Sequence[Quotation]) -> int | None:
    """End of the last quotation within the span."""
    at = bisect_left(quotes, end + 1, key=lambda q: q.end) - 1
    return quotes[at].end if at >= 0 and start <= quotes[at].start else None


def _beyond(text: str, mark: int, end: int) -> bool:
    """Whether what follows the last quotation tells when, where or by whom it was said."""
    if mark >= end:
        return False
    if _AFTER_MARK.match(text, mark, end):
        return True
    said = _SAID_BY.match(text, mark, end)
    return said is not None and cues().verbs.get(said["verb"]) in _TOLD_OF


def _linked(text: str, end: int, limit: int, after: int) -> int:
    """The end moved on to that of the clause where it hangs on a word that must be followed."""
    if end <= after or limit - end < 2 or text[end] != " " or not _LINK.search(text, after, end):
        return end
    reach = min(limit, end + _MOST)
    stop = _STOP.search(text, end, reach)
    if stop is None and reach < limit:
        return end
    found = stop.start() if stop else reach
    while found > end and text[found - 1] in " ,;:\n":
        found -= 1
    return found
