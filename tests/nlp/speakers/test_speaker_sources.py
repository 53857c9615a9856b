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


def completed(text: str, content: str, cue: str, speaker: str) -> str:
    found = Found((span(text, content),), Kind.INDIRECT, span(text, cue), span(text, speaker))
    (whole,) = complete(text, [found])
    assert whole.speaker is not None
    return text[slice(*whole.speaker)]


def test_a_noun_of_saying_belongs_to_its_owner() -> None:
    text = "The agency doubted Falk's claim that the bridge was safe."
    assert completed(text, "that the bridge was safe", "claim", "The agency") == "Falk's"


def test_a_name_right_before_saying_says_it() -> None:
    text = "The film shows Ada Moor saying that the bridge was safe."
    assert completed(text, "that the bridge was safe", "saying", "The film") == "Ada Moor"


def test_a_day_or_a_conjunction_before_saying_does_not_speak() -> None:
    for middle in ("wrote again on Friday", "left. While"):
        text = f"Falk {middle} saying that the bridge was safe."
        assert completed(text, "that the bridge was safe", "saying", "Falk") == "Falk"


def test_a_source_has_no_stray_marks_and_no_half_words() -> None:
    text = "OSLO ) Norway's minister Ada Moor, who read, said it was safe."
    assert completed(text, "it was safe", "said", ") Norway") == "Norway"
    assert completed(text, "it was safe", "said", "'s minister Ada Moor, who read") == (
        "Norway's minister Ada Moor"
    )


def test_according_to_names_its_source_after_it() -> None:
    text = "Falk would rebuild the bridge, according to the council's plan."
    assert completed(text, "would rebuild the bridge", "according to", "Falk") == (
        "the council's plan"
    )
