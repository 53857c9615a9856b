"""Commands that bring articles from the web and from watched folders; each asks only when run."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from stancedesk.cli.filters import iso_day
from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, Bar, give, tell, tell_report
from stancedesk.errors import UserError

if TYPE_CHECKING:
    from stancedesk.store import Project

_DATE = click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), help="For articles that bring no date."
)
_SOURCE = click.option("--source", help="Outlet of articles that bring none.")
_LIST = click.option(
    "--list",
    "listed",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="A text file with more addresses, one a line; - is standard input.",
)


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("addresses", nargs=-1)
@_LIST
@_DATE
@_SOURCE
@click.pass_context
def fetch(
    ctx: click.Context,
    project: Path,
    addresses: tuple[str, ...],
    listed: Path | None,
    date: Any,
    source: str | None,
) -> None:
    """Read pages of the web into PROJECT (made if missing) and analyse them.

    Sites are asked one page every two seconds at most, and only what their robots.txt allows.
    """
    from stancedesk.services.feeds_pages import fetch as read
    from stancedesk.services.ingest import IngestOptions
    from stancedesk.store import Project

    urls, bad = _urls(addresses, listed)
    if not urls and not bad:
        raise click.UsageError("Give an address, or a list of them with --list.")
    bar = Bar()
    try:
        with Project.open_or_create(project) as target:
            target.keep_backup()
            report = read(target, urls, progress=bar, options=IngestOptions(iso_day(date), source))
    finally:
        bar.close()
    tell_report(report)
    ctx.exit(FAILED_INPUT if report.failures or bad else 0)


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option("--add", multiple=True, metavar="ADDRESS", help="Follow a feed; repeat for more.")
@_LIST
@click.option("--remove", multiple=True, metavar="ADDRESS", help="Follow it no longer.")
@click.option("--refresh", is_flag=True, help="Ask all feeds and read what is new.")
@_DATE
@_SOURCE
@click.pass_context
def feeds(
    ctx: click.Context,
    project: Path,
    add: tuple[str, ...],
    listed: Path | None,
    remove: tuple[str, ...],
    refresh: bool,
    date: Any,
    source: str | None,
) -> None:
    """List the feeds of PROJECT, follow more or fewer, read what is new in them.

    The web is asked with --refresh only. An address may be that of a feed or of a site that names
    its feed.
    """
    from stancedesk.services import feeds as following
    from stancedesk.services.ingest import IngestOptions
    from stancedesk.store import Project

    urls, bad = _urls(add, listed)
    report = None
    bar = Bar()
    try:
        with (Project.open_or_create if urls else Project.open)(project) as target:
            _remove(target, remove)
            new, there = following.follow(target, urls)
            for url in there:
                tell(f"followed already: {url}")
            if new and not refresh:
                tell(f"{len(new)} added; --refresh reads them.")
            if refresh:
                target.keep_backup()
                options = IngestOptions(iso_day(date), source)
                report = following.refresh(target, progress=bar, options=options)
            else:
                _list(target)
    finally:
        bar.close()
    if report is None:
        ctx.exit(FAILED_INPUT if bad else 0)
    for failure in report.failed:
        tell(str(failure.error))
    tell_report(report.pages, summary=report.summary())
    ctx.exit(FAILED_INPUT if report.failed or report.pages.failures or bad else 0)


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--every",
    type=click.FloatRange(1, 86_400),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Time between two looks.",
)
@click.option("--once", is_flag=True, help="Look once and end.")
@click.option("--forget", is_flag=True, help="Watch these folders no longer.")
@_DATE
@_SOURCE
@click.pass_context
def watch(
    ctx: click.Context,
    project: Path,
    folders: tuple[Path, ...],
    every: float,
    once: bool,
    forget: bool,
    date: Any,
    source: str | None,
) -> None:
    """Import what is new or changes in FOLDERS, and in those that PROJECT watches, until Ctrl+C.

    The project (made if missing) remembers its folders; the desktop watches them too.
    """
    from stancedesk.services.feeds_folders import SETTLED, forgotten, take
    from stancedesk.services.feeds_folders import watch as add
    from stancedesk.services.ingest import IngestOptions
    from stancedesk.store import Project

    options = IngestOptions(iso_day(date), source)
    failed = False
    with Project.open_or_create(project) as target:
        if forget:
            for path in folders:
                forgotten(target, path)
            return
        for path in folders:
            add(target, path)
        if not target.folders():
            raise UserError(f"{project} watches no folder.", "Name one.")
        target.keep_backup()
        waits = threading.Event()
        while True:
            bar = Bar()
            try:
                report = take(target, progress=bar, options=options)
                if once and report.growing:
                    # Files that were written a moment ago are waited for this once.
                    waits.wait(SETTLED)
                    report = take(target, progress=bar, options=options, before=report)
            finally:
                bar.close()
            failed = bool(report.pages.failures)
            if once or report.pages.read or report.pages.failures:
                tell_report(report.pages)
            if once:
                break
            try:
                waits.wait(every)
            except KeyboardInterrupt:  # how one ends it
                break
    ctx.exit(FAILED_INPUT if failed else 0)


def _urls(said: tuple[str, ...], listed: Path | None) -> tuple[list[str], list[str]]:
    """Addresses of the arguments and of the list, each once, and what is none (told)."""
    from stancedesk.importers.web_feed import feeds_in

    lines = list(said)
    if listed is not None:
        try:
            with (
                sys.stdin
                if str(listed) == "-"
                else listed.open(encoding="utf-8-sig", errors="replace") as file
            ):
                lines += file.read(5_000_000).splitlines()
        except OSError as error:
            raise UserError(
                f"{listed} cannot be read: {error.strerror or error}.", "Check the name."
            ) from error
    urls, bad = feeds_in("\n".join(lines))
    for line in bad:
        tell(f"no address: {line[:200]}")
    return urls, bad


def _remove(target: Project, said: tuple[str, ...]) -> None:
    from stancedesk.importers.web_address import address

    known = {feed.url: feed.id for feed in target.feeds()}
    for each in said:
        url = address(each)
        if url not in known:
            raise UserError(f"{url} is not followed.", "`stancedesk feeds PROJECT` lists what is.")
        target.remove_feed(known[url])


def _list(target: Project) -> None:
    give("address\ttitle\tarticles\twaiting\tasked\tproblem")
    for feed in target.feeds():
        row = (feed.url, feed.title, feed.articles, feed.waiting, feed.asked or "", feed.problem)
        give("\t".join(" ".join(str(cell).split()) for cell in row))
