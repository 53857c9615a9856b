"""The command line: composition root and stable scripting interface. Only results go to stdout."""

from stancedesk.cli import articles, lines, results, upkeep, web  # each adds commands to `main`
from stancedesk.cli.articles import make_sample
from stancedesk.cli.root import main, run

__all__ = ["articles", "lines", "main", "make_sample", "results", "run", "upkeep", "web"]
