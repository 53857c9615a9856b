"""What all tests share: Qt without a display, no network, and no thread or timer left behind."""

from __future__ import annotations

import gc
import os
import sys

import hypothesis
import pytest

from tests.hardening import network

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The suite draws the same examples each time; HYPOTHESIS_PROFILE=search looks for new ones.
hypothesis.settings.register_profile("suite", derandomize=True, deadline=None, database=None)
hypothesis.settings.register_profile("search", max_examples=1000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

# What the platform without a display says of itself; everything else that Qt warns of fails a test.
OF_THE_PLATFORM = r"This plugin does not support .*"


def pytest_configure(config: pytest.Config) -> None:
    """Let Qt's messages about the offscreen platform pass, and nothing to the network."""
    network.forbid()
    config.getini("qt_log_ignore").append(OF_THE_PLATFORM)


@pytest.fixture(autouse=True)
def _no_network():
    """Fail a test that tried to reach the network, even where the attempt was caught."""
    network.attempts.clear()
    yield
    assert not network.attempts, f"the network was asked for: {network.attempts}"


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest):
    """Fail a test that leaves a running thread or an active timer of Qt behind."""
    yield
    if "qapp" not in request.fixturenames or "PySide6.QtCore" not in sys.modules:
        return
    from PySide6.QtCore import QThread, QTimer

    found = [each for each in gc.get_objects() if isinstance(each, QThread | QTimer)]
    running = [each for each in found if isinstance(each, QThread) and _is_alive(each, "isRunning")]
    active = [each for each in found if isinstance(each, QTimer) and _is_alive(each, "isActive")]
    for thread in running:
        thread.wait(2000)
    for timer in active:
        timer.stop()
    assert not running, f"threads left running: {running}"
    assert not active, f"timers left active: {[timer.parent() for timer in active]}"


def _is_alive(each: object, question: str) -> bool:
    try:
        return bool(getattr(each, question)())
    except RuntimeError:  # its C++ side is gone already
        return False
