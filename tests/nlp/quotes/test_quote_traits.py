"""What can be read off a statement's words."""

import pytest

from stancedesk.core.model import Kind, Span
from stancedesk.nlp.quotes.traits import NAMES, traits


def place(text: str, words: str) -> Span:
    at = text.index(words)
    return (at, at + len(words))


def read(
    text: str, source: str, cue: str, content: str, kind: Kind = Kind.INDIRECT
) -> dict[str, float]:
    found = traits(text, [place(text, content)], kind, place(text, cue), place(text, source))
    return dict(zip(NAMES, found, strict=True))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "trait"),
    [
        ("Moor never spoke of war.", "Moor", "never spoke of", "war", "negated"),
        ("Moor will ask for ships.", "Moor", "will ask for", "ships", "modal"),
        ("But if Moor says it is war, it is.", "Moor", "says", "it is war", "supposed"),
        ("Moor went north to discuss war.", "Moor", "to discuss", "war", "infinitive_cue"),
        ("Moor left, saying it was late.", "Moor", "saying", "it was late", "gerund_cue"),
        ("Moor discussed the bridge.", "Moor", "discussed", "the bridge", "topic"),
        ("Moor ordered a bridge.", "Moor", "ordered", "a bridge", "act"),
        ("Moor thinks it is late.", "Moor", "thinks", "it is late", "belief"),
        ("Moor rowed that it was late.", "Moor", "rowed", "that it was late", "unknown_cue"),
        ("Moor asked how it went.", "Moor", "asked", "how it went", "question"),
        ("Moor discussed the bridge.", "Moor", "discussed", "the bridge", "noun_phrase_topic"),
        ("It was late, Moor said.", "Moor", "said", "It was late", "behind"),
        ("He said it was late.", "He", "said", "it was late", "pronoun"),
        ("We said it was late.", "We", "said", "it was late", "first_person"),
        ("The treaty says it is late.", "The treaty", "says", "it is late", "thing"),
        ("Most voters said it was late.", "Most voters", "said", "it was late", "poll"),
        ("Interfax said it was late.", "Interfax", "said", "it was late", "medium"),
        ("Moor says bridge is late", "Moor", "says", "bridge is late", "headline"),
    ],
)
def test_a_trait_is_seen(text: str, source: str, cue: str, content: str, trait: str) -> None:
    assert read(text, source, cue, content)[trait] == 1.0


def test_plain_reported_speech_has_none_of_the_bad_traits() -> None:
    found = read(
        "Ada Moor said that the bridge was late.", "Ada Moor", "said", "that the bridge was late"
    )
    shown = {name for name, value in found.items() if value}
    assert shown == {"words", "saying", "gap", "source_gap"}


def test_a_statement_without_cue_and_source_has_traits() -> None:
    text = "“The bridge is late.”"
    assert len(traits(text, [(0, len(text))], Kind.DIRECT, None, None)) == len(NAMES)
