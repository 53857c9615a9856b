"""The window from the first start to a corrected statement, as a user goes through it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from steps import click_item, drop, press, rows, settle, tick

from stancedesk.core.model import Article, DateBasis, Query
from stancedesk.store import Project
from stancedesk.ui.main_window import MainWindow


def test_the_first_start_offers_sample_new_open_and_drop(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.welcome
    for button in (window.welcome.sample, window.welcome.new, window.welcome.open):
        assert button.isVisible()
    assert "Drop" in window.welcome.drop.text()
    assert not window.menus.actions["import_files"].isEnabled()


def test_files_dropped_without_a_project_say_what_to_do(
    window: MainWindow, articles: Path, qtbot
) -> None:
    drop(window, articles)
    qtbot.waitUntil(lambda: "Open or create a project first" in window.banner.message)


def test_an_empty_project_says_how_to_import(window: MainWindow, tmp_path: Path, qtbot) -> None:
    assert window.projects.open(tmp_path / "new.stance", create=True)
    settle(window, qtbot)
    assert window.bench.pages.currentWidget() is window.bench.empty


def test_articles_without_a_statement_are_not_taken_for_filters_that_leave_nothing(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "unread.stance"
    with Project.create(path) as made:
        made.add_article(Article("Nobody is quoted here.", date_basis=DateBasis.UNKNOWN))
    assert window.projects.open(path)
    settle(window, qtbot)
    assert window.bench.pages.currentWidget() is window.bench.empty
    assert window.bench.empty.title.text() == "No statement yet"


def test_a_project_shows_counts_statements_chart_and_filters(opened: MainWindow) -> None:
    assert opened.top.counts.text() == "4 articles · 8 statements"
    assert opened.top.undated.text() == "1 undated"
    assert opened.table.table.rowCount() == 8
    assert opened.charts.view.figure.data.n == 7
    ticks = {opened.filters.countries.model.index(at).data() for at in range(2)}
    assert ticks == {"Finland", "Norway"}


def test_ticking_a_country_narrows_table_and_chart(opened: MainWindow, qtbot) -> None:
    tick(opened.filters.countries, "NOR")
    settle(opened, qtbot)
    assert {row.judgement.country for row in rows(opened)} == {"NOR"}
    assert opened.table.table.rowCount() == 5
    assert opened.charts.view.figure.data.codes == ("NOR",)
    assert opened.bench.amount.text() == "5 of 8 statements · speaking for Norway"


def test_ticking_a_person_narrows_to_what_that_person_said(opened: MainWindow, qtbot) -> None:
    tick(opened.filters.persons, "Jan Berg")
    settle(opened, qtbot)
    assert {row.judgement.person for row in rows(opened)} == {"Jan Berg"}
    assert opened.table.table.rowCount() == 2


def test_filters_that_leave_nothing_say_how_to_get_back(opened: MainWindow, qtbot) -> None:
    opened.session.set_query(Query(countries=("FIN",), persons=("Jan Berg",)))
    settle(opened, qtbot)
    nothing = opened.bench.nothing
    assert opened.bench.pages.currentWidget() is nothing
    assert "Jan Berg" in nothing.words.text()
    QTest.mouseClick(nothing.reset, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert opened.table.table.rowCount() == 8


def test_search_finds_words_and_marks_them(opened: MainWindow, qtbot) -> None:
    QTest.keyClicks(opened.top.search, "grain")
    qtbot.waitUntil(lambda: opened.session.query.text == "grain")
    settle(opened, qtbot)
    assert [row.judgement.person for row in rows(opened)] == ["Jan Berg"]
    assert opened.table.cells.needles == ("grain",)
    QTest.keyClick(opened.top.search, Qt.Key.Key_Escape)
    settle(opened, qtbot)
    assert opened.table.table.rowCount() == 8


def test_undated_statements_are_reachable_and_never_plotted(opened: MainWindow, qtbot) -> None:
    QTest.mouseClick(opened.top.undated, Qt.MouseButton.LeftButton)
    settle(opened, qtbot)
    assert [row.published for row in rows(opened)] == [None]
    assert opened.charts.view.figure.data.n == 0


def test_a_row_opens_its_article_and_rings_its_point(opened: MainWindow, qtbot) -> None:
    click_item(opened.table, opened.table.table.index(2, 4))
    row = opened.table.table.row_at(2)
    assert row is not None
    assert opened.session.chosen == (row.id,)
    assert opened.reader.title.text() == row.title
    assert opened.charts.view._chosen == row.id
    start, end = row.content[0]
    article = opened.session.article(row.article_id)[0]
    assert article.text[start:end] == row.text
    assert row.judgement.person in opened.coding.speaker.value.text()


def test_a_statement_clicked_in_the_article_is_chosen_in_the_table(
    opened: MainWindow, qtbot
) -> None:
    opened.session.select([rows(opened)[0].id])
    other = opened.article_rows[1]
    text = opened.reader.text
    cursor = text.textCursor()
    cursor.setPosition(text._offsets.position(other.content[0][0] + 3))
    where = text.cursorRect(cursor).center()
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened.session.chosen == (other.id,)
    assert opened.table.chosen() == [other.id]


def test_a_key_corrects_the_stance_and_undo_takes_it_back(opened: MainWindow, qtbot) -> None:
    row = rows(opened)[0]
    opened.session.select([row.id])
    press(opened.table, "5")
    settle(opened, qtbot)
    corrected = opened.session.row(row.id)
    assert (corrected.judgement.level, corrected.coder) == (2, "M. Okafor")
    assert opened.coding.levels.buttons[2].isChecked()
    undo = opened.menus.actions["undo"]
    assert undo.text() == "&Undo Set stance to +2 on 1 statement"
    undo.trigger()
    settle(opened, qtbot)
    assert opened.session.row(row.id).judgement == row.judgement
    opened.menus.actions["redo"].trigger()
    settle(opened, qtbot)
    assert opened.session.row(row.id).judgement.level == 2


def test_several_statements_get_their_country_at_once(opened: MainWindow, qtbot) -> None:
    chosen = [row.id for row in rows(opened)[:3]]
    opened.session.select(chosen)
    assert opened.coding.place.text() == "3 statements chosen: changes go to all"
    opened.coding.country.start()
    editor = opened.coding.country.editor
    editor.clear()
    QTest.keyClicks(editor, "Sweden")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert {row.judgement.country for row in opened.session.rows(chosen)} == {"SWE"}


def test_an_unknown_country_is_refused_with_a_hint(opened: MainWindow, qtbot) -> None:
    opened.session.select([rows(opened)[0].id])
    opened.review.edited("country", "Ruritania")
    assert "Ruritania" in opened.banner.message
    assert opened.session.project.undo_label() is None


def test_what_is_no_statement_leaves_the_table_and_can_be_found_again(
    opened: MainWindow, qtbot
) -> None:
    row = rows(opened)[0]
    opened.session.select([row.id])
    opened.menus.actions["reject"].trigger()
    settle(opened, qtbot)
    assert row.id not in [each.id for each in rows(opened)]
    opened.session.narrow(rejected=True)
    settle(opened, qtbot)
    assert [each.id for each in rows(opened)] == [row.id]


def test_enter_confirms_and_goes_on(opened: MainWindow, qtbot) -> None:
    first, second = rows(opened)[:2]
    opened.session.select([first.id])
    opened.table.setFocus()
    QTest.keyClick(opened.table, Qt.Key.Key_Return)
    settle(opened, qtbot)
    assert opened.session.row(first.id).reviewed
    assert opened.session.chosen == (second.id,)


def test_the_review_queue_begins_with_the_least_certain(opened: MainWindow, qtbot) -> None:
    opened.menus.actions["review"].trigger()
    settle(opened, qtbot)
    confidences = [row.judgement.confidence for row in rows(opened)]
    assert confidences == sorted(confidences)
    assert opened.session.chosen == (rows(opened)[0].id,)


def test_a_heading_sorts_through_sql(opened: MainWindow, qtbot) -> None:
    opened.table.sortByColumn(3, Qt.SortOrder.DescendingOrder)
    settle(opened, qtbot)
    stances = [row.judgement.stance for row in rows(opened)]
    assert stances == sorted(stances, reverse=True)


def test_copied_rows_are_a_table_with_headings(opened: MainWindow) -> None:
    opened.session.select([row.id for row in rows(opened)[:2]])
    opened.menus.actions["copy"].trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["Date", "Speaker", "Country"]
    assert len(lines) == 3


def test_an_article_dated_by_hand_comes_onto_the_chart(opened: MainWindow, qtbot) -> None:
    opened.review.show_undated()
    settle(opened, qtbot)
    row = rows(opened)[0]
    opened.session.select([row.id])
    opened.review.date_article()
    from stancedesk.ui.dialogs.article_date import ArticleDateDialog

    dialog = opened.findChild(ArticleDateDialog)
    QTest.keyClicks(dialog.day, "2032-02-20")
    dialog.accept()
    opened.reset_filters()
    settle(opened, qtbot)
    assert opened.session.row(row.id).published == "2032-02-20"
    assert opened.charts.view.figure.data.n == 8
    assert opened.menus.actions["undo"].isEnabled()


def test_selected_text_becomes_a_statement(opened: MainWindow, qtbot) -> None:
    row = rows(opened)[0]
    opened.session.select([row.id])
    text = opened.reader.text
    start = text.toPlainText().index("The capital")
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 30, cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    opened.menus.actions["add_statement"].trigger()
    settle(opened, qtbot)
    added = opened.session.row(opened.session.chosen[0])
    assert added.text == "The capital was quiet on Monda"
    assert added.coder == "M. Okafor"


def test_state_comes_back_when_a_project_is_opened_again(
    opened: MainWindow, project: Path, qtbot
) -> None:
    tick(opened.filters.countries, "NOR")
    settle(opened, qtbot)
    chosen = rows(opened)[1].id
    opened.session.select([chosen])
    opened.session.set_order("stance", True)
    settle(opened, qtbot)
    opened.projects.close()
    assert opened.pages.currentWidget() is opened.welcome
    assert opened.projects.open(project)
    settle(opened, qtbot)
    assert opened.session.query == Query(countries=("NOR",))
    assert (opened.session.order, opened.session.descending) == ("stance", True)
    assert opened.table.chosen() == [chosen]
    head = opened.table.horizontalHeader()
    assert head.sortIndicatorSection() == 3
    assert head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder


def test_a_file_that_is_no_project_is_refused_inline(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "letter.stance"
    path.write_text("no database", encoding="utf-8")
    assert not window.projects.open(path)
    assert "not a StanceDesk project" in window.banner.message
    assert window.pages.currentWidget() is window.welcome


def test_a_project_in_use_elsewhere_can_still_be_read(opened: MainWindow, project: Path) -> None:
    with Project.open(project) as other:
        assert other.count(Query()) == 8


def test_what_is_read_follows_the_filter(opened: MainWindow, qtbot) -> None:
    first = rows(opened)[0]
    opened.session.select([first.id])
    tick(opened.filters.persons, "Jan Berg")
    settle(opened, qtbot)
    assert first.judgement.person != "Jan Berg"
    assert opened.session.chosen == (rows(opened)[0].id,)
    assert opened.table.chosen() == [rows(opened)[0].id]


def test_the_next_statement_follows_one_that_a_coding_takes_out_of_the_list(
    opened: MainWindow, qtbot
) -> None:
    ids = [row.id for row in rows(opened)]
    opened.session.select([ids[2]])
    opened.review.reject()
    settle(opened, qtbot)
    assert opened.session.chosen == (ids[3],)


def test_a_ticked_country_that_has_nothing_left_keeps_its_name(opened: MainWindow, qtbot) -> None:
    opened.session.set_query(Query(countries=("NOR", "CHN")))
    settle(opened, qtbot)
    assert opened.filters.countries.index_of("CHN").data() == "China"
    inner = opened.filters.widget()
    assert inner.height() >= inner.sizeHint().height()


def test_an_empty_chart_says_why_and_what_to_do(opened: MainWindow, qtbot) -> None:
    class Nothing:
        query = Query()

    area = opened.charts
    assert area._hint(Nothing()) == (
        "No statement has a date",
        "Set the date of an article with Alt+D, or import with a date.",
    )
    Nothing.query = Query(countries=("VAR",))
    assert area._hint(Nothing())[1] == "Widen the filters on the left."
    area.choose("changes")
    settle(opened, qtbot)
    assert "both periods" in area._hint(Nothing())[1]
