"""Makes the sample project from the fictional articles in resources/sample, by the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from stancedesk.cli import make_sample

if __name__ == "__main__":
    target = Path(sys.argv[1])
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        make_sample(target)
