"""Which field of a record or column of a table is what, guessed from its name."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
