"""A morning's work in a row leaves nothing behind; the whole day is `make soak`'s matter."""

from __future__ import annotations

from pathlib import Path

from stancedesk.ui.main_window import MainWindow
from tests.benchmarks.soak import Soak, growth


def test_filtering_exporting_and_importing_leave_no_thread_file_or_qt_object_behind(
    opened: MainWindow, tmp_path: Path
) -> None:
    worker = Soak(opened, tmp_path, ("FIN", "NOR"))
    counts = [worker.round(number, filters=100, exports=5) for number in (1, 2)]
    assert worker.done == {"filter changes": 200, "exports": 10, "imports": 2}
    added = growth(counts, warm=1)
    assert added.pop("memory growth % (lower is better)") < 10
    assert max(added.values()) <= 0, added
