"""A role for people to read: a code's words, or what an article calls the speaker, tidied up.

What stands before a name in an article is kept as it was found ("Sen. , D-California"); shown is
the office in it ("Senator"), and nothing where it names none ("the White House").
"""

from __future__ import annotations

import re

from stancedesk.services.language import marked
from stancedesk.ui.translation import tr

CODES = {
    "HOS": marked("head of state"),
    "HOG": marked("head of government"),
    "VP": marked("vice president"),
    "FM": marked("foreign minister"),
    "DEF": marked("defence minister"),
    "FIN": marked("finance minister"),
    "INT": marked("interior minister"),
    "MIN": marked("minister"),
    "AMB": marked("ambassador"),
    "SPOX": marked("spokesperson"),
    "MIL": marked("military officer"),
    "NSA": marked("security adviser"),
    "ORG": marked("head of the organisation"),
    "OFF": marked("official"),
    "OPP": marked("opposition"),
    "LEG": marked("member of parliament"),
}
PLAIN = {
    "No office: opposition, expert, public figure": marked("no office"),
    "Head or senior official of the organisation": marked("senior official of the organisation"),
    "Finance minister or central bank governor": marked("finance minister or central banker"),
}
"""Titles of the knowledge base that say more than a reader needs."""

FREQUENT = (
    marked("President"), marked("Prime Minister"), marked("Minister of Foreign Affairs"),
    marked("Minister of Defence"), marked("Member of parliament"), marked("Spokesperson"),
    marked("Official"), marked("Ambassador"), marked("Military officer"), marked("Expert"),
    marked("National security adviser"), marked("Secretary of State"), marked("Chancellor"),
    marked("Secretary of Defense"), marked("Foreign Secretary"), marked("Vice President"),
    marked("Governor or mayor"), marked("Pope"), marked("King"), marked("Supreme Leader"),
    marked("Premier"), marked("Senator"), marked("Representative"), marked("Governor"),
    marked("Permanent Representative to the United Nations"),
)  # fmt: skip
"""Titles that are translated; others are shown as the article has them."""

SHORT = {
    "Sen.": "Senator", "Sens.": "Senators", "Rep.": "Representative", "Gov.": "Governor",
    "Gen.": "General", "Lt.": "Lieutenant", "Col.": "Colonel", "Maj.": "Major",
    "Adm.": "Admiral", "Capt.": "Captain", "Amb.": "Ambassador",
}  # fmt: skip

OFFICE = re.compile(
    r"(?i)\b(president|minister|secretary|spokes\w+|ambassador|advis[eo]r|director|chief|head|"
    r"general|senators?|representative|governor|leaders?|officials?|analyst|fellow|professor|"
    r"commissioner|chancellor|premier|king|queen|pope|emperor|envoy|negotiator|speaker|"
    r"candidates?|host|editor|lawyer|activist|chair\w*|officer|commander|expert|mayor|member|"
    r"monarch|executive|correspondent|colonel|major|admiral|captain|undersecretary|prince|emir|"
    r"sheikh|ayatollah|congress\w+|lawmaker|judge|justice|nominee|affaires|coordinator)\b"
)
CUT = re.compile(r"\s*(?:[,;(\[]|\s[-–—]\s|\bwho\b|\bwhose\b|\bsaid\b|\bsays\b|\btold\b).*$")
CODE = re.compile(r"(?<=, )(?:" + "|".join(CODES) + r")(?=, )")
LONGEST = 60


def role(text: str, person: str = "") -> str:
    """A role in words: "FM" is "foreign minister"; "" where the words name no office.

    Args:
        text: A code of the knowledge base, one of its titles, or what an article says.
        person: Whose role it is; the own name is left out.
    """
    if text in CODES:
        return tr(CODES[text])
    if text in PLAIN:
        return tr(PLAIN[text])
    if text in FREQUENT:
        return tr(text)
    office = _office(text, person)
    return tr(office) if office in FREQUENT else office


def in_plain_words(text: str) -> str:
    """A reason of the knowledge base with its codes and titles in words."""
    for title, plain in PLAIN.items():
        text = text.replace(title, tr(plain))
    return CODE.sub(lambda found: tr(CODES[found[0]]), text)


def _office(text: str, person: str) -> str:
    words = " ".join(text.replace(person, " ").split() if person else text.split())
    words = CUT.sub("", words).strip(" ,.;:-–—’'\"“”") if words[:1] not in ",;" else ""
    # The full stop of an abbreviation may have gone with the rest.
    words = " ".join(SHORT.get(each.rstrip(".") + ".", each) for each in words.split())
    words = re.sub(r"(?i)^(the|a|an|one|some|from|of|and)\s+", "", words)
    if not OFFICE.search(words):
        return ""
    if len(words) > LONGEST:
        words = re.split(r"\s+and\s+", words)[0]
    if len(words) > LONGEST:
        words = words[:LONGEST].rsplit(" ", 1)[0] + "…"
    return words[:1].upper() + words[1:]
