"""Feeds and watched folders in the project file."""

from __future__ import annotations

from pathlib import Path

import pytest

from stancedesk.core.sources import FeedEntry, FileMark
from stancedesk.errors import UserError
from stancedesk.store import Project
from stancedesk.store.feeds import MOST_TRIES
from tests.store.examples import article

FEED = "https://harbour.example/feed.xml"


def entry(number: int) -> FeedEntry:
    return FeedEntry(f"id {number}", f"https://harbour.example/{number}", f"Story {number}")


def test_a_feed_is_followed_once(project: Project) -> None:
    feed, new = project.add_feed(FEED)
    assert new
    assert project.add_feed(FEED) == (feed, False)
    assert [each.url for each in project.feeds()] == [FEED]


def test_entries_wait_until_their_article_is_there_and_never_come_twice(project: Project) -> None:
    feed, _ = project.add_feed(FEED)
    assert project.feed_answered(feed, "Harbour Post", '"1"', "Mon", [entry(1), entry(2)]) == 2
    id_, _ = project.add_article(article(1))
    project.entry_done(feed, "id 1", id_)
    assert [each.key for _, each in project.waiting([feed])] == ["id 2"]
    assert project.feed_answered(feed, "", '"2"', "", [entry(1), entry(2), entry(3)]) == 1
    (kept,) = project.feeds()
    assert (kept.title, kept.etag, kept.articles, kept.waiting) == ("Harbour Post", '"2"', 1, 2)
    assert project.article_at("https://harbour.example/1") == id_
    assert project.article_at("https://harbour.example/2") is None
    assert project.article_at("") is None


def test_the_page_of_an_entry_is_given_up_after_some_tries_or_at_once(project: Project) -> None:
    feed, _ = project.add_feed(FEED)
    project.feed_answered(feed, "", "", "", [entry(1), entry(2)])
    project.entry_failed(feed, "id 2", "404", again=False)
    for _ in range(MOST_TRIES - 1):
        project.entry_failed(feed, "id 1", "slow", again=True)
        assert [each.key for _, each in project.waiting([feed])] == ["id 1"]
    project.entry_failed(feed, "id 1", "slow", again=True)
    assert project.waiting([feed]) == []


def test_a_feed_that_goes_takes_its_entries_and_leaves_its_articles(project: Project) -> None:
    feed, _ = project.add_feed(FEED)
    project.feed_answered(feed, "", "", "", [entry(1)])
    id_, _ = project.add_article(article(1))
    project.entry_done(feed, "id 1", id_)
    project.remove_feed(feed)
    assert (project.feeds(), project.waiting([feed]), project.article_count()) == ([], [], 1)
    assert project.integrity() == []
    with pytest.raises(UserError, match="no longer"):
        project.remove_feed(feed)


def test_a_failure_of_a_feed_is_kept_until_it_answers(project: Project) -> None:
    feed, _ = project.add_feed(FEED)
    project.feed_answered(feed, "Post", '"1"', "", [])
    project.feed_failed(feed, "It did not answer.")
    (failed,) = project.feeds()
    assert (failed.problem, failed.etag) == ("It did not answer.", '"1"')
    project.feed_unchanged(feed)
    assert project.feeds()[0].problem == ""


def test_what_the_web_calls_itself_cannot_break_the_file(project: Project) -> None:
    feed, _ = project.add_feed("https://a.example/\ud800")
    odd = FeedEntry("k\x00", "l\ud800", "t\x00\n", "2032-02-30", "x\ud800")
    with pytest.raises(UserError):
        project.feed_answered(feed, "\ud800", "\x00", "", [odd])
    assert project.feed_answered(feed, "\ud800", "\x00", "", [FeedEntry("k\x00", "l\ud800")]) == 1
    assert project.integrity() == []


def test_a_folder_remembers_what_its_files_looked_like(project: Project, path: Path) -> None:
    folder = project.add_folder("/news")
    assert project.add_folder("/news") == folder
    project.folder_looked(folder, [FileMark("/news/a.txt", 10, 5), FileMark("/news/b.txt", 1, 1)])
    project.folder_looked(folder, [FileMark("/news/a.txt", 12, 6)], "b.txt is empty.")
    assert project.marks(folder)["/news/a.txt"] == FileMark("/news/a.txt", 12, 6)
    (kept,) = project.folders()
    assert (kept.files, kept.problem) == (2, "b.txt is empty.")
    assert kept.looked is not None
    project.remove_folder(folder)
    assert (project.folders(), project.marks(folder)) == ([], {})
    with pytest.raises(UserError, match="no longer"):
        project.remove_folder(folder)
