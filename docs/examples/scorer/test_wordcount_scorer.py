"""The example's own test: it needs the product's values, neither its models nor a window."""
# ruff: noqa: D103 (a test says by its name what it shows)

from __future__ import annotations

from wordcount_scorer import WordCount

from stancedesk.core.ports import StanceItem, StanceScorer


def test_it_is_a_scorer() -> None:
    assert isinstance(WordCount(), StanceScorer)


def test_an_offer_of_talks_is_positive_and_says_why() -> None:
    (score,) = WordCount().score([StanceItem("we offer talks")])
    assert score.stance == 0.3
    assert score.evidence[0].text == "talks"


def test_weights_add_up_to_the_stance_and_the_order_is_kept() -> None:
    items = [StanceItem("sanctions, then an attack"), StanceItem("nothing"), StanceItem("peace")]
    scores = WordCount().score(items)
    assert [score.level for score in scores] == [-2, 0, 1]
    for score in scores:
        weights = sum(reason.weight or 0.0 for reason in score.evidence)
        assert score.stance == max(-1.0, min(1.0, weights))
