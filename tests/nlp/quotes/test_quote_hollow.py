"""What looks like a statement and tells nothing."""

from stancedesk.core.model import Kind, Span
from stancedesk.nlp.quotes.hollow import empty, is_link


def place(text: str, words: str) -> Span:
    at = text.index(words)
    return (at, at + len(words))


def test_a_bare_pronoun_tells_nothing() -> None:
    text = "Ruritania has denied this."
    assert empty(text, [place(text, "this")], Kind.INDIRECT, place(text, "has denied"))
    text = "Ruritania has denied involvement."
    assert not empty(text, [place(text, "involvement")], Kind.INDIRECT, place(text, "has denied"))


def test_a_headline_says_when_a_warning_came_and_not_what_it_was() -> None:
    text = "Ruritania warns after third bridge is closed"
    content = [place(text, "after third bridge is closed")]
    assert empty(text, content, Kind.INDIRECT, place(text, "warns"))
    text = "After a year the bridge would open, Moor said in Oslo on Monday."
    content = [place(text, "After a year the bridge would open")]
    assert not empty(text, content, Kind.INDIRECT, place(text, "said"))


def test_the_title_of_a_work_is_no_statement() -> None:
    text = "She wrote a book titled “The Bridge of the North”."
    content = [place(text, "“The Bridge of the North”")]
    assert empty(text, content, Kind.DIRECT, place(text, "titled"))
    assert not empty(text, content, Kind.DIRECT, place(text, "wrote"))


def test_links_to_other_articles_are_told_by_their_label() -> None:
    assert is_link("SEE ALSO: Minister calls for calm on the river")
    assert is_link("Read more: What the treaty says")
    assert not is_link("Moor: We stay")
    assert not is_link("See what happened on the river, she said: nothing.")


def test_the_furniture_of_a_page_says_nothing() -> None:
    text = "Story highlights Bridge still contested six years on"
    content = [place(text, "Bridge still contested six years on")]
    assert empty(text, content, Kind.INDIRECT, place(text, "highlights"))


def test_a_headline_says_nothing_of_the_text_below_it() -> None:
    text = "Haran warns after second ship is stopped\nThe head of state came home on Monday"
    below = [place(text, "The head of state came home on Monday")]
    assert empty(text, below, Kind.INDIRECT, place(text, "warns"))
    assert not empty(text, below, Kind.INDIRECT, None)
