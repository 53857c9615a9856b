"""The whole reading: offsets, reasons, and any text whatsoever."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancedesk.core.model import Analysed, Article, Kind
from stancedesk.nlp import pipeline
from stancedesk.nlp.pipeline import Pipeline

STORY = """Talks resume after a week of silence

French President Emmanuel Macron said on Monday that he was ready to meet his counterpart. “We \
have never closed the door,” he told reporters in Lyon. “It is for the others to walk through it.”

A spokesman for the Iranian foreign ministry rejected the offer as “a theatre without actors”.
"""

text_with_marks = st.text(
    st.one_of(st.characters(), st.sampled_from("\"“”‘’'«»`:—-.,\n said told \ud800\x00")),
    max_size=400,
)


@pytest.fixture(scope="module")
def reading() -> Pipeline:
    return Pipeline.load()


def judged(reading: Pipeline, text: str) -> list[Analysed]:
    return reading.analyse(text, "2022-03-01")


def test_a_story_gives_its_statements_with_speaker_and_country(reading: Pipeline) -> None:
    found = judged(reading, STORY)
    quoted = [item for item in found if "never closed" in item.text]
    assert [item.judgement.country for item in quoted] == ["FRA"]
    assert quoted[0].judgement.person == "Emmanuel Macron"
    assert quoted[0].judgement.official
    assert quoted[0].found.kind is Kind.DIRECT
    assert "walk through it" in quoted[0].text
    assert any(item.judgement.country == "IRN" and item.judgement.stance < 0 for item in found)


def test_every_judgement_says_why(reading: Pipeline) -> None:
    for item in judged(reading, STORY):
        fields = {reason.field for reason in item.judgement.evidence}
        assert {"speaker", "country", "stance"} <= fields
        for reason in item.judgement.evidence:
            if reason.span is not None:
                assert 0 <= reason.span[0] <= reason.span[1] <= len(STORY)


def test_boilerplate_holds_no_statement(reading: Pipeline) -> None:
    start = STORY.index("“We have")
    masked = Article(text=STORY, masks=((start, len(STORY)),))
    (found,) = reading.analyse_many([masked])
    assert all(span[1] <= start for item in found for span in item.found.content)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text_with_marks)
def test_any_text_is_read_the_same_way_twice_and_spans_lie_inside_it(
    reading: Pipeline, text: str
) -> None:
    first = judged(reading, text)
    assert first == judged(reading, text)
    for item in first:
        last = 0
        for start, end in item.found.content:
            assert last <= start < end <= len(text)
            last = end
        for span in (item.found.cue, item.found.speaker):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert -1 <= item.judgement.stance <= 1
        assert item.judgement.level in (-2, -1, 0, 1, 2)


def test_documents_read_together_give_what_they_give_alone(reading: Pipeline) -> None:
    other = "“No,” said the German chancellor.\n\nNATO warned of consequences."
    together = reading.analyse_many([Article(text=STORY), Article(text=other)])
    assert together == [reading.analyse(STORY), reading.analyse(other)]


def test_the_components_work_in_any_spacy_pipeline() -> None:
    nlp = spacy.blank("en")
    for name in ("statements", "speakers", "actors", "stance"):
        nlp.add_pipe(f"stancedesk_{name}")
    doc = nlp(STORY)
    assert doc._.statements
    assert all(
        item.text in pipeline.words_of(STORY, item.found.content) for item in doc._.statements
    )
