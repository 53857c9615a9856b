"""What has source, cue and content and yet was not said.

"did not specify which bridges" tells what is unknown; "when asked whether he would go" belongs to
the answer; "that said" and "to say the least" are turns of phrase; a label before a colon may name
a part of the page ("Graphic: ...") instead of a speaker.

Of what they leave out among the corpus statements that readers judged, 63 were none and 4 were.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from stancedesk.core.model import Kind, Span

NEGATED = re.compile(
    r"\b(?:not|never|nor|neither|no|without|cannot|\w+n[’']t|declin\w+|refus\w+|fail(?:ed|s|ing)?"
    r"|avoid(?:ed|s|ing)?|stop(?:ped|s|ping)? (?:just )?short|yet to|rather than|instead of"
    r"|refrain\w*|unable|unwilling)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:\b(?:not|never|without|(?:declined|refused|yet) to|refused|declined|avoided|short of)"
    r"|n[’']t)\s*$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:say(?:ing)?|said|comment|discuss|specif|elaborat|mention|answer|respond|confirm|provid"
    r"|reveal|disclos|identif|address|explain|clarif|giv|gave|offer|detail|spell|announc|suggest"
    r"|indicat|tell|told|blam|acknowledg|speak|talk|outlin|describ|publish|releas|issu|report|admit"
    r"|claim|weigh|recogni[sz]|go so far|went so far)\w*\b",
    re.IGNORECASE,
)
_TO_TELL = re.compile(
    r"(?:to )?(?:say|comment|discuss|specify|elaborate|mention|answer|respond|confirm|reveal"
    r"|disclose|identify|address|explain|clarify|acknowledge|talk|speak|describe|recogni[sz]e)\b"
)
_DENIES = re.compile(
    r"\b(?:deny|denie[ds]|denying|rul(?:e|ed|es|ing) out|reject|refut|disput|exclud|object|contest"
    r"|contradict|doubt|question|minc)\w*",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:\b(?:[Ww]hen|[Ii]f|[Aa]fter being|was|were|been|being|is|are)\s+(?:\w+\s){0,3}"
    r"(?:asked|questioned|pressed|quizzed)|(?:^|[.!?]\s|\n)Asked)\b"
    r"(?:[^.!?,]{0,60}\b(?:about|on|if|whether))?\s*$"
)
WHETHER = re.compile(
    r"(?:if|whether|what|which|who|whom|whose|how|why|when|where|about)\b", re.IGNORECASE
)
_LEADS = re.compile(r"\b(?:about|on|if|whether)\s*$")
_PHRASE = re.compile(
    r"\bthat being said\b|\bhaving said that\b|\bthat said,|\bto say the least\b|\bthat is to say\b"
    r"|\bthat[’']s to say\b|\bneedless to say\b|\bgoes without saying\b|\bso to speak\b"
    r"|\bnot to mention\b|\bsuffice (?:it )?to say\b|\bto say nothing of\b",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"(?:graphics?|photos?|images?|pictures?|video|watch|listen|facts? first|fact ?check|facts?"
    r"|read|related|update[ds]?|editor[’']s note|note|correction|file|caption|analysis|opinion"
    r"|interactive|slideshow|gallery|timeline|map|chart|sources?|live|breaking|more|explainer"
    r"|background|context|key points?|story|story highlights?|highlights?|topics?|location|table"
    r"|figure|quiz|podcast|transcript|credit|exclusive|advertisement)$",
    re.IGNORECASE,
)
_MARKS = frozenset(":-–—|")


def unsaid(
    text: str, content: Sequence[Span], kind: Kind, cue: Span | None, source: Span | None
) -> bool:
    """Whether a sentence reports no words of its source, for all that it looks so."""
    if cue is None:
        return False
    said, name = text[slice(*cue)], text[slice(*source)] if source else ""
    if _page(said, name) or _phrase(text, cue, said, name):
        return True
    return kind is Kind.INDIRECT and (
        _refused(text, content[0][0], cue, said) or _asked(text, content[0], cue)
    )


def _page(said: str, name: str) -> bool:
    """Whether the source is a label of the page, or the cue a part of its furniture."""
    if _PAGE.match(name) and said.strip() in _MARKS:
        return True
    return said.strip().lower() in ("highlights", "advertisement")


def _phrase(text: str, cue: Span, said: str, name: str) -> bool:
    if said.lower().endswith("said") and name.lower() in ("that", "this", "all that"):
        return True
    return _PHRASE.search(text, max(0, cue[0] - 20), cue[1] + 14) is not None


def _refused(text: str, start: int, cue: Span, said: str) -> bool:
    """Whether somebody did not, or would not, say something; a denial is something said."""
    before = text[max(0, cue[0] - 14) : cue[0]]
    if not (NEGATED.search(said) or _BEFORE.search(before)) or _DENIES.search(said):
        return False
    return _TELLS.search(said) is not None or _TO_TELL.match(text, start) is not None


def _asked(text: str, piece: Span, cue: Span) -> bool:
    """Whether a question that somebody else put is told only for the answer to it."""
    found = _ASKED.search(text[max(0, cue[0] - 70) : piece[0]])
    if found is None:
        return False
    return WHETHER.match(text, *piece) is not None or _LEADS.search(found.group()) is not None
