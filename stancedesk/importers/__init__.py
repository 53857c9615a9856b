"""From files to articles: importers, boilerplate masks and dates. Nothing here knows the store."""

from stancedesk.importers.article import with_overrides
from stancedesk.importers.columns import Choose, Columns, Head, guess_columns
from stancedesk.importers.discover import PassedOver, discover
from stancedesk.importers.registry import importer_for, importers, read_any

__all__ = [
    "Choose",
    "Columns",
    "Head",
    "PassedOver",
    "discover",
    "guess_columns",
    "importer_for",
    "importers",
    "read_any",
    "with_overrides",
]
