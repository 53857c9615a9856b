"""Commands that answer lines of JSON with lines of JSON, without a project."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, tell
from stancedesk.errors import UserError


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
