"""Imports in processes of their own, killed at seeded moments, and what is then compared."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stancedesk.core.model import Analysed, Article, Found, Judgement, Kind, Versions
from stancedesk.store import Project

ROOT = Path(__file__).resolve().parents[2]

# All that an import leaves, but for times and the number of runs it took.
CONTENT = (
    "SELECT id, sha256, title, source, url, published, date_basis, importer, path, masks, text,"
    " language, duplicate_of FROM article ORDER BY id",
    "SELECT * FROM article_key ORDER BY key, article_id",
    "SELECT * FROM statement ORDER BY id",
    "SELECT id, statement_id, retracted_at, valid, speaker_text, person, role, country, countries,"
    " official, targets, stance, level, act, tone, confidence, note, evidence FROM coding"
    " ORDER BY id",
    "SELECT statement_id, coding_id, article_id, day, country, person, source, reprint FROM winner"
    " ORDER BY statement_id",
    "SELECT sum(articles), sum(statements) FROM run",
)


class Lines:
    """Each line of an article is a statement: an analyser that needs no model.

    The environment may make it slow, and of another version.
    """

    versions = Versions("1", os.environ.get("LINES_MODEL", "lines 1"), "none", "1")
    seconds = float(os.environ.get("LINES_SECONDS", 0))

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        time.sleep(self.seconds * len(articles))
        return [list(_statements(article.text)) for article in articles]


def lines() -> Lines:
    """Load it, in any process."""
    return Lines()


def _statements(text: str) -> Iterator[Analysed]:
    start = 0
    for line in text.splitlines(keepends=True):
        if words := line.strip():
            found = Found(((start, start + len(words)),), Kind.INDIRECT)
            yield Analysed(found, words, Judgement(country="NOR", countries=("NOR",), stance=0.25))
        start += len(line)


def content(path: Path) -> list[list[tuple[object, ...]]]:
    """What a project holds, table by table."""
    connection = sqlite3.connect(path)
    try:
        return [connection.execute(sql).fetchall() for sql in CONTENT]
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Import:
    """An import to be started again and again.

    `workers` is a number of processes or the address of a cluster; `shipped` takes the shipped
    analysis in place of lines.
    """

    project: Path
    source: Path
    workers: str = "1"
    shipped: bool = False

    def start(self, told: bool = False) -> subprocess.Popen[str]:
        """Start it; it writes a line at each step, and with `told` its errors too."""
        words = (self.project, self.source, self.workers, int(self.shipped))
        command = [sys.executable, "-m", "tests.services.killing", *map(str, words)]
        environment = os.environ | {"LINES_PROJECT": str(self.project)}  # what it starts has it too
        errors = subprocess.STDOUT if told else None
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, text=True, cwd=ROOT, env=environment
        )

    def fail(self) -> str:
        """Let it run to the failure that it must end with; return all that it said."""
        with self.start(told=True) as running:
            assert running.stdout is not None
            said = running.stdout.read()
        assert running.returncode == 1, said
        return said

    def finish(self) -> int:
        """Let it run to its end; return the number of its steps."""
        with self.start() as running:
            assert running.stdout is not None
            steps = sum(1 for _ in running.stdout)
        assert running.returncode == 0
        return steps

    def kill(self, steps: int, seconds: float) -> bool:
        """Kill it some seconds after a number of steps; False when it had ended before.

        Without steps, the seconds begin when it begins to make the project.
        """
        with self.start() as running:
            assert running.stdout is not None
            while not steps and not any(self.project.parent.glob(f"{self.project.name}*")):
                time.sleep(0.0005)
            alive = all(running.stdout.readline() for _ in range(steps))
            time.sleep(seconds)
            alive = alive and running.poll() is None
            running.kill()
        return alive


@dataclass(slots=True)
class Outcome:
    """What the kills left: how many hit a running import, and the most that was left to read."""

    hits: int = 0
    left: int = 0


def kill_often(wanted: Import, kills: int, steps: int, seconds: float, seed: int) -> Outcome:
    """Kill an import at random moments, each time checking what is left, then let it finish.

    Args:
        wanted: The import.
        kills: How often.
        steps: How many steps an undisturbed import takes; the kills lie among the first of them
            each time, so that the import gets on only by what was kept.
        seconds: After the last of the steps, at most so long.
        seed: Decides the moments.
    """
    chance = random.Random(seed)
    outcome, before = Outcome(), 0
    for number in range(kills):
        # The first ones hit the making of the project itself.
        making = number < max(1, kills // 5)
        after = 0 if making else chance.randint(1, max(2, 2 * steps // kills))
        outcome.hits += wanted.kill(after, chance.uniform(0, 0.005 if making else seconds))
        if not wanted.project.exists():
            continue
        with Project.open(wanted.project) as project:
            assert project.integrity() == []
            left, there = len(project.unanalysed()), project.article_count()
            assert there >= before, "articles were lost"
            before, outcome.left = there, max(outcome.left, left)
    wanted.finish()
    with Project.open(wanted.project) as project:
        assert project.integrity() == []
        assert project.unanalysed() == []
    return outcome


class _Told:
    def step(self, done: int, total: int, message: str = "") -> None:
        print(done, total, message, flush=True)


def main(words: Sequence[str]) -> None:
    """Import as the command line does, telling each step."""
    from stancedesk.services.analyse import Analyser, Here, Workers, load_analyser
    from stancedesk.services.analyse_cluster import Cluster
    from stancedesk.services.analyse_processes import Processes
    from stancedesk.services.ingest import ingest

    load: Callable[[], Analyser] = load_analyser if int(words[3]) else lines
    workers: Workers = Here(load)
    if ":" in words[2]:
        workers = Cluster(words[2], load)
    elif int(words[2]) > 1:
        workers = Processes(int(words[2]), load)
    with Project.open_or_create(words[0]) as project:
        ingest(project, [Path(words[1])], progress=_Told(), workers=workers)


if __name__ == "__main__":
    from tests.services import killing  # by its name, which other processes can import

    killing.main(sys.argv[1:])
