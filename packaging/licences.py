"""Licences of everything that ships: a check that they fit, and their texts in one file.

`licences.py --check` fails when a package of the running environment that StanceDesk depends on
has a licence that does not allow MIT-licensed distribution with it, or none that we know.
`licences.py FILE` writes names, versions, licences and licence texts there.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

# What may be shipped. LGPL parts are libraries of their own, which a user can replace.
FITTING = re.compile(
    r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla|LGPL|Zlib|OFL|Unlicense"
    r"|CC0|HPND|0BSD|Public Domain|CNRI)",
    re.IGNORECASE,
)
UNFIT = re.compile(
    r"(?<!L)(?<!Lesser )\b(A?GPL|GNU (Affero )?General Public)|Commercial|CC-BY-NC", re.IGNORECASE
)

# Packages whose metadata don't say it, or leave a choice; read from their files by a person.
KNOWN = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "tld": "LGPL-2.1-or-later",  # of MPL-1.1, GPL-2.0 and LGPL-2.1, at the user's choice
}

BESIDE_PACKAGES = """Data, models and drawings that ship with StanceDesk and come from elsewhere:

- resources/actors/officeholders.tsv: Wikidata by EveryPolitician (CC0-1.0), CIA World Factbook (public domain)
- resources/models/statements: fine-tuned from all-MiniLM-L6-v2 (Apache-2.0); see its MODEL_CARD.md
"""  # noqa: E501


def shipped(name: str = "stancedesk") -> dict[str, Distribution]:
    """Every package that the named one needs at run time, by its lower-case name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        key = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if key in found:
            continue
        try:
            found[key] = distribution(key)
        except PackageNotFoundError:
            continue  # for another platform
        for line in found[key].requires or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": ""}):
                waiting.append(needed.name)
    del found[name]
    return dict(sorted(found.items()))


def licence(name: str, package: Distribution) -> str:
    """What a package says of its licence, in one line; empty when it says nothing."""
    if name in KNOWN:
        return KNOWN[name]
    about = package.metadata
    if expression := about.get("License-Expression"):
        return str(expression)
    classified = [
        line.rpartition("::")[2].strip()
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    if classified:
        return "; ".join(classified)
    return str(about.get("License") or "").strip().partition("\n")[0]


def problems(packages: dict[str, Distribution]) -> list[str]:
    """A sentence for each licence that does not fit."""
    found = []
    for name, package in packages.items():
        words = licence(name, package)
        if not words:
            found.append(f"{name} {package.version} does not say its licence.")
        elif UNFIT.search(words) or not FITTING.search(words):
            found.append(f"{name} {package.version}: “{words}” is not known to fit.")
    return found


def texts(package: Distribution) -> Iterator[str]:
    """The licence files that a package brings."""
    for file in package.files or ():
        if re.match(r"(licen[cs]e|copying|notice)", file.name, re.IGNORECASE):
            path = Path(str(file.locate()))
            if path.is_file() and path.suffix not in {".py", ".pyc"}:
                yield path.read_text(encoding="utf-8", errors="replace").strip()


def document(packages: dict[str, Distribution]) -> str:
    """All licences as one text."""
    parts = ["Software that ships with StanceDesk\n"]
    parts += [f"{n} {p.version}: {licence(n, p)}" for n, p in packages.items()]
    parts += ["", BESIDE_PACKAGES]
    for name, package in packages.items():
        rule = "=" * 80
        parts += [rule, f"{name} {package.version}", rule, *texts(package), ""]
    return "\n".join(parts) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("target", nargs="?", type=Path)
    parser.add_argument("--check", action="store_true")
    chosen = parser.parse_args()
    packages = shipped()
    wrong = problems(packages)
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    if chosen.target:
        chosen.target.parent.mkdir(parents=True, exist_ok=True)
        chosen.target.write_text(document(packages), encoding="utf-8")
    print(f"{len(packages)} packages, {len(wrong)} with a licence that does not fit")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
