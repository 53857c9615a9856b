"""One place where texts become articles: masks found, dates looked for, overrides laid on."""

from __future__ import annotations

from dataclasses import replace

from stancedesk.core.model import Article, DateBasis, Span
from stancedesk.errors import UserError
from stancedesk.importers import clean, dates, headline
from stancedesk.importers.language import SAMPLE, language

LONGEST = 2_000_000
"""Characters of one article: a long novel. Its analysis takes minutes and is not cut short."""


def build(
    text: str,
    *,
    importer: str,
    path: str,
    title: str = "",
    source: str = "",
    url: str = "",
    published: str | None = None,
    plain: bool = False,
) -> Article:
    """An article of tidy `text` with its boilerplate masked and its date as far as it is known.

    Args:
        text: What `decode.tidy` gives.
        importer: Name of the importer.
        path: File or address, shown to the user.
        title: Headline from metadata.
        source: Outlet from metadata.
        url: Address from metadata.
        published: ISO day from metadata; where it is None the text's own labels are asked.
        plain: The text carries its headline and outlet itself, in its first lines.

    Raises:
        UserError: It is longer than any article.
    """
    if len(text) > LONGEST:
        raise UserError(
            f"{path} has {len(text):,} characters, too many for one article"
            f" (the limit is {LONGEST:,}).",
            "Split it into one file an article, or make it JSON Lines, one article a line.",
        )
    masks = clean.masks(text)
    if plain:
        stated = headline.fields(text)
        title = title or stated.get("title", "") or headline.headline(text, masks)
        url = url or stated.get("url", "")
        source = source or stated.get("source", "")
    basis = DateBasis.METADATA if published else DateBasis.UNKNOWN
    if published is None and (stated_date := dates.find_date(text)):
        published, basis = stated_date[0], DateBasis.TEXT
    return Article(
        text=text,
        title=" ".join(title.split())[:500],
        source=" ".join((source or headline.domain(url)).split())[:200],
        url=url[:2_000],
        published=published,
        date_basis=basis,
        masks=masks,
        importer=importer,
        path=path,
        language=language(_beginning(text, masks)),
    )


def _beginning(text: str, masks: tuple[Span, ...]) -> str:
    """The first words of the article itself: the page around it may speak another language."""
    parts: list[str] = []
    for start, end in clean.unmasked(masks, 0, len(text)):
        parts.append(text[start : min(end, start + SAMPLE)])
        if sum(map(len, parts)) >= SAMPLE:
            break
    return " ".join(parts)


def with_overrides(article: Article, date: str | None = None, source: str | None = None) -> Article:
    """The article with a date (basis GIVEN) and a source that the user gave for it.

    Raises:
        UserError: The date is not a day that can be.
    """
    if date:
        day = dates.parse_date(date)
        if day is None:
            raise UserError(f"“{date}” is no date.", "Give it as 2022-02-15.")
        article = replace(article, published=day, date_basis=DateBasis.GIVEN)
    return replace(article, source=source) if source else article
