"""Writes the man page from the command line's own help: `manpage.py > stancedesk.1`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from os import environ

import click

from stancedesk import __version__
from stancedesk.cli import main

HEAD = """.TH STANCEDESK 1 "{date}" "StanceDesk {version}" "User Commands"
.ad l
.nh
.SH NAME
stancedesk \\- find statements in news articles and chart their stance
.SH SYNOPSIS
.B stancedesk
.RI [ PROJECT ]
.br
.B stancedesk
.I COMMAND
.RI [ OPTION ]...
.SH DESCRIPTION
StanceDesk loads news articles into one project file, finds every quoted or reported statement,
says who spoke and for which country, scores how far the statement escalates or de-escalates,
and charts how that changes over time.
It uses the network for fetch, feeds \\-\\-refresh and import \\-\\-cluster only.
.PP
Without a command it opens the desktop, on PROJECT if one is named.
.SH COMMANDS
"""

TAIL = """.SH EXIT STATUS
.TP
0
Done.
.TP
1
Something in the input failed; each failure is named on standard error, the rest is done.
.TP
2
Wrong use.
.SH ENVIRONMENT
.TP
STANCEDESK_HOME
Folder of the user's own files in place of
.IR ~/.local/share/stancedesk .
.SH FILES
.TP
.I *.stance
A project, an SQLite database.
.TP
.I ~/.local/share/stancedesk/actors.tsv
The user's own actors.
.SH EXAMPLES
.nf
stancedesk import crisis.stance articles/ \\-\\-source "Harbour Post"
stancedesk chart crisis.stance \\-\\-out stance.png \\-\\-country RUS \\-\\-country USA
stancedesk statements crisis.stance \\-\\-format csv > statements.csv
.fi
.SH SEE ALSO
.BR sqlite3 (1)
"""


def roff(text: str) -> str:
    """Text that roff prints as it is."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    plain = plain.replace("“", "\\(lq").replace("”", "\\(rq")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain


def described(command: click.Command) -> str:
    """One command with its options."""
    context = click.Context(command, info_name=command.name)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f".SS stancedesk {roff(command.name or '')} {roff(usage)}", roff(command.help or "")]
    for option in command.params:
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record is not None:
            names = roff(record[0]).replace("|", "\\:|")  # a line may break before each choice
            lines += [".TP", names, roff(record[1]) or "\\&"]
    return "\n".join(lines)


def page() -> str:
    """The whole man page; its date comes from SOURCE_DATE_EPOCH where that is set."""
    epoch = environ.get("SOURCE_DATE_EPOCH")
    day = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    shown = [command for command in main.commands.values() if not command.hidden]
    body = "\n".join(described(command) for command in sorted(shown, key=lambda c: c.name or ""))
    return HEAD.format(date=day.date().isoformat(), version=__version__) + body + "\n" + TAIL


if __name__ == "__main__":
    sys.stdout.write(page())
