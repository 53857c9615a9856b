"""What a source phrase is: a pronoun, a named person, a definite description, or something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from stancedesk.core.model import Span
from stancedesk.nlp.speakers.lexicon import ADJECTIVES, roles, word_set
from stancedesk.nlp.speakers.people import Mention, People
from stancedesk.nlp.speakers.words import Token, tokens

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
THEY = frozenset({"they", "them", "their", "themselves", "it", "its", "itself"})
WHO = frozenset({"who", "whose", "whom", "which", "that"})
FIRST = frozenset({"i", "we", "me", "us", "our", "my", "you", "your"})

_PREPOSITIONS = word_set(
    """
    of for to from by at in on with against near about within under
    """
)
_VAGUE = word_set(
    """
    official source diplomat expert analyst observer insider
    """
)
_SAME = {
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "chairwoman": "chairman",
    "chair": "chairman",
    "congresswoman": "congressman",
    "advisor": "adviser",
    "head": "chief",
    "director": "chief",
    "commander": "chief",
    "ceo": "chief",
    "premier": "prime",
    "envoy": "ambassador",
    "sen": "senator",
    "gen": "general",
    "gov": "governor",
    "rep": "congressman",
    "representative": "congressman",
    "lawmaker": "congressman",
}
_LEADS = word_set(
    """
    president chancellor prime chairman king queen emir sultan premier pope
    """
)
_LAND = {
    "us": "usa", "u.s": "usa", "american": "usa", "america": "usa", "washington": "usa",
    "united": "usa", "uk": "brit", "u.k": "brit", "moscow": "russ", "kremlin": "russ",
    "beijing": "chin", "kyiv": "ukra", "kiev": "ukra", "tehran": "iran", "berlin": "germ",
    "paris": "fren", "france": "fren", "london": "brit", "pyongyang": "nort",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Description:
    """A description by office: its head noun, the other role nouns, and the lands it names."""

    head: str
    words: frozenset[str]
    lands: frozenset[str]
    plural: bool
    definite: bool


def words_of(phrase: str) -> list[str]:
    """Lower-case words of a phrase without possessive endings."""
    return [t.bare.lower().rstrip(".") for t in tokens(phrase)]


def same(word: str) -> str:
    """One word for offices that mean the same."""
    return _SAME.get(word, word)


def lands(words: list[Token]) -> frozenset[str]:
    """Names of states and bodies in a phrase, cut so that "Russia" and "Russian" agree."""
    out = set()
    for word in words:
        lower = word.bare.lower().rstrip(".")
        plain = lower in ("the", "a", "an", "his", "her") or roles().of(word.bare) is not None
        if word.capital and not plain:
            out.add(_LAND.get(lower, lower[:4]))
    return frozenset(out)


def description(phrase: str) -> Description | None:
    """The phrase read as a description by office or body, or None."""
    words = tokens(phrase.split(",")[0])
    if not words:
        return None
    stop = next(
        (n for n, w in enumerate(words) if n and w.text.lower() in _PREPOSITIONS), len(words)
    )
    core = words[:stop]
    head = next((w for w in reversed(core) if roles().of(w.bare) is not None), None)
    body = head is None or roles().of(head.bare) == "body"
    if body and len(words) > stop and roles().of(words[-1].bare) == "office":
        head = words[-1]  # "the Ministry of Commerce spokesman"
    if head is None:
        return None
    lower = head.bare.lower().rstrip(".")
    plural = lower not in roles().kind and lower.endswith("s")
    singular = lower[:-1] if plural else lower
    parts = {p for w in words for p in w.bare.lower().rstrip(".").split("-")}
    first = words[0].text.lower()
    definite = first in ("the", "his", "her", "its", "their") or any(w.possessive for w in core)
    return Description(
        same(singular),
        frozenset(same(p) for p in parts),
        lands(words),
        plural,
        definite or (words[0].capital and first not in ("a", "an")),
    )


def is_title(ahead: str) -> bool:
    """Whether a sentence begins with no more than the office of the name that follows."""
    told = description(ahead[:-1]) if ahead.endswith(",") and ahead.count(",") == 1 else None
    return told is not None and not told.plural and len(ahead.split()) <= 9


def fits(wanted: Description, phrase: str) -> float:
    """How well a title (without the name) answers a description; 0 means that it does not."""
    if wanted.plural or (wanted.head in _VAGUE and "top" not in wanted.words):
        return 0.0
    words = tokens(phrase)
    if any(w.text.lower() in _PAST for w in words) and not wanted.words & _PAST:
        return 0.0
    have = {same(p) for w in words for p in w.bare.lower().rstrip(".").split("-")}
    there = lands(words)
    if wanted.lands and there and not wanted.lands & there:
        return 0.0
    score = 0.0
    if wanted.head in have:
        score = 1.0
    elif wanted.head == "chief" and "government" in wanted.words:
        score = 0.8 * bool(have & {"chancellor", "prime", "premier"})
    elif wanted.head == "chief" and "state" in wanted.words:
        score = 0.8 * bool(have & {"president", "king", "queen", "emir"})
    elif (wanted.lands or wanted.head in _VAGUE) and not wanted.lands & there:
        return 0.0
    elif wanted.head in ("leader", "ruler") and have & _LEADS:
        score = 0.8
    elif wanted.head == "chief" and (have & _LEADS or "secretary" in have):
        score = 0.6
    elif wanted.head in _VAGUE and have & (_LEADS | {"secretary", "minister", "chief"}):
        score = 0.4
    elif wanted.head == "diplomat" and have & {"minister", "secretary"}:
        score = 0.6
    if not score:
        return 0.0
    kinds = wanted.words & have - {"the", "of", "a", "an"}
    clash = _DEPARTMENTS & wanted.words
    if clash and not clash & have:
        return 0.0
    return score + 0.2 * len(kinds) + 0.5 * bool(wanted.lands & there)


_NOUNS = word_set(
    """
    ally aide aides family camp era surrogate surrogates appointee loyalist loyalists fan fans
    voter voters donor donors plan bill policy lawyer lawyers associate associates insiders
    confidant backer backers critic doctrine
    """
)
_PAST = word_set("former ex late onetime first-ever ever then-president")
_DEPARTMENTS = word_set(
    """
    foreign defence defense interior finance trade energy economy prime deputy vice
    press communications
    """
)


def subject(people: People, span: Span) -> Mention | None:
    """The person that a source phrase names as its head, or None: "Biden's office" names none."""
    text = people.text
    for mention in people.within(span):
        if mention.possessive and mention.span[1] < span[1] - 2:
            continue
        before = text[span[0] : mention.span[0]]
        after = text[mention.span[1] : span[1]]
        if _modifies(after):
            continue
        clause = before.rpartition(",")[2]
        if _depends(clause):
            continue
        if before.count(",") and not _apposed(before, clause):
            continue
        return mention
    return None


def _modifies(after: str) -> bool:
    """Whether a noun follows at once: "the Trump administration", "a Putin aide"."""
    if re.match(r"\s+[\w’'-]+", after) is None:
        return False
    for word in re.findall(r"\s+([\w’'-]+)", after)[:4]:
        if roles().of(word) is not None or word.lower() in _NOUNS:
            return True
        if word not in ADJECTIVES:
            return False
    return False


def _depends(clause: str) -> bool:
    """Whether a name stands in the object of a preposition: "a lawyer for (President) Trump"."""
    words = [t.bare for t in tokens(clause)]
    lower = [w.lower() for w in words]
    at = max((n for n, w in enumerate(lower) if w in _PREPOSITIONS and n), default=None)
    if at is None:
        return False
    between = [w for w in words[at + 1 :] if w.lower() != "the"]
    return all(roles().of(w) in ("office", "courtesy") for w in between)


def _apposed(before: str, clause: str) -> bool:
    """Whether a name after a comma explains a role: "the ambassador, Husam Zomlot"."""
    return not clause.strip() or description(before.partition(",")[0]) is not None


_LINKS = frozenset({"but", "and", "yet", "so", "as", "while", "though", "then"})
_BEFORE_VERBS = frozenset({"he", "she", "they", "it", "who"})


def pronoun(phrase: str) -> str | None:
    """Class of a pronoun ("he", "she", "they", "who", "i"), or None."""
    words = phrase.lower().strip(' ,“”":').split()
    if len(words) > 1 and words[0] in _LINKS:
        words = words[1:]
    if not words or len(words) > 2:
        return None
    word = words[0]
    for name, known in (("he", HE), ("she", SHE), ("they", THEY), ("who", WHO), ("i", FIRST)):
        if word in known and (len(words) == 1 or word in _BEFORE_VERBS):
            return name
    return None
