"""Who a source phrase stands for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancedesk.core.model import Found, Kind
from stancedesk.nlp.speakers import Identity, identify


def named(text: str, *speakers: str) -> list[Identity]:
    """Identities of statements whose source phrases stand in the text one after the other."""
    found = []
    at = 0
    for speaker in speakers:
        start = text.index(speaker, at)
        at = start + len(speaker)
        end = next((n for n in range(at, len(text)) if text[n] in ".\n"), len(text))
        found.append(Found(((at, max(end, at + 1)),), Kind.INDIRECT, None, (start, at), 1.0))
    return identify(text, found, is_place=lambda name: name in ("Ruritania", "Strelsau"))


def person(text: str, *speakers: str) -> str | None:
    return named(text, *speakers)[-1].person


TEXT = (
    "Ruritanian Foreign Minister Ada Moor met General Otto Falk in Strelsau on Monday.\n"
    "Moor said the talks went well. She added that more would follow.\n"
    "Falk said he was not so sure."
)


def test_a_short_name_is_the_person_named_in_full() -> None:
    identity = named(TEXT, "Moor", "Falk")[0]
    assert identity.person == "Ada Moor"


def test_the_fullest_phrase_carries_the_office() -> None:
    identity = named(TEXT, "\nMoor"[1:])[0]
    assert identity.mention.startswith("Ruritanian Foreign Minister Ada Moor")


def test_a_pronoun_is_the_last_prominent_person_of_its_gender() -> None:
    assert person(TEXT, "She") == "Ada Moor"
    assert person(TEXT, "Falk said", "he") == "Otto Falk"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the minister", "Ada Moor"),
        ("the Ruritanian foreign minister", "Ada Moor"),
        ("the general", "Otto Falk"),
        ("a minister", None),
        ("the ministers", None),
        ("the Borovian minister", None),
    ],
)
def test_a_description_is_the_person_who_bears_the_office(phrase: str, name: str | None) -> None:
    assert person(f"{TEXT}\nLater {phrase} said more.", phrase) == name


def test_a_name_given_only_later_counts() -> None:
    text = "Moor said it was over.\nThe news came from Prime Minister Ada Moor herself."
    assert person(text, "Moor") == "Ada Moor"


def test_courtesy_and_first_name_are_one_person() -> None:
    text = "Ms. Moor said no. Later Ada Moor said yes."
    assert [i.person for i in named(text, "Ms. Moor", "Ada Moor")] == ["Ada Moor", "Ada Moor"]


def test_who_takes_the_name_before_it() -> None:
    text = "The plan came from Ada Moor, who said it was final."
    assert person(text, "who") == "Ada Moor"


@pytest.mark.parametrize(
    "phrase",
    [
        "President Ada Moor's office",
        "the office of President Ada Moor",
        "the Moor administration",
        "a lawyer for Ada Moor",
        "Ruritania",
        "the foreign ministry",
        "Ruritania and Borovia",
    ],
)
def test_bodies_and_states_are_no_person(phrase: str) -> None:
    assert person(f"{phrase} said the talks went well. Ada Moor was there.", phrase) is None


@pytest.mark.parametrize(
    "phrase",
    [
        "Ada Moor, a spokeswoman for the army",
        "The envoy to Borovia, Ada Moor",
        "Minister for Foreign Affairs Ada Moor",
        "former U.S. Ambassador Ada Moor",
    ],
)
def test_a_source_phrase_names_its_head(phrase: str) -> None:
    assert person(f"{phrase} said the talks went well.", phrase) == "Ada Moor"


def test_it_is_the_body_that_spoke_last() -> None:
    text = "The Ruritanian defence ministry said all was calm. It added that troops had left."
    first, second = named(text, "The Ruritanian defence ministry", "It")
    assert second.mention == first.mention
    assert second.person is None


def test_it_is_the_body_with_which_a_sentence_before_begins() -> None:
    text = "The Ruritanian foreign ministry answered at once. It added that troops had left."
    (found,) = named(text, "It")
    assert found.mention == "The Ruritanian foreign ministry"


def test_it_is_the_state_of_the_main_clause_before() -> None:
    text = (
        "The Ruritanian ministry said no. While the ministry had waited, Norway had always asked "
        "for more. It said talks would help."
    )
    spans = [text.index("The Ruritanian"), text.index("It said")]
    found = [
        Found(((at + 25, at + 30),), Kind.INDIRECT, None, (at, at + length))
        for at, length in zip(spans, (22, 2), strict=True)
    ]
    identities = identify(text, found, None, lambda phrase: phrase == "Norway")
    assert identities[1].mention == "Norway"


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Ruritanian defence ministry said all was calm. The ministry said more."
    assert named(text, "The Ruritanian defence ministry", "The ministry")[1].mention == (
        "The Ruritanian defence ministry"
    )


def test_no_source_gives_no_identity() -> None:
    identity = identify("All went well.", [Found(((0, 3),), Kind.INDIRECT)])[0]
    assert identity.span is None
    assert identity.person is None


@given(st.text(alphabet="AaBb Mr.,\n’s-\U0001f600", max_size=60), st.integers(0, 59))
def test_any_phrase_of_any_text_has_an_identity_inside_it(text: str, at: int) -> None:
    start = min(at, max(len(text) - 1, 0))
    if start >= len(text):
        return
    found = [Found(((start, len(text)),), Kind.INDIRECT, None, (start, len(text)))]
    identity = identify(text, found)[0]
    assert identity.span is not None
    assert 0 <= identity.span[0] < identity.span[1] <= len(text)


def test_a_pronoun_may_mean_a_source_without_a_name() -> None:
    text = "Ada Moor left. A senior official said it was late. He added that all was well."
    identity = named(text, "A senior official", "He")[-1]
    assert (identity.mention, identity.person) == ("A senior official", None)


def test_a_pronoun_means_no_unnamed_source_of_another_gender() -> None:
    text = "Otto Falk left. A spokeswoman said it was late. He added that all was well."
    assert named(text, "A spokeswoman", "He")[-1].mention != "A spokeswoman"


def test_a_pronoun_in_a_relative_clause_means_the_name_before_it() -> None:
    text = "Otto Falk answered a speech by General Karl Brandt in which he warned of war."
    assert person(text, "Otto Falk", "he") == "Karl Brandt"


def test_the_owner_of_remarks_is_not_whom_a_pronoun_means() -> None:
    text = (
        "Mr Otto Falk was there. Mr Karl Brandt said that Mr Falk's remarks were wrong. "
        "He said that it was late."
    )
    assert person(text, "Mr Karl Brandt", "Mr Falk's remarks", "He") == "Karl Brandt"


def test_a_dash_ends_a_title() -> None:
    text = "Ruritania - Foreign Minister Ada Moor met Falk. Moor said it went well."
    assert named(text, "Moor said"[:4])[0].mention == "Foreign Minister Ada Moor"
