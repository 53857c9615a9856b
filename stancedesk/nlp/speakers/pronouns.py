"""Words around a pronoun that tell whom it means."""

from __future__ import annotations

import re

from stancedesk.nlp.speakers.lexicon import word_set

IN_WHICH = re.compile(r",?\s(?:in|during|at|after|to|for|on)\s(?:which|whom)\s")
"""What stands between a name and the pronoun in its relative clause."""
NAME_ALONE = re.compile(r"([A-Z][\w’'-]+) [A-Z][\w’'-]+(?=,)")
"""A name with an apposition that tells no office: "Ada Moor, a neighbour"."""
OWNER = re.compile(r"[^\s,]+(?:\s[^\s,]+){0,3}?[’']s?\s")
"""The owner of remarks or a claim, as a source."""
UNNAMED = word_set(
    "official source diplomat spokesman aide adviser officer expert analyst resident witness "
    "soldier fighter activist protester refugee"
)
"""Heads of sources that an article leaves without a name: a pronoun may mean them."""
