"""Which sentences the tagger need not read."""

from stancedesk.nlp.quotes.marks import paragraphs, quotations
from stancedesk.nlp.quotes.quiet import loud

SNOW = "Snow fell on the passes. The market opened late. A ferry ran at noon."


def shown(text: str) -> list[str]:
    return [text[a:b].strip() for _, (a, b) in loud(text, list(paragraphs(text)), quotations(text))]


def test_quiet_sentences_between_quiet_ones_are_left_out() -> None:
    text = f"{SNOW} Moor denied it. {SNOW}"
    assert shown(text) == ["A ferry ran at noon. Moor denied it. Snow fell on the passes."]


def test_no_sentence_of_a_quotation_is_left_out() -> None:
    text = f"“{SNOW} Nobody came. Nobody went.”"
    assert shown(text) == [text]


def test_what_a_colon_opens_is_read_whole() -> None:
    assert shown(f"Moor said:\n{SNOW}") == ["Moor said:", SNOW]
    assert shown(f"MOOR: {SNOW}") == [f"MOOR: {SNOW}"]


def test_a_word_that_hardly_ever_reports_is_not_enough() -> None:
    assert shown("The state made the road. The post was late. The set was put back.") == []


def test_nothing_is_left_of_a_text_without_sayings() -> None:
    assert shown(SNOW) == []
    assert shown("") == []
