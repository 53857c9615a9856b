"""Names, titles and messages that look like a page are shown as they are written, nowhere run."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from steps import settle

from stancedesk.core.model import Article, DateBasis
from stancedesk.errors import UserError
from stancedesk.store import Project
from stancedesk.ui.main_window import MainWindow
from stancedesk.ui.statements.view import StatementTable
from stancedesk.ui.words import tip
from tests.store.examples import FIRST, analysed

EVIL = "<img src='file:///etc/hostname'><b>bold</b>"


def hostile(path: Path) -> Path:
    """A project that carries markup wherever a stranger can put some."""
    with Project.create(path) as project:
        run = project.start_run(FIRST)
        words = f"{EVIL} said that it was so."
        article = Article(words, EVIL, EVIL, published="2031-03-04", date_basis=DateBasis.GIVEN)
        added, _ = project.add_article(article)
        found = analysed(words=EVIL, person=EVIL, speaker_text=EVIL, role=EVIL)
        project.add_analysed(added, run.id, [found])
        project.finish_run(run.id)
    return path


def cells(view: QAbstractItemView) -> list[QModelIndex]:
    model, top = view.model(), QModelIndex()
    columns = model.columnCount(top) if isinstance(model, QAbstractTableModel) else 1
    return [
        model.index(row, column, top)
        for row in range(model.rowCount(top))
        for column in range(columns)
    ]


def test_a_tool_tip_says_the_words_and_nothing_else() -> None:
    page = QTextDocument()
    page.setHtml(tip(f"{EVIL}\nand & more"))
    assert page.toPlainText() == f"{EVIL}\nand & more"
    assert tip("5 & more") == "5 & more"


def test_markup_in_a_project_is_words_in_every_label_and_tool_tip(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    assert window.projects.open(hostile(tmp_path / "<b>a<img>.stance"))
    settle(window, qtbot)
    window.session.select([1])
    settle(window, qtbot)
    window.say_error(UserError(f"{EVIL} cannot be read.", "Do something."))
    labels = window.findChildren(QLabel)
    assert [each for each in labels if EVIL in each.text()]
    for each in labels:
        assert "<" not in each.text() or each.textFormat() == Qt.TextFormat.PlainText, each.text()
    tips = [each.toolTip() for each in window.findChildren(QWidget)]
    for view in window.findChildren(QAbstractItemView):
        if view.model() is not None:
            tips += [str(cell.data(Qt.ItemDataRole.ToolTipRole) or "") for cell in cells(view)]
    assert [each for each in tips if "&lt;img" in each]
    assert not [each for each in tips if "<img" in each or "<b>" in each]


def test_copied_cells_are_no_formulas_and_figures_stay_figures(
    window: MainWindow, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "a.stance"
    with Project.create(path) as project:
        run = project.start_run(FIRST)
        added, _ = project.add_article(Article("He said it was so."))
        formula = analysed(words="=1+1", person="@Ada", stance=-0.5, level=-1)
        project.add_analysed(added, run.id, [formula])
        project.finish_run(run.id)
    assert window.projects.open(path)
    settle(window, qtbot)
    window.session.select([1])
    settle(window, qtbot)
    window.findChild(StatementTable).copy()
    cells = QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    assert "'=1+1" in cells
    assert "'@Ada" in cells
    assert not [cell for cell in cells if cell.startswith("'") and cell[1:2] in "0123456789"]
