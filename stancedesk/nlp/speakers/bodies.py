"""What "it" and "they" may mean: bodies, states, pairs of people with which sentences begin."""

from __future__ import annotations

import re

from stancedesk.core.model import Span
from stancedesk.nlp.speakers.people import NameTest, People
from stancedesk.nlp.speakers.phrases import description, subject
from stancedesk.nlp.speakers.sentences import Sentences


class Bodies:
    """The bodies of an article by sentence.

    Args:
        text: The article.
        people: The people in it.
        sentences: Its sentences.
        place: Says whether a phrase is a place, a state or an organisation.
    """

    def __init__(self, text: str, people: People, sentences: Sentences, place: NameTest) -> None:
        self.text = text
        self.people = people
        self.sentences = sentences
        self.place = place

    def pair(self, number: int) -> Span | None:
        """Two people whom a sentence names side by side as those who act, from name to name."""
        if number < 0:
            return None
        start, end = self.sentences.starts[number], self.sentences.starts[number + 1]
        names = self.people.within((start, end))
        if len(names) < 2 or len(self.text[start : names[0].phrase[0]].split()) > 8:
            return None
        between = self.text[names[0].span[1] : names[1].span[0]]
        if not re.fullmatch(r"(?:,[^,.]{0,60})?,? and (?:[\w’'. -]{0,50} )?", between):
            return None
        return names[0].phrase[0], names[1].span[1]

    def main_clause(self, number: int) -> Span | None:
        """The state or body that a sentence is about behind its first clause: "While ..., Oslo"."""
        if number < 0:
            return None
        start, end = self.sentences.starts[number], self.sentences.starts[number + 1]
        match = _MAIN.match(self.text, start, min(end, start + 600))
        if match is None or not self.place(match.group(1)):
            return None
        return match.span(1)

    def opening(self, start: int, end: int) -> Span | None:
        """The noun phrase that opens a sentence, if it is a body or place and no person."""
        match = _OPENING.match(self.text, start, min(end, start + 120))
        if match is None or subject(self.people, match.span(1)) is not None:
            return None
        phrase = match.group(1)
        if description(phrase) is None and not self.place(phrase.removeprefix("The ")):
            return None
        return match.span(1)


_MAIN = re.compile(
    r"(?:While|Although|Though|As|After|When|Since|If|Because|Before)\b[^.;“”\"]{10,400}?,\s"
    r"((?:[A-Z][\w’'-]+\s?){0,2}[A-Z][\w’'-]+)\s(?:had|has|was|is|will|would|did|does)\b"
)
_OPENING = re.compile(
    r"((?:The\s)?(?:[A-Z][\w’'.-]*|[a-z]+(?=\s(?:ministry|government|office|agency)))"
    r"(?:\s(?:[A-Z][\w’'.-]*|(?:of|and|for|the|foreign|defence|defense|interior|ministry|government"
    r"|office|agency|officials|party|court|army|military|group|company|statement)\b)){0,6})"
)
