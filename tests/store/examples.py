"""Small invented articles and statements for the tests of the store."""

from __future__ import annotations

from random import Random

from stancedesk.core.model import (
    Act,
    Analysed,
    Article,
    DateBasis,
    Evidence,
    Found,
    Judgement,
    Kind,
    Versions,
)
from stancedesk.core.series import day_of, iso_of
from stancedesk.store import Project

FIRST = Versions(app="0.1", model="small", knowledge_base="1", codebook="1")
SECOND = Versions(app="0.1", model="small", knowledge_base="2", codebook="1")

WORDS = ("border", "talks", "grain", "missile", "Élan", "don't", "cease-fire", "2022", "peace")
COUNTRIES = ("AAA", "BBB", "CCC", "DDD", None)
PERSONS = ("Ada Vell", "Bo Quist", "Cy Dorn", None)


def article(number: int, published: str | None = "2022-02-15", source: str = "Gazette") -> Article:
    """An article that differs from the others by its number."""
    return Article(
        text=f"Report {number}. The minister said they would keep the border open. " + "x " * 200,
        title=f"Report {number}",
        source=source,
        published=published,
        date_basis=DateBasis.UNKNOWN if published is None else DateBasis.TEXT,
    )


def analysed(start: int = 0, words: str = "keep the border open", **fields: object) -> Analysed:
    """A machine's finding at an offset; `fields` override those of the judgement."""
    judgement = {
        "speaker_text": "The minister",
        "person": "Ada Vell",
        "role": "minister",
        "country": "AAA",
        "countries": ("AAA",),
        "official": True,
        "targets": ("BBB",),
        "stance": 0.4,
        "level": 1,
        "act": Act.PROMISE,
        "tone": 0.1,
        "confidence": 0.6,
        "evidence": (
            Evidence("stance", "cue", (start, start + 4), "keep", 0.4),
            Evidence("country", "title", (0, 3), "The"),
        ),
    } | fields
    found = Found(((start, start + 10),), Kind.INDIRECT, cue=(11, 15), speaker=(0, 8))
    return Analysed(found, words, Judgement(**judgement))  # type: ignore[arg-type]


def coded_article(project: Project, number: int = 1, statements: int = 1) -> list[int]:
    """Add an article with statements by the machine; return the ids of the statements."""
    run = project.start_run(FIRST)
    added, _ = project.add_article(article(number))
    change = project.add_analysed(
        added, run.id, [analysed(start=20 * at) for at in range(statements)]
    )
    project.finish_run(run.id)
    return list(change.statements)


def random_statement(random: Random, at: int) -> Analysed:
    """A finding with everything drawn at random."""
    countries = tuple(
        dict.fromkeys(c for c in random.choices(COUNTRIES, k=random.choice((1, 1, 2))) if c)
    )
    stance = random.choice((-1.0, -0.5, -0.35, 0.0, 0.1, 0.5, 1.0))
    item = analysed(
        start=20 * at,
        words=" ".join(random.choices(WORDS, k=4)),
        person=random.choice(PERSONS),
        role=random.choice(("minister", "envoy", None)),
        country=countries[0] if countries else None,
        countries=countries,
        official=random.random() < 0.5,
        targets=tuple(dict.fromkeys(random.choices(("AAA", "BBB", "EU"), k=random.randrange(3)))),
        stance=stance,
        level=round(2 * stance),
        act=random.choice((Act.ACCUSE, Act.OFFER, Act.OTHER)),
        tone=random.choice((-0.2, 0.0, 0.3)),
        confidence=random.choice((0.2, 0.5, 0.9)),
    )
    found = Found(item.found.content, random.choice(list(Kind)))
    return Analysed(found, item.text, item.judgement)


def fill(project: Project, random: Random, articles: int, each: int) -> list[int]:
    """Random articles with statements, some reviewed, some rejected; return all statement ids."""
    run = project.start_run(FIRST)
    ids: list[int] = []
    for number in range(articles):
        day = None if random.random() < 0.2 else iso_of(day_of("2022-01-20") + random.randrange(60))
        source = random.choice(("Gazette", "Herald", ""))
        added, _ = project.add_article(article(number, day, source))
        found = [random_statement(random, at) for at in range(each)]
        ids += project.add_analysed(added, run.id, found).statements
    project.finish_run(run.id)
    for statement in random.sample(ids, len(ids) // 8):
        project.code([statement], "Ann", {"country": random.choice(("AAA", "EEE"))})
    project.set_valid(random.sample(ids, 1 + len(ids) // 12), "Ann", valid=False)
    return ids
