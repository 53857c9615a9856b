"""Makes a project of any size by recombination, with bulk inserts, some minutes for a million.

Texts are paragraphs of the corpus where it is there, else of the articles that ship; judgements
with their reasons are those of the shipped sample, given to invented persons. What is frequent
follows Zipf's law, as in news: few countries, persons and outlets have most of the statements.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from stancedesk.core.model import Versions, content_hash
from stancedesk.core.series import iso_of
from stancedesk.services.names import names
from stancedesk.services.reprints import BANDS
from stancedesk.services.sample import make as make_sample
from stancedesk.store import Project, winners
from tests.benchmarks.bench_files import SHARED

CORPUS = SHARED / "corpus" / "articles.jsonl.gz"
EACH = 10
"""Statements in an article: the first sentence of each of its first paragraphs."""
PARAGRAPHS = 14
DAYS = (16_000, 19_600)  # ten years
OUTLETS, PERSONS, CODED = 300, 40_000, 1_000
_BATCH = 2_000

_SENTENCE = re.compile(r".{40,400}?[.!?]”?(?=\s|$)")
_NAMES = """
Ada Bo Cy Dag Eva Finn Gro Hal Ida Jon Kim Lea Max Nia Odd Pia Rolf Siv Tor Una
Al Bar Cor Dun El Far Gar Hol Ing Jar Kel Lor Mar Nor Os Pel Quin Ros Sol Tar
a be co di e fo ga ho
ba dane fors gen holm ick land mann nes ov quist ring sen ton vell wick
"""
"""Given names; beginnings, middles and ends of family names."""

Cells = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """What is recombined: paragraphs with the end of their first sentence, and judgements."""

    paragraphs: list[tuple[str, int]]
    judgements: list[Cells]


def pool(most: int = 40_000) -> Pool:
    """Analyse the shipped sample for judgements; take its texts, or those of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        make_sample(Path(folder) / "sample.stance")
        with Project.open(Path(folder) / "sample.stance") as project:
            texts: Iterable[str] = [article.text for article in project.articles()]
            judged = [
                tuple(row)
                for row in project.db.conn.execute(
                    "SELECT speaker_text, role, official, stance, level, act, tone, confidence,"
                    " note, evidence FROM coding ORDER BY id"
                )
            ]
    if CORPUS.is_file():
        with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
            texts = [json.loads(line)["text"] for line in lines]
    parts = (part.strip() for text in texts for part in text.split("\n"))
    fitting = ((part, _SENTENCE.match(part)) for part in parts if len(part) < 1_200)
    found = [(part, match.end()) for part, match in fitting if match]
    return Pool(found[:: max(1, len(found) // most)], judged)


def make(path: Path, articles: int, pool: Pool, seed: int = 1993) -> None:
    """Make a project of so many articles, `EACH` statements in each, in one transaction."""
    with Project.create(path) as project:
        connection = project.db.conn
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -500000"):
            connection.execute(f"PRAGMA {setting}").fetchall()
        run = project.start_run(Versions("made", "made", "made", "1"))
        maker = _Maker(connection, pool, np.random.default_rng(seed))
        with project.transaction(), _unindexed(connection):
            for first in range(0, articles, _BATCH):
                maker.add(first, min(_BATCH, articles - first))
            maker.add_keys(articles)
            connection.execute(
                "UPDATE run SET articles = ?, statements = ?", (articles, articles * EACH)
            )
            winners.rebuild(connection)
            for table in ("article", "statement"):
                connection.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        project.finish_run(run.id)
        project.code(range(1, articles * EACH, articles * EACH // CODED), "Ann", {"level": 1})


@contextlib.contextmanager
def _unindexed(connection: sqlite3.Connection) -> Iterator[None]:
    """Take indexes and triggers away while rows come in bulk, and make them again."""
    made = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger')"
        " AND sql IS NOT NULL ORDER BY type"
    ).fetchall()
    for kind, name, _ in made:
        connection.execute(f"DROP {kind} {name}")
    yield
    for _, _, sql in made:
        connection.execute(sql)


class _Maker:
    """Draws articles, statements and codings."""

    def __init__(
        self, connection: sqlite3.Connection, pool: Pool, rng: np.random.Generator
    ) -> None:
        self._connection, self._pool, self._rng = connection, pool, rng
        self._countries = sorted(names())
        rng.shuffle(self._countries)
        given, *family = (line.split() for line in _NAMES.strip().splitlines())
        self._persons = [f"{each} {''.join(parts)}" for each, *parts in product(given, *family)]
        rng.shuffle(self._persons)
        self._persons = self._persons[:PERSONS]
        self._home = self._zipf(len(self._countries), PERSONS)

    @cached_property
    def _roles(self) -> list[object]:
        return [judgement[1] for judgement in self._pool.judgements]

    def add(self, first: int, many: int) -> None:
        """Add articles with the numbers after `first`, their statements and codings."""
        drawn = self._rng.integers(len(self._pool.paragraphs), size=(many, PARAGRAPHS))
        articles: list[Cells] = []
        statements: list[Cells] = []
        outlets = self._zipf(OUTLETS, many)
        days = np.sort(self._rng.integers(*DAYS, size=many))  # a folder holds what is near in time
        dated, first_print = self._rng.random((2, many)) > np.array([[0.02], [0.05]])
        for at in range(many):
            number = first + at + 1
            parts = [self._pool.paragraphs[each] for each in drawn[at]]
            head, start = f"Report {number}.", len(f"Report {number}.") + 2
            text = "\n\n".join([head, *(part for part, _ in parts)])
            for place, (part, end) in enumerate(parts[:EACH]):
                span = f"[[{start},{start + end}]]"
                speaker = f"[{start},{start + 9}]"
                statements.append(
                    (
                        first * EACH + len(statements) + 1, number, start,
                        ("direct", "indirect", "mixed", "indirect")[(at + place) % 4],
                        span, speaker, speaker, 0.9, part[:end],
                    )
                )  # fmt: skip
                start += len(part) + 2
            articles.append(
                (
                    number, content_hash(text), parts[0][0][:80], f"Gazette {outlets[at]}",
                    f"https://example.org/{number}", iso_of(int(days[at])) if dated[at] else None,
                    "metadata" if dated[at] else "unknown", f"articles/{number}.txt", text,
                    None if first_print[at] or not first else int(self._rng.integers(1, first)),
                )
            )  # fmt: skip
        self._connection.executemany(
            "INSERT INTO article (id, sha256, title, source, url, published, date_basis, importer,"
            " path, imported, run_id, text, language, duplicate_of)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 'text', ?, '2031-01-01T00:00:00.000Z', 1, ?, 'en', ?)",
            articles,
        )
        self._connection.executemany(
            "INSERT INTO statement (id, article_id, start, kind, content, cue, speaker, confidence,"
            " text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            statements,
        )
        self._connection.executemany(
            "INSERT INTO coding (statement_id, coder_id, created, valid, person, country,"
            " countries, targets, speaker_text, role, official, stance, level, act, tone,"
            " confidence, note, evidence) VALUES (?, 1, '2031-01-01T00:00:00.000Z', 1, ?, ?, ?, ?,"
            " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            self._codings(first * EACH, many * EACH),
        )

    def _codings(self, first: int, many: int) -> Iterator[Cells]:
        codes, rng = self._countries, self._rng
        persons = self._zipf(PERSONS, many)
        further, *targets = self._zipf(len(codes), 3 * many).reshape(3, many)
        chance = rng.random((2, many))
        likely = rng.random((2, many)) < 0.5
        judged = rng.integers(len(self._pool.judgements), size=many)
        for at in range(many):
            home = codes[self._home[persons[at]]] if chance[0, at] < 0.9 else None
            joint = [home, codes[further[at]]] if home and chance[1, at] < 0.05 else [home]
            about = [codes[row[at]] for row, yes in zip(targets, likely[:, at], strict=True) if yes]
            role = self._roles[persons[at] % len(self._roles)]
            speaker_text, _, *rest = self._pool.judgements[judged[at]]
            yield (
                first + at + 1,
                self._persons[persons[at]] if chance[0, at] < 0.7 else None,
                home,
                json.dumps(list(dict.fromkeys(filter(None, joint)))),
                json.dumps(list(dict.fromkeys(about))),
                speaker_text,
                role,
                *rest,
            )

    def add_keys(self, articles: int) -> None:
        """Keys by which reprints are found, as many as an import keeps."""
        keys = np.sort(self._rng.integers(1 << 56, size=articles * BANDS))
        numbers = self._rng.integers(1, articles + 1, size=keys.size)
        self._connection.executemany(
            "INSERT OR IGNORE INTO article_key (key, article_id) VALUES (?, ?)",
            zip(keys.tolist(), numbers.tolist(), strict=True),
        )

    def _zipf(self, many: int, size: int) -> NDArray[np.int64]:
        """Numbers below `many`, each as frequent as its rank says."""
        weights = np.cumsum(1 / np.arange(2, many + 2))
        found: NDArray[np.int64] = np.searchsorted(weights, self._rng.random(size) * weights[-1])
        return found


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), pool())
