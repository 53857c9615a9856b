"""Finds statements by rule alone: what stays when no tagger is installed.

Each quotation takes the reporting verb and the source phrase that stand before, between or after
it in its paragraph; "X said (that) ..." and "according to X" give indirect statements.
"""

from __future__ import annotations

import re
from functools import cache

from stancedesk.core.model import Found, Kind, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues
from stancedesk.nlp.quotes.marks import Quotation, in_paragraph, paragraphs

_NAME = (
    r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s)?(?:[\w.’'-]+\s){0,7}?"
    r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,5}"
)
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er)\s(?:[\w’'-]+\s){0,4}?[\w’'-]+"
_SOURCE = rf"(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|{_NAME}|{_NOUN})"
_LONGEST = 4000


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    speech = sorted((w for w, c in cues().verbs.items() if c not in NOT_SPEECH), key=len)
    verb = rf"(?:(?:has|have|had|also|then|later)\s)*(?P<cue>{'|'.join(reversed(speech))})"
    near = r"(?:[^.!?\n]{0,60}?)"
    return {
        "after": re.compile(rf"\s*[,—–-]?\s*(?P<source>{_SOURCE})\s{verb}\b"),
        "inverted": re.compile(rf"\s*[,—–-]?\s*{verb}\s(?P<source>{_SOURCE})"),
        "before": re.compile(rf"(?<!\w)(?P<source>{_SOURCE})\s{verb}\b{near}[\s,:]*$"),
        "colon": re.compile(r"(?P<source>[A-Z][^.!?:\n]{1,80})(?P<cue>:)\s*$"),
        "according": re.compile(rf"(?P<cue>according to)\s(?P<source>{_SOURCE})", re.I),
        "clause": re.compile(
            rf"(?<!\w)(?P<source>{_SOURCE})\s{verb}\s(?:\w+day\s)?(?P<content>(?:that\s)?[^.!?\n]{{10,}})"
        ),
    }


def find_by_rule(text: str) -> list[Found]:
    """Statements of the text in order, with low confidence."""
    found: list[Found] = []
    for start, end in paragraphs(text):
        body = text[start : min(end, start + _LONGEST)]
        found += [_moved(f, start) for f in _in_paragraph(body)]
    return found


def _moved(found: Found, by: int) -> Found:
    def move(span: Span | None) -> Span | None:
        return None if span is None else (span[0] + by, span[1] + by)

    content = tuple((a + by, b + by) for a, b in found.content)
    return Found(content, found.kind, move(found.cue), move(found.speaker), found.confidence)


def _in_paragraph(text: str) -> list[Found]:
    quotes = [q for q in in_paragraph(text) if len(text[q.start : q.end].split()) > 1]
    groups: list[tuple[list[Quotation], re.Match[str] | None]] = []
    for number, quote in enumerate(quotes):
        before_at = quotes[number - 1].end if number else 0
        after_at = quotes[number + 1].start if number + 1 < len(quotes) else len(text)
        match = _cue_near(text, quote, before_at, after_at)
        if groups and (match is None or match.start() < before_at):
            groups[-1][0].append(quote)
        else:
            groups.append(([quote], match))
    found = [_quoted(part, match) for part, match in groups if match is not None]
    if not quotes:
        clause = _patterns()["clause"].search(text)
        if clause:
            found.append(
                Found(
                    (clause.span("content"),),
                    Kind.INDIRECT,
                    clause.span("cue"),
                    clause.span("source"),
                    0.4,
                )
            )
    return found


def _cue_near(text: str, quote: Quotation, low: int, high: int) -> re.Match[str] | None:
    patterns = _patterns()
    for name in ("after", "inverted", "according"):
        match = patterns[name].match(text, quote.end, min(high, quote.end + 200))
        if match:
            return match
    for name in ("before", "colon"):
        match = patterns[name].search(text, max(low, quote.start - 200), quote.start)
        if match:
            return match
    return None


def _quoted(quotes: list[Quotation], match: re.Match[str]) -> Found:
    content = tuple((q.start, q.end) for q in quotes)
    start, end = match.span("source")
    while end - 1 > start and match.string[end - 1] in " ,.":
        end -= 1
    return Found(content, Kind.DIRECT, match.span("cue"), (start, end), 0.6)
