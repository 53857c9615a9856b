"""The filters that commands share, as options and as the Query they describe."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import click

from stancedesk.core.model import Act, Kind, Query


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
