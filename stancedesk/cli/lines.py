"""Commands that answer lines of JSON with lines of JSON, without a project."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TextIO

import click

from stancedesk.cli.root import main
from stancedesk.cli.terminal import FAILED_INPUT, give, tell
from stancedesk.errors import UserError

LINE_LIMIT = 50_000_000
"""Characters above which a line cannot be one article's."""
_HALF = re.compile("[\ud800-\udfff]")


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


def _bounded(stream: TextIO, path: Path) -> Iterator[str]:
    """Lines of no more than a length; what comes after a longer one is not read."""
    number = 0
    while line := stream.readline(LINE_LIMIT + 1):
        number += 1
        if len(line) > LINE_LIMIT:
            raise UserError(
                f"{path}:{number} is longer than {LINE_LIMIT:,} characters; reading stopped there.",
                "Put one text on each line.",
            )
        yield line


def each_line(
    path: Path, answer: Callable[[Iterator[dict[str, Any]]], Iterator[dict[str, Any]]]
) -> int:
    """Answer each JSON line of a file or standard input with a JSON line; name the bad ones."""
    from stancedesk.services.analyse import own_left_out

    failed, answered = 0, False
    stream: TextIO
    try:
        stream = sys.stdin if str(path) == "-" else path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read: {error.strerror or error}.", "Check the name."
        ) from error

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal failed
        for number, line in enumerate(_bounded(stream, path), 1):
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
            try:
                line = json.dumps(result, ensure_ascii=False, allow_nan=False)
            except ValueError:  # an id such as 1e999, which JSON cannot say again
                failed += 1
                tell(f"{path}: an id is no figure that JSON has")
                continue
            # Halves of a character are no UTF-8; JSON may write them out.
            give(_HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", line))
            answered = True
    for sentence in own_left_out() if answered else ():
        tell(sentence)
    return FAILED_INPUT if failed else 0
