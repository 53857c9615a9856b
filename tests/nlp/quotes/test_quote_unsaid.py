"""What has source, cue and content and yet was not said."""

import pytest

from stancedesk.core.model import Kind, Span
from stancedesk.nlp.quotes.unsaid import unsaid


def place(text: str, words: str) -> Span:
    at = text.index(words)
    return (at, at + len(words))


def judged(text: str, source: str, cue: str, content: str, kind: Kind = Kind.INDIRECT) -> bool:
    return unsaid(text, [place(text, content)], kind, place(text, cue), place(text, source))


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Moor did not specify which bridge it was.", "did not specify", "which bridge it was"),
        ("Moor has not said whether she goes.", "has not said", "whether she goes"),
        ("Moor declined to comment on the bridge.", "declined to comment on", "the bridge"),
        ("Moor declined to confirm the number.", "declined", "to confirm the number"),
        ("Moor stopped short of saying that it was war.", "saying", "that it was war"),
        ("Moor offered no details of the plan.", "offered no details", "of the plan"),
    ],
)
def test_a_refusal_to_tell_tells_nothing(text: str, cue: str, content: str) -> None:
    assert judged(text, "Moor", cue, content)


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Moor did not deny that it was war.", "did not deny", "that it was war"),
        ("Moor did not rule out a war.", "did not rule out", "a war"),
        ("Moor refused to open the bridge.", "refused", "to open the bridge"),
        ("Moor declined an invitation to Oslo.", "declined", "an invitation to Oslo"),
        ("Moor said she would not say more.", "said", "she would not say more"),
    ],
)
def test_a_denial_or_a_refusal_to_act_is_something_said(text: str, cue: str, content: str) -> None:
    assert not judged(text, "Moor", cue, content)


def test_a_quotation_is_no_refusal() -> None:
    text = "“We are not there,” said Moor, declining to say more."
    assert not judged(text, "Moor", "said", "“We are not there,”", Kind.DIRECT)


def test_a_question_told_for_its_answer_is_not_the_statement() -> None:
    text = "When asked whether she would go, Moor shook her head."
    assert judged(text, "Moor", "asked", "whether she would go")
    text = "Moor was asked about the bridge in the north."
    assert judged(text, "Moor", "asked about", "the bridge in the north")
    text = "Moor asked whether the bridge was safe."
    assert not judged(text, "Moor", "asked", "whether the bridge was safe")


def test_turns_of_phrase_are_no_speech() -> None:
    text = "That said, the bridge is open."
    assert judged(text, "That", "said", "the bridge is open")
    text = "This is, to say the least, a long bridge."
    assert judged(text, "This", "to say", "the least, a long bridge")
    text = "That is what Moor said: the bridge is open."
    assert not judged(text, "Moor", "said", "the bridge is open")


def test_a_label_of_the_page_is_no_speaker() -> None:
    text = "Graphic: Where the bridges are."
    assert judged(text, "Graphic", ":", "Where the bridges are")
    text = "Moor: We know where the bridges are."
    assert not judged(text, "Moor", ":", "We know where the bridges are")
