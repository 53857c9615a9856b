"""A stance scorer of another package, where one is installed, in place of the shipped one."""

from __future__ import annotations

from importlib.metadata import entry_points

from stancedesk.core.ports import StanceScorer
from stancedesk.errors import UserError

GROUP = "stancedesk.scorers"


def installed_scorer() -> StanceScorer | None:
    """The scorer that a package announces under `stancedesk.scorers`, or None without one.

    Its name and version enter the versions of each run, so that figures tell who made them.

    Raises:
        UserError: Several are installed, or the one cannot be loaded or is no scorer.
    """
    found = list(entry_points(group=GROUP))
    if not found:
        return None
    if len(found) > 1:
        names = ", ".join(sorted(entry.name for entry in found))
        raise UserError(f"Several stance scorers are installed: {names}.", "Keep only one of them.")
    hint = "Uninstall its package, or ask its author."
    try:
        made = found[0].load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise UserError(
            f"The stance scorer {found[0].name} cannot be loaded: {error}.", hint
        ) from error
    if not isinstance(made, StanceScorer):
        raise UserError(f"The stance scorer {found[0].name} lacks a name, version or score.", hint)
    return made
