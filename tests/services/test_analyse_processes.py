"""Several processes that analyse: order, death of one, errors, and an end without traces."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence

import pytest

from stancedesk.core.model import Analysed, Article, Found, Judgement, Kind, Versions
from stancedesk.errors import Cancelled, UserError
from stancedesk.services.analyse import Batch
from stancedesk.services.analyse_processes import PART, WINDOW, Processes


class Careful:
    """Finds the whole text, notes which process read it, and stumbles over some words."""

    versions = Versions(app="1", model="careful", knowledge_base="none", codebook="1")

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        found = []
        for article in articles:
            if article.text == "poison":
                os.kill(os.getpid(), signal.SIGKILL)
            if article.text == "bug":
                raise ZeroDivisionError("a bug in the analysis")
            if article.text.startswith("slow"):
                time.sleep(0.05)
            note = str(os.getpid())
            content = ((0, len(article.text)),)
            judgement = Judgement(note=note)
            found.append([Analysed(Found(content, Kind.DIRECT), article.text, judgement)])
        return found


def careful() -> Careful:
    return Careful()


def unloadable() -> Careful:
    raise UserError("The model is missing.", "Install it.")


def stillborn() -> Careful:
    os._exit(3)


def batches(texts: Sequence[str]) -> Iterator[Batch]:
    for number, text in enumerate(texts):
        yield [(number, Article(text=text, path=f"{number}.txt"))]


@pytest.fixture
def two() -> Iterator[Processes]:
    made = Processes(2, careful)
    yield made
    made.close()


def nothing() -> None:
    """Nobody cancels."""


def test_results_come_in_order_from_two_processes(two: Processes) -> None:
    texts = ["slow" if n % 3 == 0 else f"text {n}" for n in range(20)]
    results = [result for [result] in two.analysed(batches(texts), nothing)]
    assert [id_ for id_, _ in results] == list(range(20))
    assert [found[0].text for _, found in results] == texts
    assert len({found[0].judgement.note for _, found in results}) == 2
    assert two.versions == Careful.versions


def test_a_large_batch_is_shared_and_an_empty_one_costs_nothing(two: Processes) -> None:
    large = [(n, Article(text="slow")) for n in range(3 * PART + 1)]
    results = list(two.analysed([[], large, []], nothing))
    assert [len(result) for result in results] == [PART, PART, PART, 1]
    assert [id_ for result in results for id_, _ in result] == list(range(3 * PART + 1))
    assert len({found[0].judgement.note for result in results for _, found in result}) == 2


def test_batches_are_drawn_only_a_few_ahead_of_what_is_read(two: Processes) -> None:
    drawn = 0

    def endless() -> Iterator[Batch]:
        nonlocal drawn
        while True:
            drawn += 1
            yield [(drawn, Article(text="slow"))]

    results = two.analysed(endless(), nothing)
    for number in range(1, 6):
        next(results)
        assert drawn <= number + 2 * WINDOW


def test_what_a_killed_process_had_is_read_by_another(two: Processes) -> None:
    results, killed = [], 0
    for [(id_, [found])] in two.analysed(batches(["slow"] * 24), nothing):
        results.append(id_)
        if id_ in (4, 9):
            os.kill(int(found.judgement.note), signal.SIGKILL)
            killed += 1
    assert killed == 2
    assert results == list(range(24))


def test_an_article_that_ends_every_process_is_named(two: Processes) -> None:
    texts = ["one", "two", "poison", "three"]
    with pytest.raises(UserError, match=r"2\.txt"):
        list(two.analysed(batches(texts), nothing))


def test_a_bug_in_a_process_surfaces_here_with_its_traceback(two: Processes) -> None:
    with pytest.raises(ZeroDivisionError, match="a bug in the analysis") as raised:
        list(two.analysed(batches(["one", "bug"]), nothing))
    assert "analyse_many" in raised.value.__notes__[0]


def test_what_keeps_the_processes_from_starting_is_said() -> None:
    for load, words in ((unloadable, "model is missing. Install it"), (stillborn, "one worker")):
        made = Processes(2, load)
        with pytest.raises(UserError, match=words):
            list(made.analysed(batches(["one"]), nothing))
        made.close()


def test_cancelling_ends_the_processes_within_a_second(two: Processes) -> None:
    seen: set[int] = set()

    def cancel_later() -> None:
        if len(seen) == 2:
            raise Cancelled

    def read_on() -> None:
        for [(_, [found])] in two.analysed(batches(["slow"] * 10_000), cancel_later):
            seen.add(int(found.judgement.note))

    with pytest.raises(Cancelled):
        read_on()
    asked = time.monotonic()
    two.close()
    assert time.monotonic() - asked < 1.0
    for process in seen:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
