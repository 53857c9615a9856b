"""Who a phrase speaks for: the rules one by one, and the traps."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from stancedesk.core.ports import ActorResolver
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase, Resolver


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


@pytest.fixture(scope="module")
def resolver(kb: KnowledgeBase) -> Resolver:
    return Resolver(kb)


def test_it_is_a_resolver_of_the_port(resolver: Resolver) -> None:
    assert isinstance(resolver, ActorResolver)


@pytest.mark.parametrize(
    ("mention", "country", "person"),
    [
        ("U\u200bS", "USA", None),
        ("the Krem\u200blin", "RUS", None),
        ("\u202eRussian\u202c President Vladimir\u2060 Pu\u00adtin", "RUS", "Vladimir Putin"),
        ("Iva\u200bn Nobo\u00addyev", None, "Ivan Nobodyev"),
        ("\u202enituP rimidalV\u202c", None, None),
        ("\u0420utin", None, None),  # a Cyrillic letter that looks like a Latin one
    ],
)
def test_characters_that_nobody_sees_hide_no_name_and_make_no_other(
    resolver: Resolver, mention: str, country: str | None, person: str | None
) -> None:
    found = resolver.resolve(mention, "", "2022-02-15")
    assert found.country == country
    if person is not None:
        assert found.person == person


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("the Russian ambassador to Washington", "RUS"),
        ("EU envoy for Syria", "EU"),
        ("the UN's Iran inspectors", "UN"),
        ("Ankara's consul in Mosul", "TUR"),
        ("the French mission to NATO", "FRA"),
        ("the embassy of Japan in Kenya", "JPN"),
        ("an Iranian-backed Iraqi militia leader", "IRQ"),
        ("a Kabul-based spokesman for the United Nations", "UN"),
        ("Nigerien junta spokesman", "NER"),
        ("Nigerian Navy", "NGA"),
        ("the Republic of Congo's prime minister", "COG"),
        ("DR Congo's army", "COD"),
        ("South Korea's unification ministry", "KOR"),
        ("Equatorial Guinea", "GNQ"),
        ("a Papua New Guinea police officer", "PNG"),
        ("Dominican President Luis Abinader", "DOM"),
        ("the Northern Ireland secretary", "GBR"),
        ("the governor of New Mexico", "USA"),
        ("Georgia Senator Raphael Warnock", "USA"),
        ("Georgia's foreign ministry", "GEO"),
        ("Jordan's army", "JOR"),
        ("a lecturer at the American University of Beirut", "LBN"),
        ("an Iran hawk at the Pentagon", "USA"),
        ("Zelensky's chief of staff", "UKR"),
        ("the Merkel government", "DEU"),
    ],
)
def test_the_sender_counts_and_not_the_host(resolver: Resolver, mention: str, code: str) -> None:
    date = "2020-05-05" if "Merkel" in mention else "2022-05-05"
    assert resolver.resolve(mention, f"{mention} said so.", date).country == code


@pytest.mark.parametrize(
    "mention",
    [
        "Western officials",
        "a diplomat",
        "a European diplomat in Riyadh",
        "anti-Russian activists",
        "US-backed rebels",
        "the US-led coalition",
        "Chad Wolfram",
        "Paris Geller's publicist",
        "two people briefed on the talks",
        "she",
        "the ministry",
        "fishermen",
        "",
    ],
)
def test_where_nobody_could_know_the_answer_is_null(resolver: Resolver, mention: str) -> None:
    assert resolver.resolve(mention, f"{mention} said so.", "2022-05-05").country is None


@pytest.mark.parametrize(
    ("mention", "date", "code", "official"),
    [
        ("Mark Rutte", "2021-06-01", "NLD", True),
        ("Mark Rutte", "2025-06-01", "NATO", True),
        ("Volodymyr Zelenskiy", "2022-06-01", "UKR", True),
        ("Petro Poroshenko", "2022-06-01", "UKR", False),
        ("Lavrov", "2022-06-01", "RUS", True),
        ("Medvedev", "2010-06-01", "RUS", True),
        ("Kim Jong-un", "2017-06-01", "PRK", True),
        ("Angela Merkel", "2023-06-01", "DEU", False),
        ("Michelle Bachelet", "2016-06-01", "CHL", True),
        ("Michelle Bachelet", "2020-06-01", "UN", True),
    ],
)
def test_an_office_holder_speaks_for_whom_he_served_that_day(
    resolver: Resolver, mention: str, date: str, code: str, official: bool
) -> None:
    found = resolver.resolve(mention, f"{mention} said so.", date)
    assert (found.country, found.official) == (code, official)


@pytest.mark.parametrize(
    ("mention", "official"),
    [
        ("Turkey's foreign ministry", True),
        ("a former Turkish foreign minister", False),
        ("Hungarian opposition leader", False),
        ("the Iraqi prime minister's wife", False),
        ("an Indian army spokesman", True),
        ("a retired Indian general", False),
        ("Xinhua", True),
        ("Gazprom", False),
        ("a Kenyan farmer", False),
        ("Kenya", True),
        ("US Senator Lindsey Graham", False),
        ("the Russians", True),
        ("an analyst at Chatham House", False),
        ("defence minister and former general Prabowo of Indonesia", True),
    ],
)
def test_standing_follows_the_words_of_the_phrase(
    resolver: Resolver, mention: str, official: bool
) -> None:
    assert resolver.resolve(mention, f"{mention} said so.", "2022-05-05").official is official


def test_joint_speakers_give_all_countries_and_the_first_as_country(resolver: Resolver) -> None:
    found = resolver.resolve(
        "Egypt, Jordan and Qatar", "Egypt, Jordan and Qatar said so.", "2024-01-01"
    )
    assert found.countries == ("EGY", "JOR", "QAT")
    assert (found.country, found.rule) == ("EGY", "joint")


def test_the_evidence_lies_in_the_context(resolver: Resolver) -> None:
    context = "Late on Monday the Polish deputy minister told reporters to wait."
    found = resolver.resolve("the Polish deputy minister", context, "2022-05-05")
    assert found.span is not None
    assert context[slice(*found.span)] == "Polish" == found.text
    assert found.rule == "adjective"


def test_an_apposition_in_the_article_names_the_country_of_a_bare_name(
    kb: KnowledgeBase, resolver: Resolver
) -> None:
    text = (
        "Anna Testova, a spokeswoman for the Estonian border guard, spoke first. "
        "Testova said the crossing would stay open."
    )
    memory = ArticleMemory(kb, text, "2023-01-01")
    found = resolver.resolve_in_article(
        "Testova", None, text, "2023-01-01", memory, text.rindex("Testova")
    )
    assert (found.country, found.person, found.official) == ("EST", "Anna Testova", True)


def test_a_body_without_a_country_is_the_one_named_before(
    kb: KnowledgeBase, resolver: Resolver
) -> None:
    text = "The Finnish defence ministry issued a notice. Drills will go on, the ministry said."
    memory = ArticleMemory(kb, text, "2023-01-01")
    found = resolver.resolve_in_article(
        "the ministry", None, text, "2023-01-01", memory, text.rindex("the ministry")
    )
    assert (found.country, found.rule, found.official) == ("FIN", "said before", True)


def test_one_person_has_one_name(resolver: Resolver) -> None:
    long = resolver.resolve(
        "US Secretary of State Antony Blinken",
        "US Secretary of State Antony Blinken spoke.",
        "2022-05-05",
    )
    short = resolver.resolve("Blinken", "Blinken spoke.", "2022-05-05")
    assert long.person == short.person == "Antony Blinken"


def test_a_family_name_alone_does_not_join_namesakes(resolver: Resolver) -> None:
    context = "Dr. Maria Lavrov, a dentist from Chile, spoke. Lavrov said teeth matter."
    found = resolver.resolve("Lavrov", context, "2022-05-05")
    assert found.person == "Maria Lavrov"
    assert found.country == "CHL"


def test_groups_roll_up_to_their_state_only_where_wanted(
    kb: KnowledgeBase, resolver: Resolver
) -> None:
    assert resolver.resolve("a Hamas spokesman", "", "2022-05-05").country == "HAMAS"
    assert (
        Resolver(kb, roll_up=True).resolve("a Hamas spokesman", "", "2022-05-05").country == "PSE"
    )


def test_a_resolution_takes_less_than_a_millisecond_of_work(resolver: Resolver) -> None:
    mentions = [
        "Turkey's foreign ministry",
        "Lavrov",
        "a diplomat",
        "the Merkel government",
        "Rep. Jim Jordan",
    ] * 40
    resolver.resolve("Lavrov", "Lavrov spoke.", "2022-05-05")
    start = time.process_time()
    for mention in mentions:
        resolver.resolve(mention, f"{mention} said on Monday that it would wait.", "2022-05-05")
    assert (time.process_time() - start) / len(mentions) < 0.001


@pytest.mark.parametrize(
    ("mention", "date", "code", "person"),
    [
        ("Mrs May", "2017-03-29", "GBR", "Theresa May"),
        ("Theresa May", "2017-03-29", "GBR", "Theresa May"),
        ("Kim Jong Un", "2017-10-09", "PRK", "Kim Jong Un"),
        ("Mr. Johnson", "2014-12-17", None, None),
        ("The Sun", "2017-04-10", None, None),
        ("Norway's closest ally, Denmark", None, "DNK", None),
        ("a key North Korean ally", None, None, None),
        ("An official in the Belgian prosecutor's office", None, "BEL", None),
        ("Mr. Halvorsen, who had flown in from Kabul", None, None, None),
        ("a Cuban-American lawyer", None, "USA", None),
        ("Ida Berg, a scholar of Russian law at the University of Oslo", None, "NOR", "Ida Berg"),
    ],
)
def test_it_keeps_out_of_traps_of_real_news(
    resolver: Resolver, mention: str, date: str | None, code: str | None, person: str | None
) -> None:
    found = resolver.resolve(mention, f"{mention} said so.", date)
    assert (found.country, found.person) == (code, person)


def test_a_name_that_the_article_tells_is_taken_for_the_part_of_it(
    kb: KnowledgeBase, resolver: Resolver
) -> None:
    found = resolver.resolve_in_article("leader Kim", "Kim Jong Un", "Leader Kim spoke.", None)
    assert (found.country, found.person) == ("PRK", "Kim Jong Un")


def test_one_who_is_only_chosen_is_not_official(resolver: Resolver) -> None:
    found = resolver.resolve("Ada Moor, Trump's choice for the post", "", "2016-12-13")
    assert (found.country, found.official) == ("USA", False)


def test_the_speaker_of_the_house_is_official_and_a_member_is_not(resolver: Resolver) -> None:
    assert resolver.resolve("Paul Ryan", "", "2016-12-12").official
    assert not resolver.resolve("Paul Ryan", "", "2012-12-12").official


def test_a_given_name_like_a_particle_is_no_family_name_alone(resolver: Resolver) -> None:
    assert resolver.resolve("Ben Emmerson", "Ben Emmerson said so.", "2013-03-15").country is None


def test_a_body_of_many_states_speaks_for_itself_in_a_region_and_not_for_it(
    resolver: Resolver,
) -> None:
    assert resolver.resolve("the director of Gaza's UNRWA operations", "").country == "UN"
    assert resolver.resolve("Iran's UN mission", "").country == "IRN"


def test_a_place_name_may_reach_beyond_the_phrase(kb: KnowledgeBase) -> None:
    text = (
        "“It fell,” says Ann Miller, policy adviser for the Security Project at North Lane, "
        "a think tank in Washington, D.C. “It rose.”"
    )
    assert ArticleMemory(kb, text, "2018-01-01").text == text
