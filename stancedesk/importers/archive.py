"""Zip archives of all that can be read; nothing is unpacked to a place that the archive names."""

from __future__ import annotations

import logging
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from stancedesk.core.model import Article
from stancedesk.core.ports import Failure
from stancedesk.errors import UserError, phrase
from stancedesk.importers import container
from stancedesk.importers.columns import Choose, guess
from stancedesk.importers.decode import shown

_CHUNK = 1 << 20
_log = logging.getLogger(__name__)


class ArchiveImporter:
    """Reads .zip files: each file in it as if it lay in a folder. Archives inside are refused."""

    name = "zip"
    suffixes: tuple[str, ...] = (".zip",)

    def read(self, path: Path) -> Iterator[Article | Failure]:
        """Articles of the files in the order of their names; a Failure for each bad file.

        Hidden files and kinds that no importer reads are passed over.

        Raises:
            UserError: It is no archive, is damaged, grows too large, or holds nothing to read.
        """
        return self.read_columns(path, guess)

    def read_columns(self, path: Path, choose: Choose) -> Iterator[Article | Failure]:
        """The same, with the chosen columns of tables."""
        # Imported late: the registry knows this module.
        from stancedesk.importers.registry import importer_for, suffixes

        passed = read = 0
        with (
            container.opened(path, phrase("a zip archive")) as archive,
            TemporaryDirectory() as folder,
        ):
            for found in sorted(archive.infolist(), key=lambda each: each.filename):
                name = PurePosixPath(found.filename.replace("\\", "/"))
                if found.is_dir() or any(part.startswith((".", "__MACOSX")) for part in name.parts):
                    continue
                importer = importer_for(Path(name.name))
                if importer is None:
                    passed += 1
                    continue
                read += 1
                place = f"{shown(path)}/{name.name}"
                if importer.name == self.name:
                    yield Failure(place, UserError(f"{place} is an archive in an archive.",
                                                   "Unpack it first."))  # fmt: skip
                    continue
                yield from _member(archive, found, Path(folder), place, choose)
        if passed:
            _log.info("%s: passed over %d files of other kinds", path, passed)
        if not read:
            raise UserError(
                f"{shown(path)} holds no file of a kind that StanceDesk reads.",
                f"It reads {', '.join(suffixes())}.",
            )


def _member(
    archive: zipfile.ZipFile, found: zipfile.ZipInfo, folder: Path, place: str, choose: Choose
) -> Iterator[Article | Failure]:
    from stancedesk.importers.registry import read_any

    # The suffixes choose the importer; nothing else of the name reaches the disk.
    suffix = "".join(PurePosixPath(place).suffixes[-2:]).lower()
    copy = folder / f"member{suffix}"
    try:
        container.check_open(found, Path(place))
        _copy(archive, found, copy)
    except UserError as error:
        yield Failure(place, error)
        return
    except (zipfile.BadZipFile, EOFError, NotImplementedError, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        yield Failure(place, UserError(f"{place} is damaged: {error}."))
        return
    try:
        for outcome in read_any(copy, choose):
            yield _renamed(outcome, shown(copy), place)
    finally:
        copy.unlink(missing_ok=True)


def _copy(archive: zipfile.ZipFile, found: zipfile.ZipInfo, target: Path) -> None:
    """Unpack one file; zipfile gives no byte more than the directory claims."""
    with archive.open(found) as source, target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)


def _renamed(outcome: Article | Failure, copy: str, place: str) -> Article | Failure:
    if isinstance(outcome, Article):
        return replace(outcome, path=outcome.path.replace(copy, place))
    error = outcome.error
    return Failure(
        outcome.path.replace(copy, place),
        UserError(error.message.replace(copy, place), error.hint),
    )
