"""The article reader: offsets stay true, nothing is loaded, boilerplate is grey or hidden."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from steps import rows

from stancedesk.core.model import Article, Judgement, Kind, Row
from stancedesk.ui.look import current_look
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.reader.document import Offsets, shown
from stancedesk.ui.reader.text import ArticleText, PlainDocument


@given(st.text(max_size=60))
def test_positions_and_offsets_are_each_others_inverse(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.offset(offsets.position(at)) for at in range(len(text) + 1)] == list(
        range(len(text) + 1)
    )
    clean = shown(text)
    assert len(clean) == len(text)
    assert len(clean.encode("utf-16-le")) // 2 == Offsets(clean).position(len(clean))


def test_a_span_after_an_emoji_is_highlighted_where_it_stands(opened: MainWindow) -> None:
    row = next(row for row in rows(opened) if "🚢" in row.text)
    opened.session.select([row.id])
    text = opened.reader.text
    cursor = QTextCursor(text.document())
    offsets = text._offsets
    cursor.setPosition(offsets.position(row.content[0][1]) - 1)
    cursor.setPosition(offsets.position(row.content[0][1]), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.charFormat().background().color().alpha() == 255
    assert cursor.selectedText() == row.text[-1]
    cursor.setPosition(offsets.position(row.content[0][1]) + 2)
    assert cursor.charFormat().background().color().alpha() == 0


def test_markup_in_an_article_is_shown_as_text_and_loads_nothing(qtbot) -> None:
    view = ArticleText()
    qtbot.addWidget(view)
    words = '<img src="http://example.org/x.png"><script>alert(1)</script> <a href="file:///">x</a>'
    view.show_article(Article(words, id=1), (), None)
    assert view.toPlainText() == words
    document = view.document()
    assert isinstance(document, PlainDocument)
    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.loadResource(kind, QUrl("http://example.org/x.png")) is None
    assert view.isReadOnly()


def test_boilerplate_can_be_hidden(opened: MainWindow) -> None:
    row = next(row for row in rows(opened) if row.title == "Warning from the palace")
    opened.session.select([row.id])
    text = opened.reader.text

    def visible() -> str:
        block, found = text.document().begin(), []
        while block.isValid():
            if block.isVisible():
                found.append(block.text())
            block = block.next()
        return "\n".join(found)

    assert "[ad_1]" in visible()
    opened.reader.boilerplate.setChecked(True)
    assert "[ad_1]" not in visible()
    assert "the capital was quiet" in visible().lower()


def test_the_margin_says_who_speaks_about_whom(opened: MainWindow) -> None:
    row = rows(opened)[0]
    opened.session.select([row.id])
    assert opened.reader.text._who(row) == "FIN → NOR"


def test_find_goes_round_at_the_end(opened: MainWindow) -> None:
    opened.session.select([rows(opened)[0].id])
    text = opened.reader.text
    assert text.find_text("President")
    first = text.textCursor().position()
    assert text.find_text("President")
    assert text.textCursor().position() == first
    assert not text.find_text("no such words")


def test_statements_wear_the_colour_of_their_side(opened: MainWindow) -> None:
    look = current_look()
    harsh, mild = look.wash(-0.9), look.wash(0.9)
    assert harsh.red() > harsh.blue()
    assert mild.blue() > mild.red()


def test_a_change_of_theme_keeps_the_place_in_the_article(qtbot) -> None:
    text = ArticleText()
    qtbot.addWidget(text)
    text.resize(320, 200)
    text.show()
    words = "\n\n".join(f"Paragraph {n} of a long report." for n in range(80))
    text.show_article(Article(words, id=1), (), None)
    text.verticalScrollBar().setValue(400)
    text.restyle()
    assert text.verticalScrollBar().value() == 400


def test_articles_of_any_length_can_follow_each_other_while_the_window_changes(qtbot) -> None:
    text = ArticleText()
    qtbot.addWidget(text)
    text.show()
    for number in range(12):
        words = "A sentence that is long enough to be wrapped once. " * (400 if number % 2 else 1)
        statement = Row(
            number, number, ((0, 20),), words[:20], Kind.INDIRECT, None, None, Judgement(),
            None, "", "", "machine", False,
        )  # fmt: skip
        text.resize(300 + 40 * (number % 3), 200 + 90 * (number % 2))
        text.show_article(Article(words, id=number), (statement,), number)
        qtbot.wait(5)
        assert text.toPlainText() == words
