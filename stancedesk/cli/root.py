"""The command `stancedesk` itself: its group, the desktop, and what becomes of errors."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from stancedesk import __version__
from stancedesk.cli.terminal import FAILED_INPUT, WRONG_USE, tell
from stancedesk.errors import UserError

DISK_TROUBLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


class Desktop(click.Group):
    """A group whose first argument may be a project to open instead of a command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take an unknown first word for a project when it looks like a file."""
        if args and self.get_command(ctx, args[0]) is None and _looks_like_project(args[0]):
            args = ["open", *args]
        return super().resolve_command(ctx, args)


def _looks_like_project(word: str) -> bool:
    # Not Path.exists: it raises where a name is too long or a folder may not be entered.
    return word.endswith(".stance") or os.sep in word or os.path.exists(word)  # noqa: PTH110


@click.group(
    cls=Desktop,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="stancedesk")
@click.option(
    "--screenshot",
    type=click.Path(path_type=Path),
    hidden=True,
    help="Save a picture of the window and end.",
)
@click.pass_context
def main(ctx: click.Context, screenshot: Path | None) -> None:
    """StanceDesk: who said what to whom, and how far it escalates.

    Without a command, `stancedesk [PROJECT]` opens the desktop.
    """
    ctx.obj = screenshot
    if ctx.invoked_subcommand is None:
        ctx.invoke(open_desktop, project=None)


@main.command("open", hidden=True)
@click.argument("project", required=False, type=click.Path(path_type=Path))
@click.pass_context
def open_desktop(ctx: click.Context, project: Path | None) -> None:
    """Open the desktop on a project."""
    from stancedesk import app

    ctx.exit(app.main(project, screenshot=ctx.obj))


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status; a known error is one sentence."""
    try:
        status = main.main(list(arguments), prog_name="stancedesk", standalone_mode=False)
        if sys.stdout is not None:  # closed, or a desktop without a terminal
            sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        tell("Stopped; what was done before is kept.")
        return FAILED_INPUT
    except UserError as error:
        tell(f"stancedesk: {error}")
        return FAILED_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        if error.errno not in DISK_TROUBLE:
            raise
        # What is still to be written would fail again when the process ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        tell(f"stancedesk: the output could not be written: {error.strerror}. Free some space.")
        return FAILED_INPUT
