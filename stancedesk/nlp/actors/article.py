"""What an article says of the people and bodies in it, so that later mentions may lean on it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from stancedesk.core.model import Span
from stancedesk.nlp.actors.bodies import short_names
from stancedesk.nlp.actors.knowledge import KnowledgeBase
from stancedesk.nlp.actors.mention import Hit, Part, Phrase, assign_parts, find_hits, find_name
from stancedesk.nlp.actors.people import name_words
from stancedesk.nlp.actors.spelling import Token, tokens
from stancedesk.nlp.actors.standing import PRIVATE_KINDS, official_of
from stancedesk.nlp.actors.titles import roles_of
from stancedesk.nlp.actors.vocabulary import (
    ABBREVIATIONS,
    CLAUSE_WORDS,
    FAMILY_FIRST,
    HEADS,
    LEADING,
    LOCAL,
    NOT_APPOSED,
    OF_THE_COUNTRY,
    OFFICIAL_WORDS,
    PAPERS,
    PARTICLES,
    RELATIVE_VERBS,
    SAME_HEAD,
    SPEECH_VERBS,
    STOP,
    TITLE_WORDS,
    UNOFFICIAL_WORDS,
)

INDEFINITE = ("a", "an", "two", "three", "several", "some")
_OPENERS = ("the", "in", "but", "and", "even", "yet", "while", "on")
_LEADING_KINDS = ("state", "adjective", "capital", "seat", "agency", "state media")


@dataclass(frozen=True, slots=True)
class Described:
    """A person or body with the words that say for whom it speaks. Offsets are into the article."""

    name: str
    code: str
    official: bool
    role: str | None
    span: Span
    text: str
    head: str = ""
    private: bool = False


class ArticleMemory:
    """Names and bodies of one text with their descriptions, found once.

    Args:
        kb: The knowledge base.
        text: The article, or as much of it as is at hand.
        date: Its day, ISO.
    """

    def __init__(self, kb: KnowledgeBase, text: str, date: str | None) -> None:
        self.kb = kb
        self.text = text
        self.date = date
        self.words = tokens(text)
        self.hits = find_hits(kb, self.words, date, text)
        self._taken = {k for h in self.hits for k in range(h.first, h.last)}
        self._capitals = {w.key for w in self.words if w.capital}
        self._people: dict[str, Described] = {}
        self._full: dict[str, str] = {}
        self._firsts = [h.first for h in self.hits]
        self._told: list[Described] = []
        self._heads: dict[str, list[Described]] = {}
        self._short: dict[str, Hit] | None = None
        self._sources: list[Described] = []
        self._counts = Counter(hit.sense.code for hit in self.hits)
        self._scan()

    def of(self, name: str) -> Described | None:
        """What was said of the bearer of a full or family name."""
        words = name_words(name)
        if not words:
            return None
        found = self._people.get(" ".join(words))
        if found or (
            len(words) > 1 and words[0] in self.kb.given_names and " ".join(words) in self._full
        ):
            return found
        last = self._people.get(words[-1]) or (
            self._people.get(words[0]) if len(words) > 1 else None
        )
        if last and len(words) > 1 and not set(words) & set(name_words(last.name)) - {words[-1]}:
            return None
        return last

    def full_name(self, name: str) -> str | None:
        """The full name that the article gives for a family name."""
        words = name_words(name)
        full = self._full.get(words[-1]) if len(words) == 1 else None
        return full if full and not self._of_leader(words[-1], full) else None

    def _of_leader(self, word: str, full: str) -> bool:
        """Whether a family name alone is a leader's and the full name a relative's."""
        people = self.kb.people
        leader = people.by_family(word, self.date)
        if leader is None or not leader.current or leader.score < 7.0:
            return False
        return people.canonical(leader.term.name) not in map(people.canonical, people.names(full))

    def names_anyone(self, names: list[str]) -> str | None:
        """The one of the names whose family name the text has; None for several or none."""
        found = {
            self.kb.people.canonical(n) for n in names if self.kb.people.family(n) & self._capitals
        }
        return found.pop() if len(found) == 1 else None

    def most_named(self) -> str:
        """The code of the state or body that the article names most often, or nothing."""
        return next((code for code, _ in self._counts.most_common(1)), "")

    def count(self, code: str) -> int:
        """How often the article names a state or body."""
        return self._counts[code]

    def find(self, mention: str) -> int:
        """Where a mention stands, or the end of the text."""
        at = self.text.find(mention)
        return at if at >= 0 else len(self.text)

    def of_head(self, phrase: Phrase, position: int) -> Described | None:
        """The last body or office of the phrase's kind named before `position`."""
        wanted = heads_of(phrase.words)
        lead = phrase.words[0].key
        if lead == "the" and len(phrase.words) < 4 and phrase.words[-1].key in PAPERS:
            return self.last_source(position)
        if not wanted or len(phrase.words) > 6:
            return None
        if lead not in ("the", "his", "her", "their", "its"):
            return self._local(phrase, wanted, position)
        if described := self.last_head(wanted, position):
            return described
        if wanted and set(wanted) <= OF_THE_COUNTRY and not phrase.name:
            return self.near(position) or self.last_head(OF_THE_COUNTRY, position)
        return None

    def _local(self, phrase: Phrase, wanted: list[str], position: int) -> Described | None:
        """An unnamed source without a land: another of the last, else of the sentence's state."""
        lead = phrase.words[0].key
        if phrase.name:
            return self.last_head(wanted, position)
        if lead in ("another", "one", "officials", "authorities"):
            both = {w.removesuffix("s") for w in wanted} | {*wanted}
            if described := self.last_head(both, position, reach=700):
                return described
        return self.near(position) if set(wanted) <= LOCAL else None

    def last_source(self, position: int) -> Described | None:
        """The last source that was resolved at most 800 characters before a place."""
        at = bisect_left(self._sources, position, key=_start)
        if not at or position - self._sources[at - 1].span[1] > 800:
            return None
        return self._sources[at - 1]

    def note_source(self, text: str, position: int, code: str, official: bool) -> None:
        """Keep a source in the order of the text: "the statement" later may be its."""
        span = (position, position + len(text))
        insort(self._sources, Described("", code, official, None, span, text), key=_start)

    def remember(self, phrase: Phrase, position: int, code: str, official: bool) -> None:
        """Keep whom an unnamed source speaks for: "the official" may be said of it later."""
        wanted = heads_of(_core(phrase.words))
        if not wanted or phrase.name:
            return
        span = (position, position + len(phrase.text))
        described = Described("", code, official, phrase.text, span, phrase.text, wanted[-1])
        known = self._heads.setdefault(wanted[-1], [])
        at = bisect_left(known, position, key=_start)
        if at == len(known) or known[at].span != span:
            insort(known, described, key=_start)

    def short_body(self, word: Token) -> Hit | None:
        """The body that the article calls by one word of its name: "Heritage", "the Post"."""
        if self._short is None:
            self._short = short_names(self.kb, self.words, self.hits)
        return self._short.get(word.key)

    def _scan(self) -> None:
        i = 0
        while i < len(self.words):
            word = self.words[i]
            if i in self._taken or not word.capital or word.key in TITLE_WORDS:
                i += 1
                continue
            first, last = find_name(self.words[i : i + 7], self._shifted(i, i + 7))
            if first != 0:
                i += 1
                continue
            last += i
            self._note(i, last)
            i = last
        for hit in self.hits:
            self._note_head(hit)
        for described in sorted(self._told, key=_start):
            self._heads.setdefault(described.head, []).append(described)

    def hits_within(self, first: int, last: int) -> list[Hit]:
        """Hits that begin at one of the words `first` to `last`."""
        return self.hits[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def words_before(self, position: int, most: int) -> list[Token]:
        """The last words that begin before a place in the text, in order."""
        at = bisect_left(self.words, position, key=_begin)
        return self.words[max(0, at - most) : at]

    def hits_around(self, position: int, reach: int) -> list[Hit]:
        """Hits that begin less than `reach` characters from a place in the text."""
        low = bisect_left(self.words, position - reach + 1, key=_begin)
        return self.hits_within(low, bisect_left(self.words, position + reach, low, key=_begin))

    def _shifted(self, start: int, end: int) -> list[Hit]:
        return [
            Hit(h.first - start, h.last - start, h.sense)
            for h in self.hits_within(start, end)
            if h.last <= end
        ]

    def _note(self, first: int, last: int) -> None:
        name = self.text[self.words[first].start : self.words[last - 1].end]
        words = name_words(name)
        left, right = self._left(first), self._right(last)
        hits = self.hits_within(left, right)
        right = max([right, *(hit.last for hit in hits)])  # "in Washington D.C."
        if len(words) > 1:
            for part in (
                {words[-1], words[0]} if words[0] not in self.kb.given_names else {words[-1]}
            ):
                self._full.setdefault(part, name)
        if not hits:
            self._note_holder(name, first, last, left)
            return
        span = (self.words[left].start, self.words[right - 1].end)
        phrase = Phrase(
            self.text[span[0] : span[1]],
            self.words[left:right],
            [Hit(h.first - left, h.last - left, h.sense) for h in hits],
            name,
            first - left,
            last - left,
        )
        assign_parts(phrase.words, phrase.hits)
        senders = [h for h in phrase.hits if h.part is Part.SENDER]
        if not senders or _merely_there(phrase, senders[0]):
            return
        hit = senders[0]
        described = Described(
            name,
            hit.sense.code,
            official_of(phrase, hit),
            _trim(phrase),
            span,
            phrase.text,
            _head(phrase.words[: first - left] or phrase.words[last - left :]),
            _private(phrase),
        )
        self._told.append(described)
        key = " ".join(words)
        self._people.setdefault(key, described)
        if len(words) > 1:
            family = (
                words[0]
                if hit.sense.code in FAMILY_FIRST and words[0] not in self.kb.given_names
                else words[-1]
            )
            for part in {family, words[-1]}:
                if part not in PARTICLES:
                    self._people.setdefault(part, described)

    def _note_holder(self, name: str, first: int, last: int, left: int) -> None:
        """An office-holder named with a bare title: "President Barack Obama"."""
        head = _head(self.words[left:first])
        if not head:
            return
        span = (self.words[left].start, self.words[last - 1].end)
        roles = roles_of(self.text[span[0] : self.words[first].start])
        people = self.kb.people
        holder = (
            people.full(name, self.date, roles)
            if len(name_words(name)) > 1
            else people.by_family(name, self.date, roles)
        )
        if holder is not None and holder.current and (not roles or holder.term.role in roles):
            self._told.append(
                Described(
                    holder.term.name,
                    holder.term.code,
                    holder.term.official,
                    self.text[span[0] : span[1]],
                    span,
                    self.text[span[0] : span[1]],
                    head,
                )
            )

    def near(self, position: int) -> Described | None:
        """The state that the sentence of `position` or the two before it begin with."""
        found = None
        for hit in self.hits_around(position, 701):
            if self.words[hit.first].start >= position:
                break
            if hit.sense.kind in _LEADING_KINDS and self._opens(hit):
                found = hit
        if found is None:
            return None
        span = (self.words[found.first].start, self.words[found.last - 1].end)
        return Described("", found.sense.code, True, None, span, self.text[span[0] : span[1]])

    def last_head(
        self, wanted: Iterable[str], position: int, reach: int = 10**9
    ) -> Described | None:
        """The last body or office of one of the kinds that ends at most `reach` before a place."""
        best: Described | None = None
        for head in wanted:
            known = self._heads.get(head, ())
            at = bisect_left(known, position, key=_start)
            while at and known[at - 1].span[1] > position:
                at -= 1
            if at and (best is None or known[at - 1].span[0] > best.span[0]):
                best = known[at - 1]
        return best if best is None or position - best.span[1] <= reach else None

    def _opens(self, hit: Hit) -> bool:
        """Whether a hit begins its sentence, alone or behind "the" or "in"."""
        if self.words[hit.first].hyphen:
            return False
        if hit.last < len(self.words) and self.words[hit.last].hyphen:
            return False
        before = self.words[hit.first - 1] if hit.first else None
        if before is None or any(c in self.words[hit.first].gap for c in '.\n\u201d"?!'):
            return True
        return before.key in _OPENERS and any(c in before.gap for c in '.\n\u201d"')

    def _left(self, first: int) -> int:
        """First token of the titles and adjectives before a name."""
        i = first
        while i > 0 and first - i < 12:
            word, before = self.words[i], self.words[i - 1]
            gap = word.gap.strip(" \u00a0")
            if before.key in ("the", "a", "an") and self.words[max(0, i - 2)].key not in (
                "of",
                "for",
            ):
                break
            if before.key == "under" and word.key != "secretary":
                break
            if before.key in CLAUSE_WORDS or gap not in ("", "-", "‑", "."):
                break
            if (gap == "." and before.key not in ABBREVIATIONS) or (gap == "-" and word.gap != "-"):
                break
            tied = before.hyphen or word.hyphen
            if i - 1 not in self._taken and before.key not in TITLE_WORDS and not tied:
                break
            i -= 1
        i = self._own_title(i, first)
        while i < first and self.words[i].key in LEADING:
            i += 1
        inside = self.hits_within(i, first)
        titled = any(
            k not in self._taken and self.words[k].key not in LEADING for k in range(i, first)
        )
        if inside and not titled and inside[-1].sense.kind not in ("adjective", "party"):
            owned = self.words[inside[-1].last - 1].possessive
            return i if owned else first  # "talks with China, Trump", not "China's Xi"
        return i

    def _own_title(self, left: int, first: int) -> int:
        """Where the title of the name itself begins: "critics of the Obama" have another's."""
        for i in range(first - 1, left - 1, -1):
            if i in self._taken:
                return left
            if self.words[i].key in ("of", "for", "to"):
                return i + 1
        return left

    def _right(self, last: int) -> int:
        """End of the apposition after a name: ", a senior fellow at ...", " of the ..."."""
        if last >= len(self.words):
            return last
        first = self.words[last]
        gap = first.gap.strip()
        if gap not in ("", ",", "(") or (not gap and first.key not in ("of", "from", "at", "with")):
            return last
        if not gap and not self._taken & set(range(last + 1, last + 4)):
            return last
        if gap and first.key in ("who", "whose"):
            verb = self.words[last + 1].key if last + 1 < len(self.words) else ""
            if verb not in RELATIVE_VERBS:
                return last
        elif gap and (first.key in NOT_APPOSED or not self._apposes(last)):
            return last
        i = last + 1
        while i < len(self.words) and i - last < 16:
            gap = self.words[i].gap
            if any(c in gap for c in ',.;:?!)\n“”"—–') and not (
                gap.strip() == "." and self.words[i - 1].key in ABBREVIATIONS
            ):
                break
            if self.words[i].key in SPEECH_VERBS:
                break
            i += 1
        if gap := first.gap.strip():
            named = OFFICIAL_WORDS | UNOFFICIAL_WORDS
            if first.key not in ("a", "an") and not any(w.key in named for w in self.words[last:i]):
                return last  # ", the Russian proposal": no person
        return i

    def _apposes(self, at: int) -> bool:
        word = self.words[at]
        return word.key in TITLE_WORDS or at in self._taken or word.key in ("formerly", "once")

    def _note_head(self, hit: Hit) -> None:
        """Bodies without a person: "the Russian defence ministry"."""
        end = hit.last
        while end < len(self.words) and end - hit.last < 4:
            word = self.words[end]
            if (
                word.gap.strip()
                or (word.key not in TITLE_WORDS and word.key not in OFFICIAL_WORDS)
                or word.key in STOP
            ):
                break
            end += 1
        head = _head(self.words[hit.last : end]) or _head(self.words[hit.first : hit.last])
        if hit.sense.kind in ("media", "state media") and end == hit.last:
            head = "newspaper"
        if not head:
            return
        if hit.first and self.words[hit.first].hyphen:
            return
        if all(w.text.isupper() for w in self.words[hit.first : end]) and end - hit.first > 1:
            return  # a headline in capitals is nobody's description
        span = (self.words[hit.first].start, self.words[end - 1].end)
        text = self.text[span[0] : span[1]]
        official = not any(w.key in UNOFFICIAL_WORDS for w in self.words[hit.first : end])
        if head == "newspaper":
            official = hit.sense.kind == "state media"
        self._told.append(Described("", hit.sense.code, official, text, span, text, head))


def _start(described: Described) -> int:
    return described.span[0]


def _begin(word: Token) -> int:
    return word.start


def _merely_there(phrase: Phrase, hit: Hit) -> bool:
    """Whether a body behind a name and "at" or "with" is only where he spoke: "Abe at NATO"."""
    if hit.first < phrase.name_last or hit.sense.kind in PRIVATE_KINDS:
        return False
    following = phrase.words[phrase.name_last]
    return following.key in ("at", "with") and "," not in following.gap


def _private(phrase: Phrase) -> bool:
    named = range(phrase.name_first, phrase.name_last)
    return any(w.key in UNOFFICIAL_WORDS for i, w in enumerate(phrase.words) if i not in named)


def _core(words: list[Token]) -> list[Token]:
    """The words up to the first preposition: "a senior official", "in the premier's office"."""
    ends = (n for n, w in enumerate(words) if n and w.key in ("in", "of", "at", "for", "from"))
    return words[: next(ends, len(words))]


def heads_of(words: list[Token]) -> list[str]:
    """The bodies and offices among words, one word for those that mean the same."""
    return [h for w in words if (h := SAME_HEAD.get(w.key, w.key)) in HEADS]


def _head(words: list[Token]) -> str:
    heads = heads_of(words)
    return heads[-1] if heads else ""


def _trim(phrase: Phrase) -> str | None:
    start, end = phrase.span(phrase.name_first, phrase.name_last)
    rest = " ".join((phrase.text[:start] + " " + phrase.text[end:]).split()).strip(" ,(")
    return rest[:80] or None
