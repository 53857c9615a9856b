"""An analysis small enough for tests of the window: quotation, "said", name, country."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence

from stancedesk.core.model import (
    Act,
    Analysed,
    Article,
    Evidence,
    Found,
    Judgement,
    Kind,
    Versions,
)

QUOTED = re.compile(
    r"“(?P<words>[^”]+)”\s+(?P<speaker>(?P<role>\w+) (?P<person>\w+ \w+) of (?P<land>\w+))"
    r" (?P<cue>said)"
)
CODES = {"Finland": "FIN", "Norway": "NOR"}
CUES = {
    "answer": (-0.8, Act.THREATEN),
    "not accept": (-0.5, Act.REJECT),
    "hope": (0.5, Act.APPEAL),
    "agreed": (0.9, Act.AGREE),
    "thank": (0.5, Act.PRAISE),
}


class SmallAnalyser:
    """Finds `“...” ROLE NAME of LAND said`; scores by five words.

    Args:
        seconds: How long it thinks about each article, for tests of progress and cancel.
    """

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds

    @property
    def versions(self) -> Versions:
        return Versions("test", "small 1", "small 1", "1.0")

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        found = []
        for article in articles:
            time.sleep(self.seconds)
            found.append([_statement(each) for each in QUOTED.finditer(article.text)])
        return found


def _statement(match: re.Match[str]) -> Analysed:
    words, country = match["words"], CODES[match["land"]]
    stance, act, evidence = 0.0, Act.INFORM, ()
    for cue, (weight, means) in CUES.items():
        if (at := words.find(cue)) >= 0:
            stance, act = weight, means
            start = match.start("words") + at
            span = (start, start + len(cue))
            evidence = (Evidence("stance", f"cue of {means.value}", span, cue, weight),)
    return Analysed(
        Found((match.span("words"),), Kind.DIRECT, match.span("cue"), match.span("speaker")),
        words,
        Judgement(
            speaker_text=match["speaker"],
            person=match["person"],
            role=match["role"].lower(),
            country=country,
            countries=(country,),
            official=True,
            targets=("FIN" if country == "NOR" else "NOR",),
            stance=stance,
            level=round(stance * 2),
            act=act,
            confidence=0.6 if stance else 0.3,
            evidence=evidence,
        ),
    )
