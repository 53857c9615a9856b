"""`stancedesk` and `python -m stancedesk`: the command line, or the desktop without a command."""

from __future__ import annotations

import sys

from stancedesk.cli import run


def main() -> None:
    """Run the command line and end the process with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
