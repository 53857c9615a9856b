"""What the article lets a source phrase mean: short names, papers, unnamed officials."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase, Resolver

DATE = "2018-05-08"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


def last(kb: KnowledgeBase, text: str, mention: str, earlier: str = "") -> Resolution:
    """Resolve the last place of a mention, after that of an earlier source of the article."""
    memory, resolver = ArticleMemory(kb, text, DATE), Resolver(kb)
    if earlier:
        resolver.resolve_in_article(earlier, None, text, DATE, memory, text.index(earlier))
    return resolver.resolve_in_article(mention, None, text, DATE, memory, text.rindex(mention))


def test_one_word_of_a_think_tanks_name_is_enough_once_it_was_named(kb: KnowledgeBase) -> None:
    text = "The Heritage Foundation held a talk. It will fail, said Ms. Lund of Heritage."
    found = last(kb, text, "Ms. Lund of Heritage")
    assert (found.country, found.official, found.rule) == ("USA", False, "short name")


def test_a_paper_is_meant_by_the_last_word_of_its_name(kb: KnowledgeBase) -> None:
    text = "The Washington Post had the papers first. The envoy left, the Post wrote."
    assert last(kb, text, "the Post").country == "USA"


def test_an_editorial_speaks_for_the_paper_named_before(kb: KnowledgeBase) -> None:
    text = "The People's Daily answered on Friday. The editorial said patience was over."
    found = last(kb, text, "The editorial")
    assert (found.country, found.official) == ("CHN", True)


def test_one_and_the_other_are_of_the_kind_spoken_of(kb: KnowledgeBase) -> None:
    text = "Xinhua ran two editorials, one saying so. The other said it would not end well."
    assert last(kb, text, "The other").country == "CHN"
    assert last(kb, "Three men met. The other said no.", "The other").country is None


def test_the_official_is_the_one_brought_in_before(kb: KnowledgeBase) -> None:
    text = (
        "A senior official in the Norwegian prime minister's office called it untrue. "
        "Danish officials kept quiet. We do not spy, the official told a reporter."
    )
    earlier = "A senior official in the Norwegian prime minister's office"
    assert last(kb, text, "the official", earlier).country == "NOR"


def test_a_statement_is_the_last_sources(kb: KnowledgeBase) -> None:
    text = "The State Department told travellers to leave. Roads are unsafe, the statement said."
    found = last(kb, text, "the statement", "The State Department")
    assert (found.country, found.official) == ("USA", True)


def test_an_unnamed_spokesman_speaks_for_the_state_that_the_sentence_begins_with(
    kb: KnowledgeBase,
) -> None:
    text = "Chile recalled its envoy, with a foreign ministry spokesman saying talks were over."
    assert last(kb, text, "a foreign ministry spokesman").country == "CHL"


def test_two_people_side_by_side_speak_for_both_the_first_first(kb: KnowledgeBase) -> None:
    found = Resolver(kb).resolve(
        "Mr Xi and Russian President Putin", "Mr Xi and Russian President Putin agreed.", DATE
    )
    assert (found.country, found.countries) == ("CHN", ("CHN", "RUS"))
    assert (found.rule, found.person) == ("joint", "Xi Jinping")


def test_a_former_minister_speaks_for_the_body_that_he_or_she_heads_now(kb: KnowledgeBase) -> None:
    mention = "Jean-Claude Juncker, a former prime minister of Luxembourg"
    found = Resolver(kb).resolve(mention, f"{mention}, said so.", DATE)
    assert (found.country, found.official) == ("EU", True)


def test_a_land_that_an_institute_studies_is_not_its_own(kb: KnowledgeBase) -> None:
    for mention in (
        "Ann Hale, Japan Chair at the Center for Strategic and International Studies",
        "Ann Hale, of the Center for Iran and Persian Gulf Studies at Princeton University",
    ):
        assert Resolver(kb).resolve(mention, f"{mention}, said so.", DATE).country == "USA"


@pytest.mark.parametrize(
    "mention",
    [
        "Ann Hale, the State Department's envoy from 2009 to 2013",
        "Ann Hale, who was a Pentagon official under President George W. Bush",
        "Representative Ann Hale of Minnesota",
        "multiple sources",
        "Ann Hale, deputy director of the Lake Group",
        "a chorus of voices in Washington",
        "Ohio Gov. Ann Hale",
        "Colonel Ann Hale, the former commander of British troops in Iraq",
    ],
)
def test_past_service_members_and_private_posts_are_not_official(
    kb: KnowledgeBase, mention: str
) -> None:
    assert not Resolver(kb).resolve(mention, f"{mention}, said so.", DATE).official


def test_a_leader_in_office_is_not_what_a_name_beside_him_is_called(kb: KnowledgeBase) -> None:
    text = (
        "It takes on President Barack Obama, Sen. Ann Hale in Afghanistan says. "
        "Critics of the Obama plan agree. We are done, Obama said."
    )
    memory = ArticleMemory(kb, text, "2014-05-08")
    found = Resolver(kb).resolve_in_article(
        "Obama", None, text, "2014-05-08", memory, text.rindex("Obama")
    )
    assert (found.country, found.official) == ("USA", True)


def test_a_leaders_family_name_is_not_completed_by_a_relative(kb: KnowledgeBase) -> None:
    text = "First lady Melania Trump smiled. We will see, President Trump said."
    found = last(kb, text, "President Trump")
    assert (found.country, found.person, found.official) == ("USA", "Donald Trump", True)


def test_a_party_of_a_longer_name_is_another_party(kb: KnowledgeBase) -> None:
    mention = "Rami Sayed, head of the Arab Democratic Party"
    assert Resolver(kb).resolve(mention, f"{mention}, said so.", DATE).country is None


def test_without_a_date_one_who_served_two_speaks_for_whom_the_article_is_about(
    kb: KnowledgeBase,
) -> None:
    text = "The EU and Britain met. The European Union is ready, Michel Barnier said."
    memory = ArticleMemory(kb, text, None)
    found = Resolver(kb).resolve_in_article("Michel Barnier", None, text, None, memory, 60)
    assert found.country == "EU"


def test_a_president_of_old_is_not_official_because_he_is_called_so(kb: KnowledgeBase) -> None:
    text = "President Jimmy Carter, the 39th president of the United States, spoke. Carter smiled."
    assert not last(kb, text, "Carter").official


def test_the_north_is_no_state_where_the_name_goes_on(kb: KnowledgeBase) -> None:
    mention = "Choe Ro Min, head of the North America bureau of the North Korean foreign ministry"
    found = Resolver(kb).resolve(mention, f"{mention}, said so.", DATE)
    assert (found.country, found.official) == ("PRK", True)


def test_a_post_for_a_think_tank_is_its_own(kb: KnowledgeBase) -> None:
    mention = "Ann Hale, a managing director for the Asia Society"
    assert Resolver(kb).resolve(mention, f"{mention}, said so.", DATE).country == "USA"


def test_state_media_are_of_the_state_that_the_sentence_begins_with(kb: KnowledgeBase) -> None:
    text = "North Korea's leader promised more, state media reported."
    assert last(kb, text, "state media").country == "PRK"


def test_western_officials_stay_nobodys_beside_a_state(kb: KnowledgeBase) -> None:
    text = "Norway warned of more. Western counterterrorism officials said groups were growing."
    assert last(kb, text, "Western counterterrorism officials").country is None


def test_the_title_of_a_book_names_no_country_of_its_author(kb: KnowledgeBase) -> None:
    text = "Ann Hale, author of Last Light: Yemen, al-Qaeda, and America's Century, disagreed."
    assert last(kb, text, text.partition(", disagreed")[0]).country is None


def test_what_one_phrase_told_of_a_person_holds_for_the_next(kb: KnowledgeBase) -> None:
    text = "Ann Hale, who advised the Finnish government, spoke. It is late, Hale said."
    assert last(kb, text, "Hale", "Ann Hale, who advised the Finnish government").country == "FIN"


def test_officials_in_two_states_are_theirs_and_a_diplomat_there_is_nobodys(
    kb: KnowledgeBase,
) -> None:
    resolver = Resolver(kb)
    both = resolver.resolve("officials in Egypt and Russia", "", DATE)
    assert (both.countries, both.official) == (("EGY", "RUS"), True)
    assert resolver.resolve("a report by a European embassy in Beirut", "", DATE).country is None


def test_initials_tell_father_and_son_apart(kb: KnowledgeBase) -> None:
    assert Resolver(kb).resolve("George H.W. Bush", "", "2005-05-05").person == "George H. W. Bush"
    assert Resolver(kb).resolve("George W. Bush", "", "2005-05-05").official
    assert Resolver(kb).resolve("John R. Bolton", "", DATE).person == "John Bolton"


def test_a_leader_named_with_the_country_alone_is_official(kb: KnowledgeBase) -> None:
    assert Resolver(kb).resolve("Narendra Modi of India", "", DATE).official
    mention = "Ann Hale, a member of the Ohio delegation and of the House"
    assert not Resolver(kb).resolve(mention, "", DATE).official
    assert not Resolver(kb).resolve("Trump allies", "", DATE).official


def test_a_state_is_no_namesake_of_a_headline(kb: KnowledgeBase) -> None:
    text = "Read: Bold China Vows More. We are ready, China said."
    assert last(kb, text, "China").country == "CHN"
    text = "Rep. Jim Jordan stood up. It is over, Jordan said."
    assert last(kb, text, "Jordan").country == "USA"


def test_where_a_writer_reports_from_is_not_whom_he_or_she_speaks_for(kb: KnowledgeBase) -> None:
    mention = "New Yorker writer Ann Hale, who has been reporting from Afghanistan since 1988"
    assert Resolver(kb).resolve(mention, f"{mention}, said so.", DATE).country == "USA"
    assert Resolver(kb).resolve("Sana residents", "Sana residents said so.", DATE).country == "YEM"


def test_another_official_is_nobodys_where_no_official_was_named(kb: KnowledgeBase) -> None:
    text = "Turkey will send more troops. Is it a victory, another official said."
    assert last(kb, text, "another official").country is None
