"""Commands that give what a project holds: statements, a chart, counts."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any, cast

import click

from stancedesk.cli.filters import query_from, query_options
from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, give, results, tell
from stancedesk.errors import UserError


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@query_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "parquet"]),
    default="csv",
    show_default=True,
    help="Parquet needs the extra [parquet].",
)
def statements(project: Path, form: str, **options: Any) -> None:
    """Print the statements of PROJECT that the filters select."""
    from stancedesk.services.export import write_statements
    from stancedesk.services.parquet import write_parquet
    from stancedesk.store import Project

    query = query_from(options)
    if form == "parquet" and results() is not sys.stdout:
        raise UserError(
            "A Parquet table is nothing to read on a terminal.",
            "Write it to a file: stancedesk statements ... --format parquet > FILE.parquet",
        )
    with Project.open(project) as source:
        if form == "parquet":
            count = write_parquet(source, query, sys.stdout.buffer)
        else:
            count = write_statements(source, query, results(), form)
    tell(f"{count} statements.")


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
def datasette(project: Path) -> None:
    """Print metadata with which Datasette shows PROJECT as a web site."""
    from stancedesk.services.datasette import metadata
    from stancedesk.store import Project

    with Project.open(project) as source:
        give(json.dumps(metadata(source), ensure_ascii=False, indent=2))


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--out", required=True, type=click.Path(path_type=Path), help="FILE.png, .svg or .pdf"
)
@query_options
@click.option(
    "--bin",
    "bin_",
    type=click.Choice(["auto", "day", "week", "month", "quarter"]),
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
@click.argument("project", type=click.Path(path_type=Path))
@click.pass_context
def info(ctx: click.Context, project: Path) -> None:
    """Print counts, versions, runs and the integrity of PROJECT."""
    from stancedesk.services.export import describe
    from stancedesk.store import Project

    with Project.open(project, check=False) as source:
        lines, sound = describe(source)
    for line in lines:
        give(line)
    ctx.exit(0 if sound else FAILED_INPUT)
