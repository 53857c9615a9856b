"""Commands that bring articles into a project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from stancedesk.cli.filters import iso_day
from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, Bar, tell, tell_report
from stancedesk.errors import UserError


def columns_of(_: click.Context, option: click.Parameter, said: tuple[str, ...]) -> dict[str, str]:
    """Columns by field from words such as "title=Headline"; "url=" is none.

    Raises:
        click.BadParameter: A word is not that, or its field is none.
    """
    from stancedesk.services.tables import FIELDS

    columns = {}
    for word in said:
        field, equals, name = word.partition("=")
        if not equals or field not in FIELDS:
            raise click.BadParameter(
                f"“{word}” is not FIELD=COLUMN; fields are {', '.join(FIELDS)}.", param=option
            )
        columns[field] = name
    return columns


@main.command("import")
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="For articles that bring no date.")
@click.option("--source", help="Outlet of articles that bring none.")
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes."
)
@click.option(
    "--cluster", metavar="ADDRESS", help="Analyse on the Dask cluster of this scheduler instead."
)
@click.option(
    "--map",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    callback=columns_of,
    help="Which column of a table is its title, text, date, source or url; repeat for more.",
)
@click.pass_context
def import_(
    ctx: click.Context,
    project: Path,
    paths: tuple[Path, ...],
    date: Any,
    source: str | None,
    workers: int,
    cluster: str | None,
    columns: dict[str, str],
) -> None:
    """Import files and folders into PROJECT (made if missing) and analyse them."""
    from stancedesk.services.ingest import IngestOptions, ingest
    from stancedesk.store import Project

    for path in paths:
        if str(path).lower().startswith(("https:/", "http:/")):
            raise UserError(
                f"“{path}” is an address of the web, not a file.",
                "`stancedesk fetch PROJECT ADDRESS` reads it.",
            )
    options = IngestOptions(iso_day(date), source, workers, cluster, columns)
    bar = Bar()
    try:
        with Project.open_or_create(project) as target:
            target.keep_backup()
            report = ingest(target, paths, progress=bar, options=options)
    finally:
        bar.close()
    tell_report(report)
    ctx.exit(FAILED_INPUT if report.failures else 0)


@main.command("reanalyse")
@click.argument("project", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes."
)
@click.option(
    "--cluster", metavar="ADDRESS", help="Analyse on the Dask cluster of this scheduler instead."
)
def reanalyse(project: Path, workers: int, cluster: str | None) -> None:
    """Analyse the articles of PROJECT again that other versions of StanceDesk have read.

    What people coded stays.
    """
    from stancedesk.services.ingest import IngestOptions, analyse_again
    from stancedesk.store import Project

    bar = Bar()
    try:
        with Project.open(project) as target:
            target.keep_backup()
            options = IngestOptions(workers=workers, cluster=cluster)
            report = analyse_again(target, progress=bar, options=options)
    finally:
        bar.close()
    if report.resumed:
        tell(f"{report.resumed} articles analysed again, {report.statements} statements found.")
    elif not report.cancelled:
        tell("Every article was analysed with these versions already.")
    if report.cancelled:
        tell("Stopped; the same command goes on.")


def make_sample(target: Path) -> None:
    """Make the sample project from the fictional articles that ship."""
    from stancedesk.services.sample import make

    bar = Bar()
    try:
        report = make(target, bar)
    finally:
        bar.close()
    tell(f"{target}: {report.summary()}")
