"""The five real articles: two state their date, and their litter is masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.model import Article, DateBasis
from stancedesk.importers import discover, read_any

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared is not here")


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    found = [
        item for path in discover([SEEDS]) if isinstance(path, Path) for item in read_any(path)
    ]
    assert all(isinstance(item, Article) for item in found)
    return [item for item in found if isinstance(item, Article)]


def test_all_are_read_and_three_are_undated(articles: list[Article]) -> None:
    assert len(articles) == 5
    assert sum(article.published is None for article in articles) == 3
    assert {article.published for article in articles} == {None, "2022-01-02", "2022-02-16"}
    assert all((a.published is None) == (a.date_basis is DateBasis.UNKNOWN) for a in articles)


def test_their_litter_is_masked_and_their_quotations_are_not(articles: list[Article]) -> None:
    masked = [article.text[start:end] for article in articles for start, end in article.masks]
    everything = "\n".join(masked)
    for litter in ("[ad_1]", "Source link", "Leave a Reply", "Advertisement", "Downloaded from",
                   "(Image: AP)", "Do check out our", "Posted on",
                   "Our code of editorial values", "08:50 IST"):  # fmt: skip
        assert litter in everything
    assert not any(mark in everything for mark in '“”"')
    assert sum(map(len, masked)) < 0.05 * sum(len(article.text) for article in articles)
