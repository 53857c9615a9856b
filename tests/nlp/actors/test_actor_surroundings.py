"""What the whole article tells of a source that nothing else tells of."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.ports import Resolution
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase, Resolver

DATE = "2016-05-08"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return KnowledgeBase.load(user_file=Path("no such file"))


def last(kb: KnowledgeBase, text: str, mention: str, *earlier: str) -> Resolution:
    """Resolve the last place of a mention, after those of earlier sources of the article."""
    memory, resolver = ArticleMemory(kb, text, DATE), Resolver(kb)
    for source in earlier:
        resolver.resolve_in_article(source, None, text, DATE, memory, text.index(source))
    return resolver.resolve_in_article(mention, None, text, DATE, memory, text.rindex(mention))


AT_HOME = (
    "America votes in June. American shops closed early, and Washington was quiet. America has "
    "fifty states. A shopkeeper, Ane Dalby, waved a flag. The cashier said that it was late."
)
ABROAD = AT_HOME.replace("American", "Norwegian").replace("America", "Norway")


def test_a_source_without_a_land_belongs_where_its_article_is_at_home(kb: KnowledgeBase) -> None:
    found = last(kb, AT_HOME, "The cashier")
    assert (found.country, found.official, found.rule) == ("USA", False, "surroundings")
    assert found.confidence < 0.5


def test_experts_and_others_may_be_anybodys(kb: KnowledgeBase) -> None:
    text = AT_HOME + " Some experts doubted it."
    assert last(kb, text, "Some experts").country is None


def test_an_article_on_several_lands_is_home_to_nobody(kb: KnowledgeBase) -> None:
    text = "America and Denmark met Sweden. The cashier said that it was late."
    assert last(kb, text, "The cashier").country is None


def test_a_person_needs_the_last_source_to_agree(kb: KnowledgeBase) -> None:
    text = "The American secretary nodded. " + AT_HOME + " It was fun, said Ane Dalby."
    assert last(kb, text, "Ane Dalby").country is None
    assert last(kb, text, "Ane Dalby", "The American secretary").country == "USA"


def test_abroad_a_person_may_be_a_guest(kb: KnowledgeBase) -> None:
    text = "The Norwegian minister nodded. " + ABROAD + " It was fun, said Ane Dalby."
    assert last(kb, text, "Ane Dalby", "The Norwegian minister").country is None
    assert last(kb, ABROAD, "The cashier").country is None
    text = "Norway votes. Norwegian shops closed. Norway is quiet. The cashier said so."
    assert last(kb, text, "The cashier").country == "NOR"


def test_a_guess_from_the_article_is_no_ground_for_another(kb: KnowledgeBase) -> None:
    text = AT_HOME + " It was fun, said Ane Dalby."
    assert last(kb, text, "Ane Dalby", "The cashier").country is None


def test_local_media_are_of_the_land_spoken_of(kb: KnowledgeBase) -> None:
    text = (
        "Norway votes. Norwegian shops closed, and Denmark watched. All is well, local media say."
    )
    found = last(kb, text, "local media")
    assert (found.country, found.official) == ("NOR", False)


def test_both_sides_are_the_two_states_spoken_of(kb: KnowledgeBase) -> None:
    text = "Norway met Denmark about fish. Norway left early. Both sides said it was useful."
    assert last(kb, text, "Both sides").countries == ("NOR", "DNK")
    assert last(kb, "Norway met a man. Both sides said no.", "Both sides").country is None


def test_bare_officials_are_of_the_state_that_spoke_last(kb: KnowledgeBase) -> None:
    text = "The Norwegian minister agreed. So did the Danish one. It was late. Officials said so."
    assert last(kb, text, "Officials", "The Norwegian minister").country == "NOR"
    text = "It was, the Norwegian king said. No, the Danish king said. Then officials left early."
    both = ("the Norwegian king", "the Danish king")
    assert last(kb, text, "officials", *both).country is None


def test_an_administration_official_may_be_called_the_official_later(kb: KnowledgeBase) -> None:
    text = "A senior Obama administration official nodded in Oslo. The official said so twice."
    earlier = "A senior Obama administration official"
    assert last(kb, text, "The official", earlier).country == "USA"


def test_senators_are_american_where_the_article_is_on_america_too(kb: KnowledgeBase) -> None:
    text = (
        "China, China and the United States argued. Senators from both sides of the aisle warned."
    )
    assert last(kb, text, "Senators from both sides of the aisle").country == "USA"
    text = "The Philippines and the United States argued. Manila is calm. Several senators warned."
    assert last(kb, text, "Several senators").country is None


def test_the_north_is_north_korea_where_the_article_says_korea(kb: KnowledgeBase) -> None:
    text = "South Korea waited. The North said that it was ready."
    memory, resolver = ArticleMemory(kb, text, DATE), Resolver(kb)
    found = resolver.resolve_in_article("The North", None, "The North said", DATE, memory, 20)
    assert found.country == "PRK"


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("Ane Dalby, an expert in U.S.-China relations at Chatham House", "GBR"),
        ("Ane Dalby, an analyst for China, Hong Kong and Taiwan at Chatham House", "GBR"),
        ("Liberal Democrat MP Ane Dalby", "GBR"),
        ("Hanan Ashrawi, a member of the Palestine Liberation Organization", "PSE"),
        ("Ms. Monaco", "USA"),
    ],
)
def test_lands_that_are_subjects_or_names_decide_nothing(
    kb: KnowledgeBase, mention: str, code: str
) -> None:
    text = f"Lisa Monaco was there. {mention} said that it was late."
    assert last(kb, text, mention).country == code


def test_what_someone_urged_is_no_apposition(kb: KnowledgeBase) -> None:
    text = "Ane Dalby, urged U.N. Secretary-General António Guterres to wait. Dalby was firm."
    assert last(kb, text, "Dalby").country is None


def test_the_former_head_of_an_organisation_is_at_home_again(kb: KnowledgeBase) -> None:
    mention = "Mohamed ElBaradei, the former head of the International Atomic Energy Agency"
    found = last(kb, f"{mention}, said no.", mention)
    assert (found.country, found.official) == ("EGY", False)


def test_origin_is_not_the_office_of_an_organisations_head(kb: KnowledgeBase) -> None:
    mention = "Zeid Ra'ad al-Hussein, a Jordanian prince"
    found = last(kb, f"{mention}, said no.", mention)
    assert (found.country, found.official) == ("UN", True)


def test_a_family_name_is_not_the_mothers(kb: KnowledgeBase) -> None:
    found = kb.people.by_family("Cruz", "2020-05-07")
    assert found is None or found.term.code == "USA"


def test_without_a_date_the_whole_name_counts_more_than_the_office(kb: KnowledgeBase) -> None:
    found = kb.people.full("Mahmoud Abbas", None, frozenset(("HOS", "HOG")))
    assert found is not None
    assert found.term.code == "PSE"


@pytest.mark.parametrize(
    ("mention", "official"),
    [
        ("Republican House Speaker Ann Roe", True),
        ("House Foreign Affairs Committee Chairman John Roe", False),
        ("Ann Roe, who was the United States ambassador to Norway", False),
        ("Ann Roe, who worked in the Obama administration", False),
        ("Ann Roe, president of the American Movement for Peace", False),
        ("the Global Times newspaper", True),
        ("a reporter of the Global Times newspaper", False),
        ("Norway, which sent two ships,", True),
        ("the Norwegian and Danish sides", True),
        ("Deputy Foreign Minister Anthony Albanese of Australia", True),
    ],
)
def test_offices_of_houses_past_posts_and_papers(
    kb: KnowledgeBase, mention: str, official: bool
) -> None:
    found = last(kb, f"It was late. {mention} said no.", mention)
    assert found.official is official


def test_an_office_before_the_one_on_file_counts(kb: KnowledgeBase) -> None:
    resolver = Resolver(kb)
    mention = "Deputy Foreign Minister Wang Wenbin"
    assert resolver.resolve(mention, f"{mention} said no.", "2016-08-05").official
    assert not resolver.resolve("Wang Wenbin", "Wang Wenbin said no.", "2016-08-05").official


def test_junior_is_no_family_name(kb: KnowledgeBase) -> None:
    assert kb.people.by_family("Jr", "2021-08-05") is None
