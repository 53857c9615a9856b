"""Collects what errors say, as templates: "{1} cannot be read: {2}.", by reading the code.

Errors are made far from the desktop, travel between processes, are joined with others and are
kept in project files, always in English. The desktop finds the template that a sentence was made
from and says it in its own language; this module finds the templates: what is written in the call
of a `UserError`, and what `stancedesk.errors.phrase` marks.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

PACKAGES = ("core", "errors.py", "importers", "nlp", "services", "store")
"""Parts of the package whose errors reach the desktop and that don't translate themselves."""
ERRORS = {"UserError": 0, "FetchError": 0, "DamagedProject": 1}
"""Classes of errors, and which of their arguments is the message; the hint follows it."""
MARK = "phrase"
HOLE = re.compile(r"\{\w+\}")
HEAD = ("english", "said")


def templates(package: Path) -> list[str]:
    """The templates of a package in order of the alphabet; holes are numbered from {1}."""
    found: set[str] = set()
    for part in PACKAGES:
        place = package / part
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            found.update(_of_module(ast.parse(file.read_text(encoding="utf-8"))))
    return sorted(found, key=lambda text: (text.casefold(), text))


def _of_module(tree: ast.Module) -> Iterator[str]:
    named: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    named.setdefault(target.id, []).append(node.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for each in said(node):
                yield from texts(each, named)


def said(call: ast.Call) -> Sequence[ast.expr]:
    """The arguments of a call that are shown to the user."""
    name = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if name == MARK:
        return call.args
    if name not in ERRORS:
        return []
    first = ERRORS[name]
    named = [each.value for each in call.keywords if each.arg in ("message", "hint")]
    return [*call.args[first : first + 2], *named]


def texts(node: ast.expr, named: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The templates that an expression may become; a name stands for all that it is set to."""
    if isinstance(node, ast.IfExp):
        yield from texts(node.body, named)
        yield from texts(node.orelse, named)
    elif isinstance(node, ast.Name):
        for value in named.get(node.id, []):
            yield from texts(value, {})
    elif (text := _template(node).strip()) and HOLE.sub("", text).strip():
        yield text


def _template(node: ast.expr) -> str:
    """A literal as a template; "" for anything else, and for what has no word of its own."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return "".join(map(_template, (node.left, node.right)))
    if not isinstance(node, ast.JoinedStr):
        return ""
    text, holes = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value)
        else:
            holes += 1
            text += f"{{{holes}}}"
    return text


def read(path: Path) -> dict[str, str]:
    """A table of templates and what is said for them; empty where there is no such file."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def collect(path: Path, package: Path) -> None:
    """Bring a table up to date: new templates come in without a translation, old ones go out."""
    known = read(path)
    rows = [HEAD, *((text, known.get(text, "")) for text in templates(package))]
    path.write_text("".join(f"{a}\t{b}\n" for a, b in rows), encoding="utf-8")
