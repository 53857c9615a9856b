"""Media that pass on what somebody else said."""

from __future__ import annotations

from stancedesk.core.model import Found, Kind, Span
from stancedesk.nlp.speakers.relay import look_through

MEDIA = {"Norline", "the Norline agency", "Harbour TV"}


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return (start, start + len(words))


def read(text: str, content: str, speaker: str) -> list[tuple[str, str]]:
    found = Found((span(text, content),), Kind.INDIRECT, None, span(text, speaker))
    return [
        (text[slice(*f.speaker)] if f.speaker else "", text[slice(*f.content[0])])
        for f in look_through(text, [found], MEDIA.__contains__)
    ]


def test_a_command_that_an_agency_cites_is_the_speaker() -> None:
    text = "Norline cited the coast guard as saying that two cutters had left the bay."
    assert read(text, "two cutters had left the bay", "Norline") == [
        ("the coast guard", "two cutters had left the bay")
    ]


def test_a_ministry_quoted_in_the_passive_is_the_speaker_of_what_stands_before() -> None:
    text = "The drills ended on Friday night, Ruritania's ministry was quoted by Norline as saying."
    assert read(text, "Ruritania's ministry", "Norline") == [
        ("Ruritania's ministry", "The drills ended on Friday night")
    ]


def test_a_report_within_a_report_belongs_to_the_inner_source() -> None:
    text = "The Eastern Fleet said that its ships were going home, Norline reported."
    assert read(text, "The Eastern Fleet said that its ships were going home", "Norline") == [
        ("The Eastern Fleet", "its ships were going home")
    ]


def test_what_a_medium_says_itself_stays_its_own() -> None:
    text = "The harbour would stay closed until Monday, Norline reported."
    assert read(text, "The harbour would stay closed until Monday", "Norline") == [
        ("Norline", "The harbour would stay closed until Monday")
    ]


def test_other_speakers_are_left_alone() -> None:
    text = "Ann Lee said the Eastern Fleet said that its ships were going home."
    content = "the Eastern Fleet said that its ships were going home"
    assert read(text, content, "Ann Lee") == [("Ann Lee", content)]


def test_a_quotation_in_a_reported_clause_is_of_whom_the_clause_names() -> None:
    text = "The ministry informed that Falk during the call stressed that “the tone helps nobody”."
    start = text.index("that Falk")
    outer = Found(((start, len(text) - 1),), Kind.MIXED, (13, 21), (0, 12))
    (inner,) = look_through(text, [outer], lambda phrase: False)
    assert text[slice(*inner.speaker or (0, 0))] == "Falk"
    assert text[slice(*inner.content[0])] == "“the tone helps nobody”"


def test_a_reported_clause_with_its_own_words_stays_whole() -> None:
    text = "The ministry said that Falk's plan, which Berg said “helps nobody”, was dead."
    start = text.index("that Falk")
    outer = Found(((start, len(text) - 1),), Kind.MIXED, (13, 17), (0, 12))
    assert look_through(text, [outer], lambda phrase: False) == [outer]


def test_whoever_asks_behind_the_quotation_is_its_source_and_not_the_agency() -> None:
    text = "“Whom would it help?” Mr. Falk asked, according to Norline."
    assert read(text, "“Whom would it help?”", "Norline") == [("Mr. Falk", "“Whom would it help?”")]


def test_whoever_stands_before_the_words_is_their_source_and_not_the_agency() -> None:
    text = "Ann Lee, a spokeswoman for the fleet, said that the ships were home, Norline reports."
    assert read(text, "that the ships were home", "Norline") == [
        ("Ann Lee", "that the ships were home")
    ]


def test_a_pronoun_before_the_words_is_their_source_and_not_the_agency() -> None:
    text = "Mr. Falk was hopeful when he announced that the ships were home, reports Norline."
    assert read(text, "that the ships were home", "Norline") == [("he", "that the ships were home")]
