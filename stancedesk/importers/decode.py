"""Bytes to text: byte order marks, UTF-8 first, then what charset-normalizer says."""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path

from stancedesk.errors import UserError, phrase

MEGABYTE = 1_000_000
ARTICLE_LIMIT = 50 * MEGABYTE
"""Bytes above which a file cannot be one article."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", phrase("a PDF document")),
    (b"PK\x03\x04", phrase("a zip archive or an office document")),
    (b"\x89PNG", phrase("a PNG picture")),
    (b"\xff\xd8\xff", phrase("a JPEG picture")),
    (b"GIF8", phrase("a GIF picture")),
    (b"\x1f\x8b", phrase("a gzip archive")),
    (b"SQLite format 3\x00", phrase("an SQLite database")),
    (b"\x7fELF", phrase("a program")),
    (b"\xd0\xcf\x11\xe0", phrase("an old office document")),
    (b"{\\rtf", phrase("an RTF document")),
)
_SAMPLE = 65_536
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")


def shown(path: Path) -> str:
    """The path as text that every terminal and database takes, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(path: Path, limit: int = ARTICLE_LIMIT) -> bytes:
    """Content of a regular file of at most `limit` bytes; larger ones are refused unread.

    Raises:
        UserError: The file is missing, not a regular file, not readable, empty or too large.
    """
    check_regular(path)
    try:
        size = path.stat().st_size
        if size > limit:
            raise UserError(
                f"{shown(path)} has {size / MEGABYTE:,.0f} MB, too much for one article"
                f" (the limit is {limit // MEGABYTE} MB).",
                "Split it into one file an article, or make it JSON Lines, one article a line.",
            )
        with path.open("rb") as file:
            # A file may grow between the look and the reading, and /proc files claim size 0.
            raw = file.read(limit + 1)[:limit]
    except OSError as error:
        raise unreadable(path, error) from error
    if not raw:
        raise UserError(f"{shown(path)} is empty.", "Save the article again.")
    return raw


def check_regular(path: Path) -> None:
    """Refuse what is missing, a folder, or would block a reader (pipes, devices).

    Raises:
        UserError: The path is no regular file.
    """
    try:
        if path.is_dir():
            raise UserError(f"{shown(path)} is a folder, not a file.")
        if not path.exists():
            raise UserError(f"{shown(path)} does not exist.", "Check the name.")
        if not path.is_file():
            raise UserError(f"{shown(path)} is not a regular file.", "Give files or folders.")
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> UserError:
    """The sentence for a file that the operating system does not let us read."""
    if isinstance(error, PermissionError):
        return UserError(f"{shown(path)} may not be read.", "Change its permissions.")
    reason = getattr(error, "strerror", None) or str(error)
    return UserError(f"{shown(path)} cannot be read: {reason}.")


def decode(raw: bytes, path: Path, declared: str = "") -> str:
    """Text of a file, tidied: one kind of line end, no NULs, no lone surrogates.

    Args:
        raw: The whole file.
        path: Its name, for messages.
        declared: Encoding that the file itself claims (an HTML meta element), tried after UTF-8.

    Raises:
        UserError: The bytes are not text, or hold no word.
    """
    if kind := kind_of(raw):
        raise UserError(f"{shown(path)} is {kind}, not text.", "Save the article as text.")
    found = _decoded(raw, declared)
    text = tidy(found or "")
    if not any(character.isalpha() for character in text):
        if found is None or text.strip():
            raise UserError(f"{shown(path)} is not text.", "Save the article as text or HTML.")
        raise UserError(f"{shown(path)} holds no text.", "Save the article again.")
    return text


def kind_of(raw: bytes) -> str:
    """What the first bytes say that a file is ("a PDF document"); "" where they say nothing."""
    return next((kind for magic, kind in _MAGIC if raw.startswith(magic)), "")


def check_kind(raw: bytes, path: Path, magic: bytes, wanted: str) -> None:
    """Refuse a file that does not start as its suffix claims.

    Args:
        raw: Its first bytes at least.
        path: Its name, for the message.
        magic: How such files start.
        wanted: What they are, with the article ("an RTF document").

    Raises:
        UserError: It is something else; the message says what, where the bytes tell.
    """
    if not raw.startswith(magic):
        raise wrong_kind(path, kind_of(raw), wanted)


def wrong_kind(path: Path, found: str, wanted: str) -> UserError:
    """The sentence for a file that is not what its suffix claims.

    Args:
        path: Its name.
        found: What it is ("a PDF document"); "" where nobody knows.
        wanted: What it should be ("a Word document").
    """
    message = f"{shown(path)} is {found}, not {wanted}."
    if not found:
        message = f"{shown(path)} is not {wanted}."
    return UserError(message, "Check its suffix, or save it again.")


def tidy(text: str) -> str:
    """One kind of line end, controls as spaces, lone surrogates as U+FFFD, no leading mark."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _CONTROLS.sub(" ", text)
    return _SURROGATES.sub("\ufffd", text).lstrip("\ufeff")


def _decoded(raw: bytes, declared: str) -> str | None:
    """Text, or None for what has more control characters than any text."""
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw[len(bom) :].decode(encoding, "replace")
    if wide := _without_bom(raw):
        return raw.decode(wide, "replace")
    if _binary(raw[:_SAMPLE]):
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(raw, few=0 if _known(declared) not in {"", "utf-8"} else 3):
        return raw.decode("utf-8", "replace")
    return raw.decode(_known(declared) or _guessed(raw), "replace")


def _without_bom(raw: bytes) -> str:
    """UTF-16 without its mark: every other byte of Latin text is NUL."""
    sample = raw[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half >= 8 and odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if half >= 8 and even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _binary(sample: bytes) -> bool:
    """More control characters than any text has; a few NULs by accident are forgiven."""
    controls = len(re.findall(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]", sample))
    return controls > 2 and controls > 0.01 * len(sample)


def _mostly_utf8(raw: bytes, few: int) -> bool:
    """UTF-8 with a few broken places, such as a file cut in the middle of a character."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return broken <= few or (whole > 20 * broken)


def _known(encoding: str) -> str:
    """Python's name of a declared encoding; "" for one that is none of texts."""
    try:
        name = codecs.lookup(encoding).name if encoding else ""
        # Python calls by such names also what packs bytes ("zip") or refuses to be lenient.
        b"\xff\\x41".decode(name or "utf-8", "replace")
    except (LookupError, ValueError):
        return ""
    return "" if "escape" in name else name


def _guessed(raw: bytes) -> str:
    """cp1252 where only the odd quotation mark or accent is not ASCII, else the library's guess."""
    high = sum(byte > 0x7F for byte in raw[:_SAMPLE])
    if high < 0.03 * len(raw[:_SAMPLE]) and not re.search(rb"[\x81\x8d\x8f\x90\x9d]", raw):
        return "cp1252"
    # Imported late: it costs time at start, and few files need it.
    from charset_normalizer import from_bytes

    best = from_bytes(raw[: 4 * _SAMPLE]).best()
    return best.encoding if best else "cp1252"
