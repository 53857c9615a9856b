"""Exports of Factiva as text: articles with tagged fields, or each closed by its number.

Fields: HD headline, BY author, WC number of words, PD day, SN outlet, LA language, LP lead
paragraph, TD rest of the text, AN number. Without tags an article ends in "Document" and its
number.
"""

from __future__ import annotations

import re
from itertools import takewhile

from stancedesk.importers.clipping import Clipping, blocks
from stancedesk.importers.dates import parse_date

_TAGS = (
    "SE", "HD", "CLM", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY",
    "CX", "LP", "TD", "RF", "CT", "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN", "ART",
)  # fmt: skip
# Two blanks, a tab, or the border of a table's cell: "IN" at the start of prose has one blank.
_FIELD = re.compile(
    rf"[ \t|]*+(?P<tag>{'|'.join(_TAGS)})(?:[ ]{{2,}}|[ ]*\t|[ ]*\|)[ \t|]*(?P<value>.*)"
    rf"|[ \t|]*+(?P<bare>{'|'.join(_TAGS)})[ \t|]*"
)
_END = re.compile(r"[ \t|]*+Document (?P<number>[A-Z]{2,12}\d{8,}[a-z0-9]{6,})[ \t|]*")
_WORDS = re.compile(r"[\d,.]{1,9} words", re.IGNORECASE)
_NO_TITLE = re.compile(r"by\s|[\d,.]{1,9} words$", re.IGNORECASE)
_LANGUAGES = re.compile(
    r"English|French|German|Spanish|Russian|Arabic|Chinese.*|Portuguese|Italian|Dutch|Turkish"
)


def clippings(text: str) -> list[Clipping] | None:
    """The articles of an export, or None where the text is none."""
    lines = text.split("\n")
    if tagged := _tagged(lines):
        return tagged
    return _untagged(lines)


def _tagged(lines: list[str]) -> list[Clipping]:
    records: list[dict[str, list[str]]] = []
    tag = ""
    for line in lines:
        match = _FIELD.fullmatch(line)
        if match:
            tag = match["tag"] or match["bare"]
            if not records or tag in records[-1] or (tag in {"SE", "HD"} and "PD" in records[-1]):
                records.append({})
            records[-1][tag] = [match["value"] or ""]
        elif _END.fullmatch(line) or re.fullmatch(r"\s*Search Summary\s*", line):
            tag = ""
        elif records and tag:
            records[-1][tag].append(line)
    found = [record for record in records if "HD" in record and {"LP", "TD"} & set(record)]
    # A date besides: prose in capitals has no such rows of fields.
    return [_of_fields(record) for record in found] if any("PD" in each for each in found) else []


def _of_fields(record: dict[str, list[str]]) -> Clipping:
    def line(tag: str) -> str:
        return " ".join(" ".join(record.get(tag, ())).replace("|", " ").split())

    body = [part.strip(" \t|") for tag in ("LP", "TD") for part in (*record.get(tag, ()), "")]
    return Clipping(line("HD"), line("SN"), parse_date(line("PD")), blocks(body))


def _untagged(lines: list[str]) -> list[Clipping] | None:
    ends = [number for number, line in enumerate(lines) if _END.fullmatch(line)]
    found: list[Clipping] = []
    start = 0
    for end in ends:
        if clipping := _of_lines(lines[start:end]):
            found.append(clipping)
        start = end + 1
    return found or None


def _of_lines(lines: list[str]) -> Clipping | None:
    """Headline, author, "512 words", day, time, outlet, code, page, language, copyright, text."""
    lines = [line.strip(" \t|") for line in lines]
    words = next((n for n, line in enumerate(lines[:40]) if _WORDS.fullmatch(line)), None)
    if words is None:
        return None
    top = list(takewhile(bool, lines[_first_text(lines) :]))[:4]
    title = " ".join(takewhile(lambda line: not _NO_TITLE.match(line), top[:2]))
    date, source, body = None, "", words + 1
    for number in range(words + 1, min(len(lines), words + 16)):
        line = lines[number]
        if date is None and (day := parse_date(line)):
            date = day
        elif date and not source and line and not re.match(r"\d{1,2}:\d{2}", line):
            source = line
        if _LANGUAGES.fullmatch(line):
            body = number + 1
        elif line.lower().startswith(("copyright", "(c)", "©")):
            body = number + 1
            break
    return Clipping(title, source, date, blocks(lines[body:]))


def _first_text(lines: list[str]) -> int:
    return next((number for number, line in enumerate(lines) if line), 0)
