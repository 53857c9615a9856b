"""The desktop, put together: settings, theme, window, crash log."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from stancedesk import __version__
from stancedesk.ui import icons, translation
from stancedesk.ui.crash import CrashLog, install_hook
from stancedesk.ui.main_window import MainWindow, apply_theme
from stancedesk.ui.settings import Settings

SETTLE = 400
"""Milliseconds between two looks whether the window has all its contents for a picture."""


def main(project: Path | None = None, screenshot: Path | None = None) -> int:
    """Open the window, on a project if one is given, and run until it is closed.

    Args:
        project: A project file; one that is not there is created.
        screenshot: Save a picture of the window there and end.

    Returns:
        Exit status of the process.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("StanceDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("stancedesk")
    # A picture shows the window as it is delivered, not as this user last left it.
    fresh = TemporaryDirectory() if screenshot else None
    settings = Settings(Path(fresh.name) / "settings.ini" if fresh else None)
    translation.install(app, settings.language)
    log = CrashLog()
    left = log.last()
    log.start()
    window = MainWindow(settings)
    apply_theme(app, window.theme)
    app.setWindowIcon(icons.application())
    install_hook(log, window.say_error)
    window.show()
    if left:
        window.offer_crash_report(left)
    if project is not None:
        # The window paints first; opening may take longer than a frame.
        QTimer.singleShot(
            0, window, lambda: window.projects.open(project, create=not project.exists())
        )
    if screenshot is not None:
        _picture_when_settled(window, screenshot)
    status = app.exec()
    log.stop()
    sys.excepthook = sys.__excepthook__
    if fresh:
        fresh.cleanup()
    return int(status)


def _picture_when_settled(window: MainWindow, target: Path) -> None:
    """Save a picture once everything is listed, drawn and counted, then close the window."""
    timer = QTimer(window)
    timer.setInterval(SETTLE)
    quiet: list[bool] = []

    def look() -> None:
        done = window.session.settled and not window.jobs.busy
        quiet.append(done)
        # Several times in a row: between opening and the first question all is quiet too.
        if quiet[-3:] == [True, True, True]:
            timer.stop()
            window.grab().save(str(target))
            window.close()

    timer.timeout.connect(look)
    timer.start()
