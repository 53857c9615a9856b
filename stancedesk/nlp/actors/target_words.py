"""Words that the choice of targets goes by."""

from __future__ import annotations

import re

ADDRESS = re.compile(
    r"\b(told|urg\w+|warn\w*|accus\w+|condemn\w*|blam\w+|prais\w+|thank\w*|"
    r"call(?:ed|s|ing)? (?:on|for)|ask\w*|"
    r"criti[cs]\w+|demand\w*|press\w*|threaten\w*|denounc\w+|slam\w*|against|toward|rebuk\w+|"
    r"assur\w+|promis\w+)\b",
    re.I,
)
"""Whom a reporting clause addresses stands behind one of these."""

DOMESTIC = re.compile(
    r"\b(elections?|electoral|campaigns?|candidates?|voters?|votes?|polls?|primary|primaries|"
    r"republicans?|democrats?|gop|senators?|senate|lawmakers?|bipartisan|impeach\w*|parliament|"
    r"tax(es)?|budgets?|jobs|wages|health ?care|insurance|abortion|marriage|guns?|police|crimes?|"
    r"courts?|judges?|lawsuits?|investigations?|emails?|schools?|students?|covid|virus|pandemic|"
    r"vaccines?|hospitals?|patients?|nominees?|nomination|tories|labour|referendum|coalition)\b",
    re.I,
)
"""A statement that speaks of these alone is often about nobody abroad."""

ABROAD = re.compile(
    r"\b(they|them|their|deals?|agreements?|treaty|talks?|negotiat\w+|diploma\w+|summit|war|peace|"
    r"sanctions?|tariffs?|cease-?fires?|attack\w*|strikes?|missiles?|nuclear|weapons?|troops|"
    r"military|invasion|regimes?|enem(y|ies)|adversar\w+|threat\w*|retaliat\w*|border|tensions?|"
    r"foreign|international|aggressi\w+|terror\w*|embass\w+|hostages?)\b",
    re.I,
)
"""A statement that speaks of these is seldom about home alone."""

FORCE = re.compile(
    r"\b(invad\w+|invasion|troops|attack\w*|aggressi\w+|threat\w*|missiles?|strikes?|war|bomb\w*|"
    r"military|forces?|soldiers|kill\w*|occup\w+|annex\w*|escalat\w+|violat\w+|weapons?|"
    r"fir(?:e|ed|ing)|launch\w*|buil[dt]-?up|provo\w+|destroy\w*|terror\w*)\b",
    re.I,
)
"""Where force is spoken of, one party is the target: whose force it is."""

TALK = re.compile(
    r"\b(talks?|dialogue|negotiat\w+|peace\w*|diploma\w+|cease-?fires?|relations|agree\w*|deals?|"
    r"cooperat\w+|meet\w*|summit|treaty|mediat\w+|resol\w+|settle\w*|de-escalat\w+|restraint)\b",
    re.I,
)
"""Where talks are spoken of, all their parties may be targets."""

BOTH = re.compile(
    r"\b(both|between|sides|parties|each other|two (?:countries|nations|states))\b", re.I
)

WE = frozenset(("we", "us", "our", "ours", "i", "my"))
HE = frozenset(("he", "she", "his", "her", "him"))
THEY = frozenset(("they", "their", "them", "it", "its"))
POINTING = ("he", "she", "they", "it", "you", "this", "that", "these")
