"""The command line's way to a chart: from a project file to a picture, without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made_up_charts import CODES, points
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from stancedesk.core.model import (
    Analysed,
    Article,
    DateBasis,
    Found,
    Judgement,
    Kind,
    Query,
    Versions,
)
from stancedesk.core.series import iso_of
from stancedesk.errors import UserError
from stancedesk.store import Project
from stancedesk.ui.charts.export import export_timeline

SCRIPT = """
import sys
from pathlib import Path
from stancedesk.core.model import Query
from stancedesk.store import Project
from stancedesk.ui.charts.export import export_timeline

with Project.open(sys.argv[1]) as project:
    data = export_timeline(project, Query(), Path(sys.argv[2]), "week", (1600, 900), 1)
print(data.n)
"""


@pytest.fixture(scope="module")
def project_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("charts") / "made up.stance"
    made = points(2, 40, 60)
    with Project.create(path) as project:
        run = project.start_run(Versions("0.1", "rules", "1", "1.0"))
        for at in range(made.ids.size):
            text = f"Statement number {at} was made on the quay."
            day = iso_of(int(made.days[at]))
            article, _ = project.add_article(
                Article(text, published=day, date_basis=DateBasis.GIVEN)
            )
            stance = float(made.stances[at])
            judgement = Judgement(country=CODES[int(made.actor[at])], stance=stance)
            found = Found(((0, len(text)),), Kind.INDIRECT)
            project.add_analysed(article, run.id, [Analysed(found, text, judgement)])
        project.finish_run(run.id)
    return path


def test_a_chart_is_written_where_no_application_and_no_display_is(
    project_file: Path, tmp_path: Path
) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {key: value for key, value in os.environ.items() if key not in hidden}
    out = tmp_path / "chart.png"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(project_file), str(out)],
        env=bare, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout.strip()) == (0, "40"), done.stderr
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (1600, 900)


def test_size_and_scale_multiply(qapp: QApplication, project_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.png"
    with Project.open(project_file) as project:
        query = Query(countries=("OST", "MER"))
        data = export_timeline(project, query, out, size=(640, 360), scale=1.5, theme="dark")
    assert data.codes == ("OST", "MER")
    picture = QImage(str(out))
    assert (picture.width(), picture.height()) == (960, 540)


def test_a_wrong_suffix_is_told_before_anything_is_drawn(
    qapp: QApplication, project_file: Path, tmp_path: Path
) -> None:
    with (
        Project.open(project_file) as project,
        pytest.raises(UserError, match="no format"),
    ):
        export_timeline(project, Query(), tmp_path / "chart.jpeg")
    assert not list(tmp_path.iterdir())
