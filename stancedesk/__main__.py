"""`stancedesk` and `python -m stancedesk`: the command line, or the desktop without a command."""

from __future__ import annotations

import io
import sys

from stancedesk.cli import run


def main() -> None:
    """Run the command line and end the process with its exit status."""
    # Results are UTF-8 whatever the locale says: names of the world fit into no other encoding.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a desktop without a terminal may have none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
