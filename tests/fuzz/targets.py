"""What is fuzzed. A target makes its surroundings once, then takes any bytes.

A target's function returns how many bytes or characters it made the product read, and lets through
what must never happen: an exception that is no `UserError`, a broken promise (AssertionError).
"""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from stancedesk.core.model import Article, Query, Span
from stancedesk.errors import UserError
from stancedesk.importers import read_any
from stancedesk.importers.clean import masks, unmasked
from stancedesk.importers.dates import find_date, parse_date
from tests.fuzz import seeds

Fuzz = Callable[[bytes], int]
Target = Callable[[Path], Fuzz]

TILED = 60_000
"""Characters to which every fourth text is repeated: a pattern that backtracks shows there."""
ISO = re.compile(r"\d{4}-\d\d-\d\d")


def words(raw: bytes) -> str:
    """Text of the bytes, lone surrogates and all; some of it repeated to a length."""
    text = raw[1:].decode("utf-8", "surrogateescape")
    if raw and raw[0] % 4 == 3 and text:
        return (text * (TILED // len(text) + 1))[:TILED]
    return text


def check_spans(spans: Sequence[Span], text: str) -> None:
    """Sorted, disjoint, not empty, inside the text."""
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text), f"span {start}-{end} in {len(text)}"
        last = end


def check_article(article: Article) -> None:
    """What the store and the analysis rely on."""
    article.text.encode("utf-8")
    article.title.encode("utf-8")
    check_spans(article.masks, article.text)
    assert article.published is None or ISO.fullmatch(article.published), article.published


def reading(*suffixes: str) -> Target:
    """Files of these kinds; the first byte chooses."""

    def made(folder: Path) -> Fuzz:
        def one(raw: bytes) -> int:
            if not raw:
                return 0
            path = folder / f"a{suffixes[raw[0] % len(suffixes)]}"
            path.write_bytes(raw[1:])
            read_file(path)
            return len(raw)

        return one

    return made


def read_file(path: Path) -> None:
    """Articles or a sentence that names the file; never nothing."""
    found = list(read_any(path))
    assert found, "neither article nor failure"
    for item in found:
        if isinstance(item, Article):
            check_article(item)
        else:
            assert path.name in item.error.message, item.error.message


def inside_containers(folder: Path) -> Fuzz:
    """One file inside a sound office document or archive: the first bytes choose which."""
    whole = [seeds.container(folder, name) for name in seeds.CONTAINERS]

    def one(raw: bytes) -> int:
        if len(raw) < 2:
            return 0
        path, parts = whole[raw[0] % len(whole)]
        name = sorted(parts)[raw[1] % len(parts)]
        target = folder / f"b{path.suffix}"
        with zipfile.ZipFile(target, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, raw[2:] if part == name else content)
        read_file(target)
        return len(raw) + sum(map(len, parts.values()))

    return one


def masking(_: Path) -> Fuzz:
    """Boilerplate and dates in any text."""

    def one(raw: bytes) -> int:
        text = words(raw)
        found = masks(text)
        check_spans(found, text)
        check_spans(list(unmasked(found, 0, len(text))), text)
        if dated := find_date(text):
            assert ISO.fullmatch(dated[0])
            check_spans([dated[1]], text)
        if day := parse_date(text):
            assert ISO.fullmatch(day)
        return len(text)

    return one


def who_speaks(_: Path) -> Fuzz:
    """Statements by rule, whom they stand for, for whom they speak, whom they are about."""
    from spacy.vocab import Vocab

    from stancedesk.nlp import pipeline
    from stancedesk.nlp.actors import KnowledgeBase, Resolver
    from stancedesk.nlp.quotes import Extractor

    pipeline.register_attributes()
    knowledge = KnowledgeBase.load(user_file=Path("none"))
    extractor, vocab = Extractor(), Vocab()
    speakers, actors = pipeline.Speakers(knowledge), pipeline.Actors(Resolver(knowledge))

    def one(raw: bytes) -> int:
        text = pipeline._LONE_SURROGATE.sub("�", words(raw))
        doc = pipeline.tokenizer(vocab, text)
        doc._.found, doc._.published = extractor.find(text), "2022-02-15"
        parties = actors(speakers(doc))._.parties
        assert len(parties) == len(doc._.found)
        for statement in doc._.found:
            check_spans(statement.content, text)
            for span in (statement.cue, statement.speaker):
                check_spans([span] if span else [], text)
        return len(text)

    return one


def whole_analysis(_: Path) -> Fuzz:
    """All of the analysis, encoders included; short texts, since it is slow."""
    from stancedesk.nlp.pipeline import Pipeline

    loaded = Pipeline.load(Path("none"))

    def one(raw: bytes) -> int:
        text = raw.decode("utf-8", "surrogateescape")
        for item in loaded.analyse(text, "2022-02-15"):
            check_spans(item.found.content, text)
            assert -1 <= item.judgement.stance <= 1
            assert 0 <= item.judgement.confidence <= 1
        return len(text)

    return one


def own_actors(folder: Path) -> Fuzz:
    """The user's table of actors, then a phrase of it."""
    from stancedesk.nlp.actors import KnowledgeBase, Resolver

    def one(raw: bytes) -> int:
        path = folder / "actors.tsv"
        path.write_bytes(raw)
        with contextlib.suppress(UserError):
            knowledge = KnowledgeBase.load(user_file=path, cache=folder)
            resolver = Resolver(knowledge)
            phrase = raw.decode("utf-8", "replace").split("\t")[0][:200]
            for mention in ("the Kremlin", "the Russian foreign minister", phrase):
                resolver.resolve(mention, phrase, "2022-02-15")
        return len(raw)

    return one


def opening(folder: Path) -> Fuzz:
    """A sound project with bytes overwritten, or one of another program: refused, or true figures.

    Input: pieces of 4 bytes of place, 1 of length, and as many bytes as that; a place beyond the
    end cuts the file there.
    """
    from stancedesk.services.export import describe
    from stancedesk.store import Project
    from tests.hardening.test_damaged_projects import figures

    sound = seeds.project(folder)
    whole = sound.read_bytes()
    with Project.open(sound) as project:
        truth = figures(project)
    path = folder / "b.stance"

    def one(raw: bytes) -> int:
        for left in folder.glob("b.stance*"):
            left.unlink()
        path.write_bytes(seeds.overwritten(whole, raw))
        try:
            with Project.open(path) as project:
                seen = figures(project)
                list(project.articles())
                project.count(Query(text="border"))
                told = not describe(project)[1]
        except UserError:
            return len(whole)
        assert seen == truth or told, "wrong in silence"
        return len(whole)

    return one


def searching(folder: Path) -> Fuzz:
    """Any text in every field of a filter."""
    from stancedesk.store import Project
    from stancedesk.store.search import match_expression

    project = Project.open(seeds.project(folder))
    counted = project.counts()

    def one(raw: bytes) -> int:
        text = raw.decode("utf-8", "surrogateescape")
        match_expression(text)
        project.count(Query(text=text))
        project.count(Query(countries=(text,), persons=(text,), sources=(text,)))
        with contextlib.suppress(UserError):
            project.count(Query(date_from=text, date_to=text))
        assert project.counts() == counted
        return len(text)

    return one


def arguments(folder: Path) -> Fuzz:
    """Command lines: a word a line. Never a way out of the folder, nor the desktop."""
    from stancedesk import app, cli

    sound = seeds.project(folder).read_bytes()
    room = folder / "room"

    def one(raw: bytes) -> int:
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir()
        (room / "a.stance").write_bytes(sound)
        (room / "a.txt").write_text(seeds.SHORT, encoding="utf-8")
        given = raw.decode("utf-8", "surrogateescape").replace("\x00", "").replace("/", "_")
        line = [w for w in given.replace("..", "__").split("\n") if not w.startswith("--worker")]
        out, err = io.StringIO(), io.StringIO()
        with (
            contextlib.chdir(room),
            patch.object(app, "main", lambda *_, **__: 0),
            patch("sys.stdin", io.StringIO(seeds.LINES)),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
        ):
            status = cli.run(line)
        assert status in (0, 1, 2), status
        assert status != 2 or not out.getvalue(), "results beside wrong use"
        assert status == 0 or err.getvalue(), "failed in silence"
        return len(raw)

    return one


def feeds_and_addresses(_: Path) -> Fuzz:
    """Answers of the web: feeds, rules for programs, addresses; the first byte chooses."""
    from stancedesk.importers.web_address import address, addresses_in
    from stancedesk.importers.web_feed import feeds_of_page, read_feed
    from stancedesk.importers.web_robots import rules

    def one(raw: bytes) -> int:
        text = words(raw[1:])
        match raw[:1]:
            case b"\0" | b"\1":
                with contextlib.suppress(UserError):
                    for entry in read_feed(raw[1:], "https://harbour.example/feed.xml").entries:
                        entry.text.encode("utf-8")
                        assert entry.published is None or ISO.fullmatch(entry.published)
            case b"\2":
                feeds_of_page(text, "https://harbour.example/")
            case b"\3":
                rules(text, "StanceDesk").allow(f"https://harbour.example/{text[:200]}")
            case _:
                found, _bad = addresses_in(text)
                for each in found:
                    each.encode("ascii")
                    assert address(each) == each, "an address changes when it is read again"
        return len(text)

    return one


def json_lines(folder: Path) -> Fuzz:
    """Lines of JSON to `resolve`, `score` or `analyze`; the first byte chooses."""
    from stancedesk import cli

    def one(raw: bytes) -> int:
        if not raw:
            return 0
        path = folder / "in.jsonl"
        path.write_bytes(raw[1:])
        command = ("resolve", "resolve", "score", "analyze")[raw[0] % 4]
        with contextlib.redirect_stdout(io.StringIO()) as out, captured():
            status = cli.run([command, str(path)])
        assert status in (0, 1)
        out.getvalue().encode("utf-8")
        return len(raw)

    return one


@contextlib.contextmanager
def captured() -> Iterator[io.StringIO]:
    """What goes to standard error meanwhile."""
    with contextlib.redirect_stderr(io.StringIO()) as err:
        yield err


TARGETS: dict[str, Target] = {
    "text": reading(".txt", ".md"),
    "pages": reading(".html", ".xhtml"),
    "mail": reading(".eml", ".mhtml"),
    "records": reading(".jsonl", ".json", ".csv", ".tsv"),
    "office": inside_containers,
    "packed": reading(".zip", ".docx", ".xlsx", ".jsonl.gz", ".warc", ".warc.gz", ".parquet"),
    "pdf": reading(".pdf"),
    "rtf": reading(".rtf"),
    "masks": masking,
    "speakers": who_speaks,
    "analysis": whole_analysis,
    "actors": own_actors,
    "project": opening,
    "search": searching,
    "arguments": arguments,
    "lines": json_lines,
    "web": feeds_and_addresses,
}


GROUPS: dict[str, tuple[str, ...]] = {
    "importers": (
        "text", "pages", "mail", "records", "office", "packed", "pdf", "rtf", "masks", "web",
    ),
    "project": ("project", "search", "arguments", "lines", "actors"),
    "language": ("speakers", "analysis"),
}  # fmt: skip
"""Targets that are fuzzed in one process: starting it costs more than a thousand inputs."""
