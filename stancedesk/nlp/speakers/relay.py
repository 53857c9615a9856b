"""Looks through news media that only pass on what somebody else said.

"Its forces are returning, the command said, Interfax reported": the command speaks, the agency
relays. The annotation on which the tagger is trained names the outermost source, the agency; the
codebook wants whoever is quoted by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from stancedesk.core.model import Found, Kind, Span
from stancedesk.nlp.quotes.cues import NOT_SPEECH, cues

IsMedium = Callable[[str], bool]

_SENTENCE_END = re.compile(r"[.!?]['’”\"]*\s+(?=[A-Z“\"‘])|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_AS_SAYING = re.compile(
    r"\b(?P<passive>was|were|is|are|has been|have been)?\s*"
    r"(?P<verb>quot(?:ed|es|ing)|cit(?:ed|es|ing))\s+"
    r"(?P<named>[^,;:“”\"\n]{3,90}?)?\s*\bas\s+saying\b\s*(?:that\s+)?"
)
_BOUNDARY = re.compile(
    r"[,;:—–()“”\"]|\b(?:that|and|but|while|after|before|when|as|because|which|who|where|whether|if)\b"
)
_ASIDE = re.compile(
    r"\s+(?:also|further|later|earlier|then|again|repeatedly|reportedly|has|had|have|is|was|on\s+\w+day)$"
)
_LEAD = re.compile(r"^(?:Meanwhile|However|Earlier|Separately|Also)\s*,\s*")
_NO_SUBJECT = re.compile(
    r"(?:by|it|in|on|at|to|of|for|from|with|during|after|before|since|under|over)\b", re.IGNORECASE
)
_LONGEST = 14
_BACK = 8
_ONLY_THAT = re.compile(r"\s*(?:that)?\s*:?\s*$")
_CIRCUMSTANCE = re.compile(r"\s+(?:during|in|on|at|after|before|by|with)\s")
_QUOTE = re.compile('[“”"«»]')
_VERB_LAST = re.compile(r"(?P<verb>[a-z]+)(?:\s+that)?[,:]?\s*[“\"‘']?$")
_APPOSED = re.compile(r"(?P<name>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,4}), [^,;:“”\"\n]{3,90},\s+$")
_PRONOUN = re.compile(r"\b(?P<name>[Hh]e|[Ss]he)\s+(?:also |then |later |had |has )?$")
_QUOTED_TAIL = re.compile(
    r"[”\"]\s*(?P<name>(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he|the [a-z]+)(?: [A-Z][\w.’'-]*){0,4})"
    r"\s+(?P<verb>[a-z]+)(?:\s[^”“\"]{0,80})?$"
)
_TAIL = re.compile(
    r"[,.!?]?[”\"’']?\s*"
    r"(?P<name>(?:[A-Z][\w.’'-]*|[Hh]e|[Ss]he|the [a-z]+)(?: [A-Z][\w.’'-]*){0,4})"
    r"\s+(?P<verb>[a-z]+)\b"
)


@dataclass(frozen=True, slots=True)
class Relayed:
    """What a sentence says that a medium passed on: source, cue and content."""

    speaker: Span
    cue: Span
    content: Span


def look_through(text: str, found: Sequence[Found], is_medium: IsMedium) -> list[Found]:
    """Statements with the sources whom media quote, where the sentence names them.

    Args:
        text: The article.
        found: Statements in order.
        is_medium: Whether a phrase names a newspaper, broadcaster or agency.
    """
    kept = list(found)
    for relayed in _as_saying(text):
        _take(text, kept, relayed, is_medium)
    return [_unwrapped(text, statement, is_medium) for statement in kept]


def _sentence(text: str, position: int, reach: int = 700) -> Span:
    low, high = max(0, position - reach), min(len(text), position + reach)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, low, position)]
    end = _SENTENCE_END.search(text, position, high)
    return (starts[-1] if starts else low, end.start() + 1 if end else high)


def _as_saying(text: str) -> Iterator[Relayed]:
    """Sources of "Interfax cited the command as saying" and "the ministry was quoted as saying"."""
    for match in _AS_SAYING.finditer(text):
        low, high = _sentence(text, match.start())
        if match["passive"]:
            speaker = _subject(text, low, match.start())
        elif match["named"] and not match["named"].startswith("by "):
            speaker = match.span("named")
        else:
            speaker = None
        if speaker is None:
            continue
        after = _trimmed(text, match.end(), high)
        before = _trimmed(text, low, speaker[0])
        if after is not None and text[after[0]] not in ",.;":
            yield Relayed(speaker, match.span(), after)
        elif before is not None:
            yield Relayed(speaker, match.span(), before)


def _trimmed(text: str, low: int, high: int) -> Span | None:
    words = text[low:high]
    low += len(words) - len(words.lstrip())
    if lead := _LEAD.match(text[low:high]):
        low += lead.end()
    end = low + len(text[low:high].rstrip(" ,.;\n"))
    return (low, end) if end - low >= 15 else None


def _take(text: str, found: list[Found], relayed: Relayed, is_medium: IsMedium) -> None:
    """Put a relayed statement among the others, over what was found of it under another name."""
    low, high = _reach(relayed)
    first = max(bisect_left(found, low, key=_start) - _BACK, 0)
    last = bisect_left(found, high, first, key=_start)
    found[first:last] = _with(text, found[first:last], relayed, is_medium)


def _start(statement: Found) -> int:
    return statement.content[0][0]


def _with(text: str, found: Sequence[Found], relayed: Relayed, is_medium: IsMedium) -> list[Found]:
    """The statements with one relayed: found already under the medium's name, or not at all."""
    out: list[Found] = []
    placed = False
    for statement in found:
        start, end = statement.content[0][0], statement.content[-1][1]
        shared = min(end, relayed.content[1]) - max(start, relayed.content[0])
        if shared > 0.4 * (relayed.content[1] - relayed.content[0]) and not placed:
            out.append(replace(statement, speaker=relayed.speaker, cue=relayed.cue))
            placed = True
        elif not (_inside(statement, relayed) and _of_medium(text, statement, is_medium)):
            out.append(statement)
    if not placed:
        out.append(
            Found((relayed.content,), _kind(text, relayed.content), relayed.cue, relayed.speaker)
        )
    return sorted(out, key=lambda statement: statement.content)


def _reach(relayed: Relayed) -> Span:
    low = min(relayed.content[0], relayed.speaker[0])
    return low, max(relayed.content[1], relayed.cue[1]) + 90


def _inside(statement: Found, relayed: Relayed) -> bool:
    """Whether a statement is a fragment of the sentence around the cue."""
    low, high = _reach(relayed)
    return low <= statement.content[0][0] and statement.content[-1][1] <= high


def _of_medium(text: str, statement: Found, is_medium: IsMedium) -> bool:
    return statement.speaker is None or is_medium(text[slice(*statement.speaker)])


def _kind(text: str, content: Span) -> Kind:
    words = text[slice(*content)]
    if not _QUOTE.search(words):
        return Kind.INDIRECT
    return Kind.DIRECT if _QUOTE.match(words[0]) and _QUOTE.match(words[-1]) else Kind.MIXED


def _unwrapped(text: str, statement: Found, is_medium: IsMedium) -> Found:
    """A report within a report ("the fleet said its ships ...") under its inner source."""
    if statement.speaker is None:
        return statement
    if not is_medium(text[slice(*statement.speaker)]):
        return _reported(text, statement)
    first = statement.content[0]
    nearer = _nearer(text, statement)
    if nearer is not None and not is_medium(text[slice(*nearer[0])]):
        return replace(statement, speaker=nearer[0], cue=nearer[1])
    inner = _inner(text, statement)
    if inner is not None and not is_medium(text[slice(*inner.speaker or (0, 0))]):
        return inner
    for match in _WORD.finditer(text, *first):
        if not _speaks(match.group().lower()):
            continue
        speaker = _subject(text, first[0], match.start())
        if speaker is None or is_medium(text[slice(*speaker)]):
            continue
        rest = _after_cue(text, match.end(), first[1])
        if rest is None:
            return statement
        content = ((rest, first[1]), *statement.content[1:])
        return replace(statement, content=content, speaker=speaker, cue=match.span())
    return statement


def _nearer(text: str, statement: Found) -> tuple[Span, Span] | None:
    """Who said it where a medium behind only passes it on: "..., Ms Falk said, Norline reported".

    The source stands with its verb right before the content or right behind its first part.
    """
    start, end = statement.content[0]
    source = statement.speaker
    if source is None or source[0] < end:
        return None
    after = _TAIL.match(text, end, min(end + 120, source[0]))
    if after and _speaks(after["verb"]):
        return after.span("name"), after.span("verb")
    low = _sentence(text, start)[0]
    verb = _VERB_LAST.search(text, low, start)
    if verb is None or not _speaks(verb["verb"]):
        return None
    before = _APPOSED.search(text, low, verb.start()) or _PRONOUN.search(text, low, verb.start())
    named = before.span("name") if before else _subject(text, low, verb.start())
    return (named, verb.span("verb")) if named else None


def _inner(text: str, statement: Found) -> Found | None:
    """The statement within, where content and words of saying are taken for what a medium says."""
    (start, end), *rest = statement.content
    told = _QUOTED_TAIL.search(text, start, end)
    if told and _speaks(told["verb"]):
        content = ((start, told.start() + 1), *rest)
        return replace(statement, content=content, speaker=told.span("name"), cue=told.span("verb"))
    if not rest or rest[0][0] - end > 120 or "\n" in text[end : rest[0][0]]:
        return None
    verb = _VERB_LAST.search(text, end, rest[0][0])
    if verb is None or not _speaks(verb["verb"]):
        return None
    before = _APPOSED.search(text, start, verb.start())
    named = before.span("name") if before else _subject(text, start, verb.start())
    if named is None:
        return None
    return replace(statement, content=tuple(rest), speaker=named, cue=verb.span("verb"))


def _speaks(verb: str) -> bool:
    return cues().verbs.get(verb, "show") not in NOT_SPEECH


def _reported(text: str, statement: Found) -> Found:
    """The words of whom the reported clause names: "the ministry said Falk stressed that ...".

    Only where the clause begins with the name, and its verb stands right before the quotation.
    """
    first = statement.content[0]
    quote = _QUOTE.search(text, *first)
    if statement.kind is not Kind.MIXED or quote is None:
        return statement
    for match in _WORD.finditer(text, first[0], quote.start()):
        if not _speaks(match.group().lower()):
            continue
        speaker = _subject(text, first[0], match.start())
        if speaker is None or not _ONLY_THAT.match(text[match.end() : quote.start()]):
            continue
        if not _ONLY_THAT.match(text[first[0] : speaker[0]]):
            return statement
        named = _CIRCUMSTANCE.split(text[slice(*speaker)], maxsplit=1)[0]
        inner = ((quote.start(), first[1]), *statement.content[1:])
        source = (speaker[0], speaker[0] + len(named))
        return replace(statement, content=inner, speaker=source, cue=match.span())
    return statement


def _after_cue(text: str, position: int, end: int) -> int | None:
    """Where the content begins after a cue: behind "that", or behind "to somebody that"."""
    that = re.compile(r"\bthat\s+").search(text, position, min(end, position + 90))
    start = (
        that.end()
        if that
        else position + len(text[position:end]) - len(text[position:end].lstrip(" :,"))
    )
    return start if end - start >= 15 else None


def _subject(text: str, low: int, verb: int) -> Span | None:
    """The noun phrase that ends where the verb group begins, if it names somebody."""
    left = text[low:verb].rstrip()
    while (shorter := _ASIDE.sub("", left)) != left:
        left = shorter
    edges = [match.end() for match in _BOUNDARY.finditer(left)]
    begin = edges[-1] if edges else 0
    phrase = left[begin:]
    begin += len(phrase) - len(phrase.lstrip())
    phrase = phrase.strip()
    named = any(word.group()[0].isupper() for word in _WORD.finditer(phrase))
    if not named or len(phrase.split()) > _LONGEST or _NO_SUBJECT.match(phrase):
        return None
    return (low + begin, low + begin + len(phrase))
