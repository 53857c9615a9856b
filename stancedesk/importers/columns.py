"""Which field of a record or column of a table is what, guessed from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from stancedesk.errors import UserError

FIELDS: dict[str, tuple[str, ...]] = {
    "text": (
        "text", "fulltext", "articletext", "maintext", "bodytext", "body", "content",
        "articlebody", "article", "story", "storytext", "contenttext", "plaintext",
    ),
    "title": ("title", "headline", "heading", "articletitle", "storytitle"),
    "date": (
        "date", "published", "publishdate", "publishedat", "datepublished", "publicationdate",
        "pubdate", "publisheddate", "datetime", "timestamp", "seendate", "day", "pubtime",
    ),
    "source": (
        "source", "outlet", "publisher", "medianame", "sitename", "sourcename", "newspaper",
        "publication", "site", "domain", "mediaoutlet",
    ),
    "url": ("url", "link", "weburl", "articleurl", "storyurl", "uri", "permalink"),
}  # fmt: skip
"""Names by field, letters and digits only, the likeliest first."""


def guess_columns(names: Iterable[str]) -> dict[str, str]:
    """The name to read each field from, of "text", "title", "date", "source" and "url".

    Only names that were recognised; each name serves one field.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(re.sub(r"[\W_]+", "", str(name)).lower(), str(name))
    return {
        field: folded[match]
        for field, known in FIELDS.items()
        if (match := next((name for name in known if name in folded), None))
    }


def check_header(names: Sequence[str], path: str) -> None:
    """Refuse a table without a column of texts; a list of titles is named as what it is.

    Raises:
        UserError: There is no column of texts.
    """
    known = guess_columns(names)
    if "text" in known:
        return
    if "title" in known and ("url" in known or "date" in known):
        raise UserError(
            f"{path} is {_origin(names)} without the texts: titles are no articles.",
            "Save the pages behind its addresses and import those, or export it with full text.",
        )
    raise UserError(
        f"{path} has no column of texts.",
        "Name one column “text” in the first line (and title, date, source, url).",
    )


def _origin(names: Sequence[str]) -> str:
    """Whose list it is, by columns that only they have."""
    folded = {"".join(filter(str.isalnum, str(name))).lower() for name in names}
    if folded >= {"url", "title"} and folded & {"mobileurl", "urlmobile", "sourcecountry"}:
        return "an article list of GDELT"
    if folded & {"storiesid", "medianame", "mediaid", "indexeddate", "mediaurl"}:
        return "a story list of Media Cloud"
    return "a list of articles"
