"""The codebook: what the stance levels and speech acts mean, and where one level ends."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stancedesk.core.model import LEVELS, Act
from stancedesk.errors import UserError


@dataclass(frozen=True, slots=True)
class Level:
    """One step of the scale, -2 (strongly escalatory) to 2 (strongly de-escalatory)."""

    value: int
    name: str
    short: str
    description: str
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActEntry:
    """What counts as one speech act, with an example."""

    act: Act
    description: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Guideline:
    """A rule for cases on which coders would part."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """The definition of stance that coders and the scorer work by.

    `levels` runs from -2 to 2. `thresholds` are the four inner bounds on the stance float.
    """

    version: str
    title: str
    unit: str
    question: str
    direction: str
    levels: tuple[Level, ...]
    acts: tuple[ActEntry, ...]
    rules: tuple[Guideline, ...]
    thresholds: tuple[float, float, float, float]

    @classmethod
    def load(cls, path: Path) -> Codebook:
        """Read a codebook in TOML.

        Raises:
            UserError: The file is missing, is not TOML, or lacks a level, an act or a bound.
        """
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise UserError(f"There is no codebook at {path}.", "Choose another file.") from error
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise UserError(f"The codebook {path.name} cannot be read: {error}.") from error
        try:
            return cls._parse(raw)
        except (KeyError, TypeError, ValueError) as error:
            raise UserError(
                f"The codebook {path.name} is incomplete: {error}.",
                "It needs a version, five levels, the acts and four rising thresholds.",
            ) from error

    @classmethod
    def _parse(cls, raw: dict[str, Any]) -> Codebook:
        levels = tuple(
            sorted(
                (
                    Level(
                        int(entry["value"]),
                        str(entry["name"]),
                        str(entry.get("short", entry["name"])),
                        str(entry["description"]),
                        tuple(map(str, entry.get("examples", ()))),
                    )
                    for entry in raw["level"]
                ),
                key=lambda level: level.value,
            )
        )
        if tuple(level.value for level in levels) != LEVELS:
            raise ValueError("the levels are not -2, -1, 0, 1 and 2")
        a, b, c, d = map(float, raw["thresholds"])
        if not -1.0 < a < b < c < d < 1.0 or not b < 0.0 < c:
            raise ValueError("the thresholds do not rise through 0 inside (-1, 1)")
        return cls(
            version=str(raw["version"]),
            title=str(raw.get("title", "")),
            unit=str(raw.get("unit", "")),
            question=str(raw.get("question", "")),
            direction=str(raw.get("direction", "")),
            levels=levels,
            acts=tuple(
                ActEntry(Act(e["name"]), str(e["description"]), str(e.get("example", "")))
                for e in raw["act"]
            ),
            rules=tuple(Guideline(str(e["name"]), str(e["text"])) for e in raw.get("rule", ())),
            thresholds=(a, b, c, d),
        )

    def level_of(self, stance: float) -> int:
        """The level, -2 to 2, of a stance in [-1, 1]; on a bound the one nearer 0."""
        bounds = self.thresholds
        if stance < 0.0:
            return bisect_right(bounds, stance) - 2
        return bisect_left(bounds, stance) - 2

    def level(self, value: int) -> Level:
        """The entry of a level in -2..2.

        Raises:
            KeyError: There is no such level.
        """
        for level in self.levels:
            if level.value == value:
                return level
        raise KeyError(value)

    def act(self, act: Act) -> ActEntry | None:
        """The entry of a speech act, or None if this codebook does not describe it."""
        return next((entry for entry in self.acts if entry.act == act), None)
