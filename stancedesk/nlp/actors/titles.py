"""Words for offices and for people who hold none: what they say of role and standing."""

from __future__ import annotations

import re

TITLE_ROLES: tuple[tuple[str, frozenset[str]], ...] = (
    (r"vice[- ]president", frozenset(("VP", "OFF"))),
    (
        r"(deputy|vice|assistant|junior|under)[- ]?(prime |foreign |"
        r"defen[cs]e )?(minister|secretary|premier)",
        frozenset(("OFF",)),
    ),
    (
        r"national security advis[eo]r|security council secretary|"
        r"secretary of the (national )?security",
        frozenset(("NSA",)),
    ),
    (
        r"foreign (affairs )?(minister|secretary)|secretary of state|top diplomat|"
        r"external affairs minister|minister (of|for) (foreign|external)"
        r"|foreign policy chief",
        frozenset(("FM", "ORG")),
    ),
    (
        r"defen[cs]e (minister|secretary|chief)|secretary of defen[cs]e|minister (of|"
        r"for) (national )?defen[cs]e|secretary of war|war secretary",
        frozenset(("DEF",)),
    ),
    (r"prime minister|premier|taoiseach|\bpm\b", frozenset(("HOG",))),
    (r"press secretary|spokes\w+", frozenset(("SPOX",))),
    (r"chancellor", frozenset(("HOG", "FIN"))),
    (
        r"ambassador|envoy|permanent representative|high commissioner",
        frozenset(("AMB", "UNAMB", "ORG")),
    ),
    (
        r"secretary[- ]general|director[- ]general|managing director|secretary general",
        frozenset(("ORG",)),
    ),
    (r"(finance|treasury|economy) (minister|secretary)|treasury chief", frozenset(("FIN", "OFF"))),
    (
        r"supreme leader|king|queen|emir|sultan|crown prince|\bpope\b|emperor",
        frozenset(("HOS", "HOG")),
    ),
    (r"president", frozenset(("HOS", "HOG", "ORG"))),
    (
        r"general|\bgen\b|admiral|commander|army chief|chief of (general )?staff|colonel",
        frozenset(("MIL", "OFF", "DEF", "HOS", "SPOX")),
    ),
    (r"senator|\bsen\b|\brep\b|congress(wo)?man|\bmp\b", frozenset(("LEG",))),
    (r"governor|\bgov\b|mayor", frozenset(("GOV", "FIN", "OFF"))),
    (r"leader", frozenset(("HOS", "HOG", "OPP", "ORG"))),
    (r"opposition", frozenset(("OPP",))),
)

_ROLES = [(re.compile(pattern, re.I), roles) for pattern, roles in TITLE_ROLES]

UNIQUE_TITLES: tuple[tuple[str, str], ...] = (
    (r"\btaoiseach\b|\btánaiste\b|\btanaiste\b", "IRL"),
    (r"\bsecretary of (defense|state|homeland security|the treasury|commerce|energy|war)\b", "USA"),
    (
        r"\bwhite house\b|\bpress secretary\b|\bdirector of national intelligence\b|"
        r"\bspecial counsel\b",
        "USA",
    ),
    (r"\bpope\b|\bpontiff\b", "VAT"),
    (
        r"\bdefense secretary\b|\btreasury secretary\b|\bcommerce secretary\b|"
        r"\bhomeland security secretary\b",
        "USA",
    ),
    (
        r"\bhouse speaker\b|\bsenate (majority|minority) leader\b|\bhouse (majority|"
        r"minority) leader\b",
        "USA",
    ),
    (r"\b(rep|sen)\.? (?=[A-Z])|\bcongress(wo)?m[ae]n\b|\b(?:Rep|Sen)\.", "USA"),
    (
        r"\bchancellor of the exchequer\b|\bdefence secretary\b|\bhome secretary\b|"
        r"\bfirst sea lord\b|\bprime minister's questions\b|\bdowning street\b",
        "GBR",
    ),
    (r"\bchief cabinet secretary\b", "JPN"),
    (r"\b(?:senior|top|an|the|trump|obama|biden|bush)? ?administration officials?\b", "USA"),
    (r"\bexternal affairs minister\b|\bminister of external affairs\b|\brashtrapati\b", "IND"),
    (r"\bgrand ayatollah\b.*\bsistani\b", "IRQ"),
    (r"\bsupreme leader\b", "IRN"),
    (r"^the (?-i:Navy|Army|Air Force|Marines|Coast Guard)\b", "USA"),
)

_UNIQUE = [(re.compile(pattern, re.I), code) for pattern, code in UNIQUE_TITLES]


def roles_of(text: str) -> frozenset[str]:
    """Roles that the titles in a phrase allow; empty where there is no title."""
    for pattern, roles in _ROLES:
        if pattern.search(text):
            return roles
    return frozenset()


def unique_title(text: str) -> tuple[str, int, int] | None:
    """The state that alone has such a title, with the words' place; weakest of the title rules."""
    for pattern, code in _UNIQUE:
        if found := pattern.search(text):
            return code, found.start(), found.end()
    return None


_AMERICAN = re.compile(
    r"\bSenator (?=[A-Z])|\blawmakers (in|from|of|on) both (parties|sides|chambers)\b|"
    r"\b[Ss]enators (in|from|of|on) both (parties|sides|chambers)\b|"
    r"^(?:[Tt]he )?[Aa]dministration$|"
    r"\b(?:Navy|Army|Air Force|Marine Corps|Marine|Coast Guard) "
    r"(?:Capt|Col|Lt|Maj|Gen|Adm|Sgt|Cmdr|Master|Staff|Vice|Rear|Brig|Secretary)\b|"
    r"\b(bipartisan|Republican|Democratic) (group of )?(senators|lawmakers)\b|"
    r"\b[Ss]enators\b|\b[Cc]ongressional (aides?|officials?|leaders?|staff\w*|sources?)\b|"
    r"\bboth sides of the aisle\b|\b[Ss]enior administrations?\b|"
    r"\b(?:Air Force|Navy|Army|Marine Corps|Coast Guard) officials?\b|"
    r"\bofficials? (?:for|at|with|in) the (?:Air Force|Navy|Army|Marine Corps|Coast Guard)\b|"
    r"\b(?:Gov\.|Lt\. Gov\.|Justice|Rep\.|Sheriff) (?=[A-Z])|"
    r"\bfederal (?:court|judge|prosecutor|appeals court|grand jury)s?\b|\bstate troopers?\b",
)


def american_title(text: str) -> tuple[str, int, int] | None:
    """Titles that are American in an article on the United States, with the words' place."""
    found = _AMERICAN.search(text)
    return ("USA", found.start(), found.end()) if found else None


GENERIC_NULL = re.compile(
    r"\b(western|arab|european|scandinavian|nordic|asian|african|regional|gulf|"
    r"latin american|muslim|islamic|foreign|international|"
    r"allied|baltic|balkan|sunni|shi'?ite|shia|diplomatic|middle eastern|kurdish)\s+"
    r"(diplomats?|officials?|sources?|intelligence|powers?|leaders?|analysts?|"
    r"governments?|countries|states|nations|"
    r"observers?|experts?|ministers?|envoys?|capitals?|allies|military)\b",
    re.I,
)
