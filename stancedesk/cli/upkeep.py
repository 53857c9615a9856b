"""Commands that keep a project file sound: look through it, go back to its backup."""

from __future__ import annotations

from pathlib import Path

import click

from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, give, tell


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
@click.option(
    "--repair",
    is_flag=True,
    help="Make anew what articles and codings give, as they are; a backup is better.",
)
@click.pass_context
def check(ctx: click.Context, project: Path, repair: bool) -> None:
    """Look through all of PROJECT for damage; renew its backup if it is sound."""
    from stancedesk.store import Project, backup

    with Project.open(project, check=False) as source:
        found = source.repair() if repair else source.integrity()
        kept = source.keep_backup()
    for problem in found:
        give(problem)
    if found:
        tell(f"{project.name} is damaged. {backup.hint(project)}")
        ctx.exit(FAILED_INPUT)
    click.echo("sound")
    if kept is not None:
        tell(f"{kept.name} written.")


@main.command()
@click.argument("project", type=click.Path(path_type=Path))
def restore(project: Path) -> None:
    """Put the backup of PROJECT in its place, with no window open on it.

    What was there before is kept beside it under another name.
    """
    from stancedesk.store import Project, backup

    state = backup.day(project)
    aside = Project.restore(project)
    tell(f"{project.name} is as it was on {state}.")
    if aside is not None:
        tell(f"What was there before is in {aside.name}.")
