"""The command line: composition root and stable scripting interface. Only results go to stdout."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO, cast

import click
from tqdm import tqdm

from stancedesk import __version__
from stancedesk.core.model import Act, Kind, Query
from stancedesk.errors import UserError

FAILED_INPUT, WRONG_USE = 1, 2
DISK_TROUBLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


class Bar:
    """Progress on standard error: a bar on a terminal, silent elsewhere."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None

    def step(self, done: int, total: int, message: str = "") -> None:
        """Show how far the work is; `total` 0 means unknown."""
        if self._bar is None:
            self._bar = tqdm(total=total or None, unit="file", leave=False, disable=None)
        self._bar.total = total or None
        self._bar.n = done
        self._bar.set_description_str(message, refresh=False)
        self._bar.refresh()

    def close(self) -> None:
        """Take the bar from the screen."""
        if self._bar is not None:
            self._bar.close()


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
    return word.endswith(".stance") or os.sep in word or Path(word).exists()


def query_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The filters that `statements` and `chart` share."""
    for option in reversed(
        (
            click.option(
                "--country",
                "countries",
                multiple=True,
                metavar="C",
                help="Country or organisation code (RUS, NATO); repeat for more.",
            ),
            click.option(
                "--person",
                "persons",
                multiple=True,
                metavar="P",
                help="Speaker's name; repeat for more.",
            ),
            click.option(
                "--from", "date_from", type=click.DateTime(["%Y-%m-%d"]), help="First day."
            ),
            click.option("--to", "date_to", type=click.DateTime(["%Y-%m-%d"]), help="Last day."),
            click.option(
                "--text",
                default="",
                metavar="Q",
                help='Words to find; "exact phrase", OR, prefix*.',
            ),
            click.option(
                "--kind", "kinds", multiple=True, type=click.Choice([k.value for k in Kind])
            ),
            click.option("--act", "acts", multiple=True, type=click.Choice([a.value for a in Act])),
            click.option(
                "--source", "sources", multiple=True, metavar="S", help="Outlet; repeat for more."
            ),
            click.option(
                "--officials", "officials_only", is_flag=True, help="Only who speaks for a state."
            ),
            click.option(
                "--reviewed", "reviewed_only", is_flag=True, help="Only what a person has coded."
            ),
            click.option("--reprints", is_flag=True, help="Count reprints of articles too."),
        )
    ):
        command = option(command)
    return command


def iso_day(moment: datetime | None) -> str | None:
    """The day of what an option gave."""
    return moment.date().isoformat() if moment else None


def query_from(options: dict[str, Any]) -> Query:
    """The selection that the shared options describe."""
    return Query(
        countries=tuple(code.upper() for code in options.pop("countries")),
        persons=options.pop("persons"),
        date_from=iso_day(options.pop("date_from")),
        date_to=iso_day(options.pop("date_to")),
        text=options.pop("text"),
        kinds=tuple(Kind(k) for k in options.pop("kinds")),
        acts=tuple(Act(a) for a in options.pop("acts")),
        sources=options.pop("sources"),
        officials_only=options.pop("officials_only"),
        reviewed_only=options.pop("reviewed_only"),
        reprints=options.pop("reprints"),
    )


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


@main.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="For articles that bring no date.")
@click.option("--source", help="Outlet of articles that bring none.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes."
)
@click.pass_context
def import_(
    ctx: click.Context,
    project: Path,
    paths: tuple[Path, ...],
    date: Any,
    source: str | None,
    workers: int,
) -> None:
    """Import files and folders into PROJECT (made if missing) and analyse them."""
    from stancedesk.services.ingest import IngestOptions, ingest
    from stancedesk.store import Project

    options = IngestOptions(iso_day(date), source, workers)
    bar = Bar()
    try:
        with Project.open_or_create(project) as target:
            report = ingest(target, paths, progress=bar, options=options)
    finally:
        bar.close()
    for failure in report.failures:
        tell(f"{failure.path}: {failure.error}")
    for passed in report.passed_over:
        tell(passed)
    for name in report.duplicates:
        tell(f"already there: {name}")
    for _, name in report.reprints:
        tell(f"reprint, counted once: {name}")
    for _, name in report.other_language:
        tell(f"not in English, kept and not analysed: {name}")
    for _, name in report.undated:
        tell(f"undated: {name}")
    tell(report.summary())
    ctx.exit(FAILED_INPUT if report.failures else 0)


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@query_options
@click.option(
    "--format", "form", type=click.Choice(["csv", "jsonl"]), default="csv", show_default=True
)
def statements(project: Path, form: str, **options: Any) -> None:
    """Print the statements of PROJECT that the filters select."""
    from stancedesk.services.export import write_statements
    from stancedesk.store import Project

    query = query_from(options)
    with Project.open(project) as source:
        count = write_statements(source, query, sys.stdout, form)
    tell(f"{count} statements.")


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="FILE.png, .svg or .pdf"
)
@query_options
@click.option(
    "--bin",
    "bin_",
    type=click.Choice(["auto", "day", "week", "month"]),
    default="auto",
    show_default=True,
)
@click.option("--size", default="1600x900", show_default=True, metavar="WxH", help="Pixels.")
@click.option("--scale", type=click.FloatRange(0.25, 8), default=1.0, show_default=True)
@click.option(
    "--theme",
    type=click.Choice(["light", "dark", "transparent"]),
    default="light",
    show_default=True,
)
def chart(
    project: Path, out: Path, bin_: str, size: str, scale: float, theme: str, **options: Any
) -> None:
    """Draw the stance of the selected actors over time into a picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from stancedesk.services.names import names
    from stancedesk.store import Project
    from stancedesk.store.aggregates import Actor
    from stancedesk.ui.charts.export import Look, export_timeline

    width, height = parse_size(size)
    by: Actor = "person" if options["persons"] and not options["countries"] else "country"
    query = query_from(options)
    with Project.open(project) as source:
        export_timeline(
            source,
            query,
            out,
            bin=None if bin_ == "auto" else bin_,
            size=(width, height),
            scale=scale,
            theme=cast(Look, theme),
            by=by,
            names=names(),
        )
    tell(f"{out} written.")


def parse_size(size: str) -> tuple[int, int]:
    """Width and height in pixels from "1600x900".

    Raises:
        click.BadParameter: It is not that, or out of reason.
    """
    width, _, height = size.lower().partition("x")
    if not (
        width.isdigit()
        and height.isdigit()
        and 100 <= int(width) <= 20000
        and 100 <= int(height) <= 20000
    ):
        raise click.BadParameter(
            f"“{size}” is not a size such as 1600x900 (100 to 20000 pixels each)."
        )
    return int(width), int(height)


@main.command()
@click.argument("docs", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def analyze(ctx: click.Context, docs: Path) -> None:
    """Find statements in texts: {"doc", "text", "date"?} a line in, one line out for each."""
    from stancedesk.services.interchange import analyze_rows

    ctx.exit(each_line(docs, analyze_rows))


@main.command()
@click.argument("mentions", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def resolve(ctx: click.Context, mentions: Path) -> None:
    """Say for whom mentions speak: {"id", "mention", "context", "date"} a line."""
    from stancedesk.services.interchange import resolve_rows

    ctx.exit(each_line(mentions, resolve_rows))


@main.command()
@click.argument("texts", type=click.Path(path_type=Path, allow_dash=True))
@click.pass_context
def score(ctx: click.Context, texts: Path) -> None:
    """Score stance: {"id", "text", "context"?, "speaker"?, "country"?} a line."""
    from stancedesk.services.interchange import score_rows

    ctx.exit(each_line(texts, score_rows))


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.pass_context
def info(ctx: click.Context, project: Path) -> None:
    """Print counts, versions, runs and the integrity of PROJECT."""
    from stancedesk.services.export import describe
    from stancedesk.store import Project

    with Project.open(project) as source:
        lines, sound = describe(source)
    for line in lines:
        click.echo(line)
    ctx.exit(0 if sound else FAILED_INPUT)


def each_line(
    path: Path, answer: Callable[[Iterator[dict[str, Any]]], Iterator[dict[str, Any]]]
) -> int:
    """Answer each JSON line of a file or standard input with a JSON line; name the bad ones."""
    failed = 0
    stream: TextIO
    try:
        stream = sys.stdin if str(path) == "-" else path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the name."
        ) from error

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal failed
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:  # nested without end
                row, problem = None, str(error)
            else:
                problem = "not an object"
            if isinstance(row, dict):
                yield row
            else:
                failed += 1
                tell(f"{path}:{number}: {problem}")

    with stream:
        for result in answer(rows()):
            if problem := result.pop("error", None):
                failed += 1
                tell(f"{path}: {result.get('doc', result.get('id'))}: {problem}")
                continue
            click.echo(json.dumps(result, ensure_ascii=False))
    return FAILED_INPUT if failed else 0


def make_sample(target: Path) -> None:
    """Make the sample project from the fictional articles that ship."""
    from stancedesk.services.sample import make

    bar = Bar()
    try:
        report = make(target, bar)
    finally:
        bar.close()
    tell(f"{target}: {report.summary()}")


def tell(sentence: str) -> None:
    """A line for the person at the terminal, never for a pipe."""
    click.echo(sentence, err=True)


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status; a known error is one sentence."""
    try:
        status = main.main(list(arguments), prog_name="stancedesk", standalone_mode=False)
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
