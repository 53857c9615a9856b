"""The names of the rules that judge, in the user's language: why a value is what it is."""

from __future__ import annotations

from stancedesk.services.language import marked
from stancedesk.ui.roles import in_plain_words
from stancedesk.ui.translation import tr
from stancedesk.ui.words import quoted

SPEAKER = (
    marked("as it stands"), marked("body"), marked("description"), marked("first person"),
    marked("name"), marked("name alone"), marked("no source"), marked("pronoun"),
    marked("pronoun before name"), marked("pronoun unresolved"), marked("relative"),
    marked("short name"),
)  # fmt: skip
COUNTRY = (
    marked("adjective"), marked("affiliation"), marked("apposition"), marked("based"),
    marked("capital"), marked("family name"), marked("inherits"), marked("institution"),
    marked("joint"), marked("metonym"), marked("national"), marked("office-holder"),
    marked("organisation"), marked("party"), marked("place"), marked("region"),
    marked("said before"), marked("sender"), marked("state"), marked("title"), marked("target"),
)  # fmt: skip
STANCE = (
    marked("cue"), marked("force"), marked("attack"), marked("consequence"), marked("sanction"),
    marked("breakoff"), marked("mobilise"), marked("blame"), marked("demand"), marked("reject"),
    marked("doubt"), marked("danger"), marked("dialogue"), marked("peace"), marked("hope"),
    marked("praise"), marked("deny"), marked("offer"), marked("promise"), marked("agree"),
    marked("concede"), marked("neutral"), marked("in a condition"), marked("negated"),
    marked("negated twice"), marked("calibration"), marked("end of the scale"),
    marked("no word or phrase decides"),
)  # fmt: skip
PLAIN = {
    "encoder": marked("language model"),
    "whole and surroundings": marked("the whole in its context"),
    "left out": marked("if left out"),
    "surroundings": marked("what the article is about"),
}
"""What rules are called whose own name says little to who did not build them."""


def rule_words(rule: str) -> str:
    """The name of a rule, each part of it translated: "blame, negated"."""
    parts = list(dict.fromkeys(rule.split(", ")))
    return ", ".join(tr(PLAIN.get(part, part)) for part in parts)


def because(rule: str, text: str) -> str:
    """A rule and the words that it saw: "office-holder: “the president”"."""
    said = quoted(in_plain_words(text))
    return f"{rule_words(rule)}: {said}" if text else rule_words(rule)
