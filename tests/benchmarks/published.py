"""Two published ways to find quotations, in short, to compare speed on the same text.

`gender_gap` follows the quote extractor of the Gender Gap Tracker (Asr et al. 2021, The Gender Gap
Tracker, PLOS ONE 16(1)): clauses that hang on a verb of speaking with their subject, then text
between quotation marks with a verb of speaking near. `textacy` is textacy's own function, where it
is installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_VERBS = """
accept accuse acknowledge add admit agree allege announce argue ask assert believe blame call
caution charge claim comment complain conclude confirm contend continue criticize decide
declare demand deny describe disclose emphasize estimate explain express hint hope insist joke
maintain mention note object observe offer point predict promise propose protest quote read
recall recommend recount remark remember reply report respond reveal say see state stress
suggest support suspect swear tell testify think threaten tweet underscore urge voice vow warn
wonder worry write
"""
VERBS = frozenset(_VERBS.split())
SUBJECTS = ("nsubj", "nsubjpass")
QUOTED = re.compile(r"[“\"]([^“”\"]{1,2000})[”\"]")
NEAR = 60
"""Characters around a quotation in which its verb is looked for."""

Quote = tuple[str, str, str]


def gender_gap(doc: Any) -> list[Quote]:
    """(speaker, verb, quotation) of a parsed document."""
    found = list(_clauses(doc))
    covered = {quote for _, _, quote in found}
    found += [each for each in _between_marks(doc) if each[2] not in covered]
    return found


def _clauses(doc: Any) -> Iterator[Quote]:
    for word in doc:
        if word.dep_ not in ("ccomp", "parataxis") or word.head.lemma_.lower() not in VERBS:
            continue
        subject = next((child for child in word.head.children if child.dep_ in SUBJECTS), None)
        speaker = _phrase(subject) if subject is not None else ""
        yield speaker, word.head.text, doc[word.left_edge.i : word.right_edge.i + 1].text


def _between_marks(doc: Any) -> Iterator[Quote]:
    text = doc.text
    for match in QUOTED.finditer(text):
        before = doc.char_span(
            max(0, match.start() - NEAR), match.start(), alignment_mode="contract"
        )
        after = doc.char_span(
            match.end(), min(len(text), match.end() + NEAR), alignment_mode="contract"
        )
        for word in [*(after or ()), *(before or ())]:
            if word.lemma_.lower() in VERBS:
                subject = next((each for each in word.children if each.dep_ in SUBJECTS), None)
                yield _phrase(subject) if subject is not None else "", word.text, match[1]
                break


def _phrase(word: Any) -> str:
    return str(word.doc[word.left_edge.i : word.right_edge.i + 1].text)


def textacy(doc: Any) -> list[Quote]:
    """Direct quotations by textacy, which refuses an odd number of quotation marks."""
    from textacy.extract import direct_quotations

    try:
        return [
            (" ".join(map(str, each.speaker)), " ".join(map(str, each.cue)), str(each.content))
            for each in direct_quotations(doc)
        ]
    except ValueError:
        return []
