"""The project file: one SQLite database of articles, statements, codings and their history."""

from stancedesk.store.project import Project, Reader

__all__ = ["Project", "Reader"]
