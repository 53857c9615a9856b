"""The identity of each statement's speaker within the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stancedesk.core.model import Found, Span

NameTest = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a source phrase stands for.

    Args:
        mention: The fullest phrase in the article that names the same speaker.
        span: Where it stands, or None if there is none.
        person: Full personal name, if the article lets the reader know it.
        head: Span of the name or the head noun within the phrase.
        context: The sentence around `span`.
        rule: Name of the rule that decided.
    """

    mention: str
    span: Span | None
    person: str | None
    head: Span | None
    context: str
    rule: str


def identify(
    text: str,
    found: Sequence[Found],
    is_person_name: NameTest | None = None,
    is_place: NameTest | None = None,
) -> list[Identity]:
    """One identity for each statement, in order."""
    out = []
    for statement in found:
        span = statement.speaker
        mention = text[span[0] : span[1]] if span else ""
        low = text.rfind("\n", 0, span[0]) + 1 if span else 0
        high = text.find("\n", span[1]) if span else 0
        context = text[low : high if high >= 0 else len(text)]
        out.append(Identity(mention, span, None, span, context, "as it stands"))
    return out
