"""Where the shipped resources and the user's own files live."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """Folder of the shipped resources: in the wheel, beside the source, or in a frozen build."""
    inside = Path(__file__).resolve().parent / "resources"
    if inside.is_dir():
        return inside
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen and (Path(frozen) / "resources").is_dir():
        return Path(frozen) / "resources"
    return Path(__file__).resolve().parent.parent / "resources"


def user_data() -> Path:
    """Folder for the user's own knowledge base, lexicon and crash log; not created here.

    `STANCEDESK_HOME` overrides it; otherwise the platform's custom (XDG on Linux).
    """
    if own := os.environ.get("STANCEDESK_HOME"):
        return Path(own)
    home = home_folder()
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming") / "StanceDesk"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "StanceDesk"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "stancedesk"


def home_folder() -> Path:
    """The user's folder; one that is not there for a user without any (a service, a container)."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.sep, "nonexistent")
