"""Exports of LexisNexis as text: the classic layout and that of Nexis Uni.

Classic: "1 of 50 DOCUMENTS", outlet, day, headline, "LENGTH: 612 words", text, "LOAD-DATE: ...",
copyright. Uni: headline, outlet, day, copyright, "Length: 612 words", "Body", text,
"Load-Date: ...", "End of Document".
"""

from __future__ import annotations

import re

from stancedesk.importers.clipping import Clipping, blocks
from stancedesk.importers.dates import parse_date

_START = re.compile(r"\s*(?:Document )?\d{1,6} of \d{1,6}(?: DOCUMENTS?)?\s*", re.IGNORECASE)
_END = re.compile(r"\s*End of Document\s*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*LENGTH:\s*[\d,.]+\s*words\s*", re.IGNORECASE)
_HEAD = re.compile(
    r"\s*(?P<name>BYLINE|SECTION|LENGTH|DATELINE|HEADLINE|HIGHLIGHT|SERIES|EDITION|PAGE|TYPE)\s*:"
    r"\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"\s*(?:(?:LOAD-DATE|LANGUAGE|GRAPHIC|PUBLICATION-TYPE|CORRECTION(?:-DATE)?|SUBJECT|JOURNAL-CODE"
    r"|ACC-NO|DOCUMENT-TYPE|NOTES|PERSON|COUNTRY|COMPANY|CITY|GEOGRAPHIC|TRANSCRIPT)\s*:.*"
    r"|Classification|Graphic|Load-Date.*)\s*",
    re.IGNORECASE,
)
_BODY = re.compile(r"\s*Body\s*:?\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"\s*(?:Copyright|©|\(c\)).*\b\d{4}\b.*", re.IGNORECASE)


def clippings(text: str) -> list[Clipping] | None:
    """The articles of an export, or None where the text is none."""
    documents: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _START.fullmatch(line) or _END.fullmatch(line):
            documents.append([])
        else:
            documents[-1].append(line.replace("|", " ").rstrip())
    if len(documents) < 2:
        return None
    found = [
        _of_lines(lines)
        for lines in documents
        if any(_LENGTH.fullmatch(line) for line in lines[:60])
    ]
    return found or None


def _of_lines(lines: list[str]) -> Clipping:
    head, body = _parts(lines)
    fields: dict[str, str] = {}
    name = ""
    loose: list[list[str]] = [[]]
    for line in head:
        if match := _HEAD.fullmatch(line):
            name = match["name"].upper()
            fields.setdefault(name, match["value"].strip())
        elif not line.strip():
            name = ""
            loose.append([])
        elif name:  # a field that goes on
            fields[name] = f"{fields[name]} {line.strip()}"
        elif not _COPYRIGHT.fullmatch(line) and "all rights reserved" not in line.lower():
            loose[-1].append(line.strip())
    title, source, day = _loose([block for block in loose if block])
    return Clipping(fields.get("HEADLINE") or title, source, day, blocks(body))


def _parts(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines before the text, and of the text."""
    start = next((n for n, line in enumerate(lines) if _BODY.fullmatch(line)), None)
    head = lines[:start]
    if start is None:
        fields = [n for n, line in enumerate(lines[:80]) if _HEAD.fullmatch(line)]
        start = next(n for n, line in enumerate(lines) if _LENGTH.fullmatch(line))
        # A field of the head may stand after LENGTH; one far below is a speaker's "TYPE: ...".
        for number in fields:
            if start < number <= start + 4:
                start = number
        head = lines[: start + 1]
    end = next((n for n in range(start + 1, len(lines)) if _FOOT.fullmatch(lines[n])), len(lines))
    body = lines[start + 1 : end]
    while body and (not body[-1].strip() or _COPYRIGHT.fullmatch(body[-1])):
        body.pop()
    return head, body


def _loose(found: list[list[str]]) -> tuple[str, str, str | None]:
    """Headline, outlet and day from the lines without a label."""
    flat = [(number, line) for number, block in enumerate(found) for line in block]
    dated = next((at for at, (_, line) in enumerate(flat) if parse_date(line)), None)
    if dated is None:
        lines = [line for _, line in flat]
        return (lines or [""])[0], (lines[1:] or [""])[0], None
    day = parse_date(flat[dated][1])
    before = [line for _, line in flat[:dated]]
    after = [" ".join(block) for block in found[flat[dated][0] + 1 :]]
    if len(before) >= 2 and not after:  # Uni: headline, outlet, day
        return " ".join(before[:-1]), before[-1], day
    if not after:
        return "", (before or [""])[-1], day
    return after[-1], (before or [""])[0], day
