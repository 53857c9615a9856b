"""A few fictional articles for the window to import."""

from __future__ import annotations

from pathlib import Path

ARTICLES = {
    "warning.txt": (
        "Warning from the palace\n\nPublished January 5, 2032\n\n"
        "The capital was quiet on Monday. “If one more ship is stopped, we will answer at sea,” "
        "President Sauli Niinisto of Finland said.\n\n"
        "“There is still a table, and there are still chairs,” Minister Ine Eriksen of Norway "
        "said.\n\n[ad_1]\n"
    ),
    "quay.txt": (
        "Words on the quay\n\nPublished February 9, 2032\n\n"
        "“We will not accept another inspection,” President Sauli Niinisto of Finland said.\n\n"
        "“We welcome the offer and hope for talks,” Minister Ine Eriksen of Norway said.\n\n"
        "“The tankers carry grain 🚢 and nothing else,” Spokesperson Jan Berg of Norway said.\n"
    ),
    "talks.txt": (
        "Talks in the fog\n\nPublished March 1, 2032\n\n"
        "“We have agreed to open the strait,” Minister Ine Eriksen of Norway said.\n\n"
        "“We thank our neighbours for the offer,” President Sauli Niinisto of Finland said.\n"
    ),
    "nodate.txt": (
        "A letter without a day\n\n"
        "“We will answer any attack,” Spokesperson Jan Berg of Norway said.\n"
    ),
    "empty.txt": "",
}


def write_articles(folder: Path) -> None:
    """Write the articles into a folder."""
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
