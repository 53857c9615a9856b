"""Which importer reads a file, and reading it so that one bad file stops nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure, Importer
from stancedesk.errors import UserError
from stancedesk.importers import packed
from stancedesk.importers.archive import ArchiveImporter
from stancedesk.importers.columns import Choose, ReadsColumns, guess
from stancedesk.importers.container import RATIO
from stancedesk.importers.decode import check_regular, shown, unreadable
from stancedesk.importers.docx import DocxImporter
from stancedesk.importers.html import HtmlImporter
from stancedesk.importers.mail import MailImporter, PageArchiveImporter
from stancedesk.importers.odt import OdtImporter
from stancedesk.importers.parquet import ParquetImporter
from stancedesk.importers.pdf import PdfImporter
from stancedesk.importers.records import RecordsImporter
from stancedesk.importers.rtf import RtfImporter
from stancedesk.importers.sheet import SheetImporter
from stancedesk.importers.table import TableImporter
from stancedesk.importers.text import TextImporter
from stancedesk.importers.webarchive import WebArchiveImporter

GROUP = "stancedesk.importers"
_OWN: tuple[Callable[[], Importer], ...] = (
    TextImporter, HtmlImporter, RecordsImporter, TableImporter, SheetImporter, ParquetImporter,
    DocxImporter, OdtImporter, RtfImporter, PdfImporter, MailImporter, PageArchiveImporter,
    WebArchiveImporter, ArchiveImporter,
)  # fmt: skip
_log = logging.getLogger(__name__)


@cache
def importers() -> tuple[Importer, ...]:
    """Our own importers, then those of other packages, each name once.

    A package adds one by an entry point of the group `stancedesk.importers` that names a class
    without arguments. One that cannot be loaded is passed over with a warning in the log.
    """
    found: dict[str, Importer] = {made.name: made for made in (each() for each in _OWN)}
    for entry in entry_points(group=GROUP):
        if entry.name in found:
            continue
        try:
            made = entry.load()()
        except (ImportError, AttributeError, TypeError) as error:
            _log.warning("The importer %s cannot be loaded: %s", entry.name, error)
            continue
        if isinstance(made, Importer):
            found[entry.name] = made
        else:
            _log.warning("The importer %s lacks a name, suffixes or read", entry.name)
    return tuple(found.values())


def suffixes() -> tuple[str, ...]:
    """All suffixes that can be read, sorted."""
    return tuple(sorted({suffix for importer in importers() for suffix in importer.suffixes}))


def importer_for(path: Path) -> Importer | None:
    """The importer whose suffix the name ends with, the longest suffix first."""
    name = path.name.lower()
    fitting = [
        (len(suffix), importer)
        for importer in importers()
        for suffix in importer.suffixes
        if name.endswith(suffix) and len(name) > len(suffix)
    ]
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def read_any(path: Path, choose: Choose = guess) -> Iterator[Article | Failure]:
    """Everything in one file: its articles, and a Failure for what could not be read or is empty.

    Args:
        path: The file.
        choose: Says which columns of a table are what; by default their names do.
    """
    try:
        check_regular(path)
        importer = importer_for(path)
        if importer is None:
            raise UserError(
                f"{shown(path)} is of a kind that StanceDesk does not read.",
                f"It reads {', '.join(suffixes())}.",
            )
        if isinstance(importer, ReadsColumns):
            found = importer.read_columns(path, choose)
        else:
            found = importer.read(path)
        some = False
        read, most = 0, max(packed.SMALL, RATIO * path.stat().st_size)
        for item in found:
            some = True
            yield item
            read += len(item.text) if isinstance(item, Article) else 0
            if read > most:
                # A table may say one long text a million times in a few bytes.
                raise UserError(
                    f"{shown(path)} grows more than {RATIO} times when unpacked;"
                    " reading stopped there.",
                    "Unpack it yourself if you trust it, and import what is in it.",
                )
        if not some:
            raise UserError(f"{shown(path)} holds no article.", "Check that it is the right file.")
    except UserError as error:
        yield Failure(shown(path), error)
    except OSError as error:
        yield Failure(shown(path), unreadable(path, error))
