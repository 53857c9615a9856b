"""The identity of each statement's speaker within the article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stancedesk.core.model import Found, Span
from stancedesk.nlp.speakers.bodies import Bodies
from stancedesk.nlp.speakers.lexicon import given_names, roles
from stancedesk.nlp.speakers.people import Mention, NameTest, OfficesOf, People, Person
from stancedesk.nlp.speakers.phrases import (
    Description,
    description,
    fits,
    is_title,
    lands,
    pronoun,
    subject,
)
from stancedesk.nlp.speakers.pronouns import IN_WHICH, NAME_ALONE, OWNER, UNNAMED
from stancedesk.nlp.speakers.sentences import Sentences
from stancedesk.nlp.speakers.whole import whole
from stancedesk.nlp.speakers.words import tokens

_REACH = 12
"""Sentences back in which a pronoun looks for its person."""
_SHARE = 0.8
"""What being the person most named around adds to the fit of a bare description."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a source phrase stands for.

    Args:
        mention: The fullest phrase in the article that names the same speaker.
        span: Where it stands, or None if there is none.
        person: Full personal name, if the article lets the reader know it.
        head: Span of the name or of the phrase that names the body.
        context: The sentence around `span`.
        rule: Name of the rule that decided.
    """

    mention: str
    span: Span | None
    person: str | None
    head: Span | None
    context: str
    rule: str


def identify(
    text: str,
    found: Sequence[Found],
    is_person_name: NameTest | None = None,
    is_place: NameTest | None = None,
    offices: OfficesOf | None = None,
) -> list[Identity]:
    """One identity for each statement, in order.

    Args:
        text: The article.
        found: Its statements, in order.
        is_person_name: Says whether a full name is known to be a person's.
        is_place: Says whether a phrase is a place, a state or an organisation.
        offices: Tells a leader by a full or family name, and what he or she is called.
    """
    if not found:
        return []
    return _Reading(text, found, is_person_name, is_place, offices).identities()


class _Reading:
    """One article while its speakers are being identified."""

    def __init__(
        self,
        text: str,
        found: Sequence[Found],
        is_person_name: NameTest | None,
        is_place: NameTest | None,
        offices: OfficesOf | None,
    ) -> None:
        self.text = text
        self.found = found
        self.place = is_place or (lambda _: False)
        sources = tuple(f.speaker for f in found if f.speaker)
        self.people = People(text, is_person_name, is_place, sources, offices)
        self.sentences = Sentences(text)
        self.bodies = Bodies(text, self.people, self.sentences, self.place)
        self.contents = sorted(span for f in found for span in f.content)
        self.own: Sequence[Span] = ()
        self.done: list[tuple[int, Identity, Person | None]] = []

    def identities(self) -> list[Identity]:
        """Identities in the order of the statements; pronouns look back on earlier ones."""
        out: list[Identity] = []
        for statement in self.found:
            identity, person = self._of(statement)
            out.append(identity)
            at = statement.speaker[0] if statement.speaker else statement.content[0][0]
            self.done.append((at, identity, person))
        return out

    def _of(self, statement: Found) -> tuple[Identity, Person | None]:
        if statement.speaker is None:
            return Identity("", None, None, None, "", "no source"), None
        self.own = statement.content
        span = whole(self.text, statement.speaker)
        phrase = self.text[span[0] : span[1]]
        kind = pronoun(phrase)
        if kind == "who":
            return self._relative(span)
        if kind in ("he", "she"):
            return self._personal(span, "m" if kind == "he" else "f")
        if kind == "they":
            return self._body(span)
        if kind == "i":
            return self._plain(span, "first person"), None
        mention = subject(self.people, span)
        if mention is not None:
            return self._named(span, mention, "name")
        if " " not in phrase.strip():
            single = self._single(span, phrase.strip())
            if single is not None:
                return single
        return self._described(span, phrase)

    def _plain(self, span: Span, rule: str) -> Identity:
        phrase = self.text[span[0] : span[1]]
        return Identity(phrase, span, None, span, self.sentences.around(span), rule)

    def _named(self, span: Span, mention: Mention, rule: str) -> tuple[Identity, Person]:
        """A named person: the phrase here if it holds the office, else the fullest elsewhere."""
        person = self.people.of(mention)
        best = mention
        apposed = bool(mention.roles) and mention.phrase[1] > mention.span[1] + 2
        if not apposed and (not mention.roles or " " not in mention.name):
            best = person.fullest()
        low, high = best.phrase
        inside = span[0] <= best.span[0] and best.span[1] <= span[1] + 2
        if best is mention and inside and span[1] - span[0] < 200:
            low, high = min(low, span[0]), max(high, span[1])
        text = self.text[low:high]
        around = self.sentences.around((low, high))
        return Identity(text, (low, high), person.name, best.span, around, rule), person

    def _single(self, span: Span, phrase: str) -> tuple[Identity, Person | None] | None:
        """A capitalised word alone that is neither place nor body is taken for a family name."""
        word = re.sub(r"[’']s?$", "", phrase)
        person = self.people.called(word, span[0])
        if person is not None:
            best = person.fullest()
            around = self.sentences.around(best.phrase)
            text = self.text[best.phrase[0] : best.phrase[1]]
            return Identity(text, best.phrase, person.name, best.span, around, "short name"), person
        if (
            not word[:1].isupper()
            or word.isupper()
            or not word.isalpha()
            or self.place(word)
            or roles().of(word) is not None
            or (word.endswith("s") and self.place(word[:-1]))
        ):
            return None
        around = self.sentences.around(span)
        return Identity(phrase, span, None, span, around, "name alone"), None

    def _relative(self, span: Span) -> tuple[Identity, Person | None]:
        """Resolves "who": the last name or noun phrase before it."""
        word = self.text[span[0] : span[1]].lower()
        for mention in self.people.before(span[0], 3) if word.startswith("who") else ():
            if span[0] - max(mention.phrase[1], mention.span[1]) <= 3:
                return self._named((mention.phrase[0], mention.span[1]), mention, "relative")
            between = self.text[mention.span[1] : span[0]]
            if len(between) < 120 and "." not in between and _APPOSED.match(between):
                return self._named((mention.phrase[0], mention.span[1]), mention, "relative")
        low = self.sentences.start(span[0])
        words = tokens(self.text[max(low, span[0] - 120) : span[0]])
        if not words:
            return self._plain(span, "pronoun unresolved"), None
        base = max(low, span[0] - 120)
        return self._plain(
            (base + words[max(0, len(words) - 8)].start, base + words[-1].end), "relative"
        ), None

    def _in_content(self, span: Span) -> bool:
        at = bisect_left(self.contents, (span[0] + 1, 0)) - 1
        return at >= 0 and self.contents[at][0] <= span[0] < self.contents[at][1]

    def _personal(self, span: Span, gender: str) -> tuple[Identity, Person | None]:
        """Resolves "he", "she": the most prominent person before it of that gender."""
        here = self.sentences.number(span[0])
        for mention in self.people.before(span[0], 1):
            fit = self.people.of(mention).gender in (gender, "-")
            if fit and IN_WHICH.fullmatch(self.text, mention.span[1], span[0]):
                return self._named(mention.span, self.people.of(mention).fullest(), "pronoun")
        best: tuple[float, Person, Mention] | None = None
        for mention in self.people.before(span[0]):
            person = self.people.of(mention)
            back = here - self.sentences.number(mention.span[0])
            if back > _REACH:
                break
            if person.gender not in (gender, "-") or (mention.possessive and back == 0):
                continue
            if any(low <= mention.span[0] < high for low, high in self.own):
                continue  # who speaks does not name himself
            unknown = 0.4 if gender == "m" else 0.9  # titles without a given name are mostly men's
            unknown *= not (gender == "m" and self.people.offices(mention.name))
            score = self._prominence(mention, back) - (unknown if person.gender == "-" else 0.0)
            if best is None or score > best[0]:
                best = (score, person, mention)
        for at, _, speaker in reversed(self.done[-6:]):
            if speaker is None or speaker.gender not in (gender, "-"):
                continue
            back = here - self.sentences.number(at)
            owner = OWNER.match(self.text, at)  # "Mr Falk's remarks" is not "Mr Falk said"
            score = (2.2 if owner else 3.2) - 0.55 * max(back, 0)
            if back <= _REACH and (best is None or score > best[0]):
                best = (score, speaker, speaker.mentions[0])
        if unnamed := self._unnamed(here, gender, best):
            return unnamed, None
        if best is None:
            return self._later(span, gender)
        return self._named(best[2].span, best[1].fullest(), "pronoun")

    def _unnamed(
        self, here: int, gender: str, best: tuple[float, Person, Mention] | None
    ) -> Identity | None:
        """The source right before, if it is one person without a name: "an official ... he"."""
        at, identity, person = self.done[-1] if self.done else (0, None, None)
        if identity is None or person is not None or identity.span is None:
            return None
        back = max(here - self.sentences.number(at), 0)
        between = best is not None and best[2].span[0] > at and not self._in_content(best[2].span)
        if back > 1 or between:
            return None
        if name := NAME_ALONE.match(identity.mention):
            fit = given_names().get(name.group(1).lower(), "-") in (gender, "-")
            bare = fit and not self.place(name.group()) and identity.rule == "as it stands"
            return replace(identity, rule="pronoun") if bare else None
        wanted = description(identity.mention)
        kind = wanted and roles().kind.get(wanted.head)
        if wanted is None or wanted.head not in UNNAMED or kind != "office" or wanted.plural:
            return None
        told = {roles().gender.get(word.bare.lower()) for word in tokens(identity.mention)}
        return None if told & ({"m", "f"} - {gender}) else replace(identity, rule="pronoun")

    def _prominence(self, mention: Mention, back: int) -> float:
        """Subjects come before objects, the near before the far, the quoted last."""
        score = 1.2
        start = self.sentences.start(mention.span[0])
        ahead = self.text[start : mention.phrase[0]].strip()
        if (len(ahead.split()) <= 3 or is_title(ahead)) and not mention.possessive:
            score = 2.8
        elif re.match(
            r"\s*(?:,[^,]{3,80},\s*)?(?:who|has|had|was|is|said|says|told|will)\b",
            self.text[mention.span[1] : mention.span[1] + 110],
        ):
            score = 2.4
        if self._in_content(mention.span):
            score -= 1.2
        if mention.possessive:
            score -= 0.6
        return score - 0.55 * back

    def _later(self, span: Span, gender: str) -> tuple[Identity, Person | None]:
        """A pronoun before the name, in the same or the next two sentences."""
        here = self.sentences.number(span[0])
        for mention in self.people.after(span[1], 5):
            person = self.people.of(mention)
            if self.sentences.number(mention.span[0]) > here + 2:
                break
            if person.gender in (gender, "-") and not self._in_content(mention.span):
                return self._named(mention.span, person.fullest(), "pronoun before name")
        return self._plain(span, "pronoun unresolved"), None

    def _body(self, span: Span) -> tuple[Identity, Person | None]:
        """Resolves "it", "they": the last body, state or group that spoke or began a sentence."""
        here = self.sentences.number(span[0])
        start = self.sentences.starts[here]
        subject_here = self.bodies.opening(start, span[0])
        if subject_here is not None:
            return self._plain(subject_here, "pronoun"), None
        if self.text[slice(*span)].lower() in ("they", "them"):
            pair = self.bodies.pair(here - 1)
            if pair is not None:
                return self._plain(pair, "pronoun"), None
        main = self.bodies.main_clause(here - 1)
        if main is not None and self.text[slice(*span)].lower() in ("it", "its", "itself"):
            return self._plain(main, "pronoun"), None
        for at, identity, person in reversed(self.done[-6:]):
            near = here - self.sentences.number(at) <= 4 and identity.span is not None
            fit = person is None and self._may_be_it(identity, self.text[slice(*span)].lower())
            if near and fit:
                return replace(identity, rule="pronoun"), None
        for number in range(here - 1, max(-1, here - 4), -1):
            opening = self.bodies.opening(
                self.sentences.starts[number], self.sentences.starts[number + 1]
            )
            if opening is not None:
                return self._plain(opening, "pronoun"), None
        return self._plain(span, "pronoun unresolved"), None

    def _may_be_it(self, identity: Identity, word: str) -> bool:
        """Whether "it" or "they" may mean an earlier source that is no person."""
        if identity.rule == "pronoun unresolved":
            return False
        known = description(identity.mention)
        if known is None:
            return any(w[:1].isupper() for w in identity.mention.split()[1:] or [identity.mention])
        body = roles().kind.get(known.head) == "body"
        return body or not (word in ("it", "its") and known.plural)

    def _described(self, span: Span, phrase: str) -> tuple[Identity, Person | None]:
        """Resolves "the minister", "the ministry": whom or what in the article it describes."""
        if owned := _OWNED.match(phrase):
            owner = self._holder(span, f"the {owned.group(1)}")
            if owner is not None:
                mention = f"{self.people.of(owner).name}’s {owned.group(2)}"
                around = self.sentences.around(span)
                return Identity(mention, span, None, span, around, "description"), None
        wanted = description(phrase)
        if wanted is None:
            return self._plain(span, "as it stands"), None
        if roles().kind.get(wanted.head) != "body" and wanted.definite and not wanted.plural:
            match = self._holder(span, phrase)
            if match is not None:
                return self._named(match.span, match, "description")
        elif wanted.definite and len(tokens(phrase)) <= 3:
            for _, identity, person in reversed(self.done[-40:]):
                if person is not None or identity.span is None:
                    continue
                other = description(identity.mention)
                if (
                    other is not None
                    and other.head == wanted.head
                    and len(identity.mention) > len(phrase)
                    and not wanted.lands
                ):
                    return replace(identity, rule="description"), None
        return self._plain(span, "as it stands"), None

    def _holder(self, span: Span, phrase: str) -> Mention | None:
        """The mention whose title answers the description: before it, else after."""
        wanted = description(phrase)
        if wanted is None:
            return None
        near = [*self.people.before(span[0], 60), *self.people.after(span[1], 30)]
        most = max((len(self.people.of(m).mentions) for m in near), default=1)
        best: Mention | None = None
        best_score = 0.0
        for mention in near:
            score = self._answers(wanted, mention, span)
            if not score:
                continue
            if not wanted.lands:
                score += _SHARE * len(self.people.of(mention).mentions) / most
            if score > best_score:
                best, best_score = mention, score
        return best

    def _of_another(self, wanted: Description, mention: Mention) -> bool:
        """Whether a leader known leads another land: "Turkey's president" is not any president."""
        known = [word[1:] for word in self.people.offices(mention.name) if word[0] == "@"]
        return bool(known) and not any(wanted.lands & lands(tokens(land)) for land in known)

    def _answers(self, wanted: Description, mention: Mention, span: Span) -> float:
        """How well a mention before or after a description answers it; 0 means not at all."""
        later = mention.span[0] > span[0]
        if mention.possessive and later:
            return 0.0
        score = 0.0
        if mention.roles:
            title = self.text[mention.phrase[0] : mention.span[0]]
            title += self.text[mention.span[1] : mention.phrase[1]]
            if wanted.lands and not lands(tokens(title)) and self._of_another(wanted, mention):
                return 0.0
            score = fits(wanted, title)
        if not score and not wanted.lands and (known := self.people.offices(mention.name)):
            score = fits(wanted, " ".join(sorted(w for w in known if w[0] != "@")))
        if not score:
            return 0.0
        distance = abs(self.sentences.number(span[0]) - self.sentences.number(mention.span[0]))
        if later and distance > 6 and not wanted.lands:
            return 0.0
        return score - 0.02 * distance - 0.3 * later


_APPOSED = re.compile(r"\s*(?:,|\(|of\s|from\s|[–—-])")
"""What may begin between a name and the "who" that is said of it."""
_OWNED = re.compile(
    r"(?:[Tt]he|[Hh]is|[Hh]er)\s(president|prime minister|premier|chancellor|king)[’']s\s"
    r"((?:\w+\s){0,3}(?:aides?|advis[eo]rs?|spokes\w+|office|lawyers?|allies|team|campaign))\b"
)
