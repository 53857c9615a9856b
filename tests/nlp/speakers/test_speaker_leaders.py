"""Bare titles and family names of leaders, and phrases that begin before their span."""

from __future__ import annotations

from stancedesk.core.model import Found, Kind
from stancedesk.nlp.speakers import identify
from stancedesk.nlp.speakers.identity import Identity
from stancedesk.nlp.speakers.whole import whole

LEADERS = {
    "Roe": "president @Avalon",
    "Jane Roe": "president @Avalon",
    "Berg": "president @Sealand",
}


def offices(name: str) -> frozenset[str]:
    return frozenset(LEADERS.get(name, "").split())


def identities(text: str, *speakers: str) -> list[Identity]:
    """Whom the last place of each phrase stands for."""
    found = []
    for speaker in speakers:
        at = text.rindex(speaker)
        end = min(len(text), at + len(speaker) + 12)
        content = ((at + len(speaker) + 1, end),)
        found.append(Found(content, Kind.INDIRECT, None, (at, at + len(speaker))))
    places = ("New Avalon", "Avalon", "South Sealand")
    return identify(text, found, lambda _: False, lambda name: name in places, offices)


def test_the_president_is_the_one_whom_the_article_names_most() -> None:
    text = (
        "Roe signed the bill. Roe said it was late. Roe met Sealand President Ole Berg on Monday. "
        "The president called it a good day for all."
    )
    assert identities(text, "The president")[0].person == "Roe"


def test_a_leaders_family_name_is_not_the_relatives_who_bears_it() -> None:
    text = "First lady Ann Roe waved. President Roe said he would wait. President Roe left at noon."
    assert identities(text, "President Roe")[0].person == "Roe"


def test_a_plural_before_a_place_is_no_title() -> None:
    text = "He told reporters Avalon was ready. Later Avalon said it was not so."
    assert identities(text, "Avalon")[0].person is None


def test_those_who_are_no_person_named_before() -> None:
    text = (
        "Ole Berg’s words riled senators in the house and many leaders who called them a mistake."
    )
    assert identities(text, "who")[0].person is None


def test_they_are_the_two_who_acted_in_the_sentence_before() -> None:
    text = (
        "The bank fell. Then Jane Roe, the president, and Minister Ole Berg came to the rescue. "
        "They offered a grant to the state."
    )
    assert identities(text, "They")[0].mention.endswith("Ole Berg")


def test_the_presidents_aides_are_those_of_the_president() -> None:
    text = "President Jane Roe flew home. Most of all, the president’s aides said she was tired."
    assert identities(text, "the president’s aides")[0].mention == "Jane Roe’s aides"


def test_a_conjunction_before_a_pronoun_changes_nothing() -> None:
    text = "Mr. Ole Berg spoke to the press. But he warned that it would take time."
    assert identities(text, "But he warned")[0].person == "Ole Berg"


def test_a_governor_of_a_state_of_two_words_has_no_part_of_it_for_a_name() -> None:
    text = "The governor of South Sealand Ann Hale said that the road was closed."
    assert identities(text, "Ann Hale")[0].person == "Ann Hale"


def test_a_phrase_begins_with_what_a_hyphen_ties_to_it() -> None:
    text = "Sealand's state-run news agency said so"
    assert text[slice(*whole(text, (16, 31)))] == "Sealand's state-run news agency"


def test_the_name_told_of_belongs_to_the_phrase() -> None:
    text = "Amid the unease, Sealand, a key ally that spoke up, called for calm."
    span = (text.index("a key"), text.index(" spoke"))
    assert text[slice(*whole(text, span))] == "Sealand, a key ally that"


def test_an_office_may_be_a_family_name_behind_a_given_name() -> None:
    text = "Rep. Peter King called it a tragedy. Later King said that it was over."
    assert identities(text, "King")[0].person == "Peter King"


def test_a_president_of_a_land_is_not_any_president() -> None:
    text = "President Jane Roe was there. South Sealand’s president said that he would not go."
    assert identities(text, "South Sealand’s president")[0].person is None
