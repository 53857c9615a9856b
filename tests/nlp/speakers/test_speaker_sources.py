"""Sources that the tagger leaves short."""

from __future__ import annotations

from stancedesk.core.model import Found, Kind, Span
from stancedesk.nlp.speakers.sources import complete


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return (start, start + len(words))


def test_a_joint_source_keeps_its_first_party() -> None:
    text = "Ruritania and others say the strait must stay open."
    found = Found(
        (span(text, "the strait must stay open"),), Kind.INDIRECT, None, span(text, "others")
    )
    (whole,) = complete(text, [found])
    assert whole.speaker is not None
    assert text[slice(*whole.speaker)] == "Ruritania and others"


def test_a_chained_verb_has_the_subject_of_the_first() -> None:
    text = "Ruritania denied any plan to attack, and said the drills were over."
    first = Found(
        (span(text, "any plan to attack"),),
        Kind.INDIRECT,
        span(text, "denied"),
        span(text, "Ruritania"),
    )
    second = Found((span(text, "the drills were over"),), Kind.INDIRECT, span(text, "said"), None)
    assert complete(text, [first, second])[1].speaker == first.speaker


def test_another_sentence_breaks_the_chain() -> None:
    text = "Ruritania denied any plan to attack. It was said the drills were over."
    first = Found(
        (span(text, "any plan to attack"),),
        Kind.INDIRECT,
        span(text, "denied"),
        span(text, "Ruritania"),
    )
    second = Found((span(text, "the drills were over"),), Kind.INDIRECT, span(text, "said"), None)
    assert complete(text, [first, second])[1].speaker is None
