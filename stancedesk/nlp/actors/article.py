"""What an article says of the people and bodies in it, so that later mentions may lean on it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable

from stancedesk.nlp.actors.bodies import short_names
from stancedesk.nlp.actors.described import (
    Described,
    core_of,
    head_of,
    heads_of,
    is_private,
    merely_there,
    of_the_state,
    role_words,
)
from stancedesk.nlp.actors.extents import Extents
from stancedesk.nlp.actors.knowledge import KnowledgeBase, Surroundings
from stancedesk.nlp.actors.mention import Hit, Part, Phrase, assign_parts, find_hits, find_name
from stancedesk.nlp.actors.people import name_words
from stancedesk.nlp.actors.spelling import Token, tokens
from stancedesk.nlp.actors.standing import official_of
from stancedesk.nlp.actors.titles import roles_of
from stancedesk.nlp.actors.vocabulary import (
    FAMILY_FIRST,
    LOCAL,
    OF_THE_COUNTRY,
    OFFICIAL_WORDS,
    PAPERS,
    PARTICLES,
    STOP,
    TITLE_WORDS,
    UNOFFICIAL_WORDS,
)

INDEFINITE = ("a", "an", "two", "three", "several", "some")
_LANDS = ("country", "nation", "kingdom")
_OPENERS = ("the", "in", "but", "and", "even", "yet", "while", "on")
_LEADING_KINDS = ("state", "adjective", "capital", "seat", "agency", "state media")


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
        self.around = Surroundings(text)
        self.hits = find_hits(kb, self.words, date, self.around)
        self._taken = {k for h in self.hits for k in range(h.first, h.last)}
        self._capitals = {w.key for w in self.words if w.capital}
        self._people: dict[str, Described] = {}
        self._full: dict[str, str] = {}
        self._firsts = [h.first for h in self.hits]
        self._told: list[Described] = []
        self._heads: dict[str, list[Described]] = {}
        self._short: dict[str, Hit] | None = None
        self.sources: list[Described] = []
        self.counts = Counter(hit.sense.code for hit in self.hits)
        self._extents = Extents(self.words, self._taken, self.hits_within)
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
        leader = None if self.kb.knows(word) else people.by_family(word, self.date)
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
        return next((code for code, _ in self.counts.most_common(1)), "")

    def count(self, code: str) -> int:
        """How often the article names a state or body."""
        return self.counts[code]

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
        if of_the_state(phrase):
            return self.near(position)
        if lead == "the" and len(phrase.words) == 2 and phrase.words[1].key in _LANDS:
            return self._last_state(position)
        if not wanted or len(phrase.words) > 6:
            return None
        if lead not in ("the", "his", "her", "their", "its"):
            return self._local(phrase, wanted, position)
        if described := self.last_head(wanted, position):
            return described
        if wanted and set(wanted) <= OF_THE_COUNTRY and not phrase.name:
            return self.near(position) or self.last_head(OF_THE_COUNTRY, position)
        return None

    def _last_state(self, position: int) -> Described | None:
        """The state named last, at most 250 characters before a place: "the country"."""
        found = [
            h
            for h in self.hits_around(position, 250)
            if h.sense.kind in ("state", "capital") and self.words[h.last - 1].end <= position
        ]
        if not found:
            return None
        span = (self.words[found[-1].first].start, self.words[found[-1].last - 1].end)
        text = self.text[span[0] : span[1]]
        return Described("", found[-1].sense.code, True, None, span, text)

    def note_person(self, name: str, found: Described) -> None:
        """Keep what one source phrase told of a person, where the article told nothing else."""
        words = name_words(name)
        if len(words) > 1:
            self._people.setdefault(" ".join(words), found)
            self._people.setdefault(words[-1], found)

    def _local(self, phrase: Phrase, wanted: list[str], position: int) -> Described | None:
        """An unnamed source without a land: another of the last, else of the sentence's state."""
        lead = phrase.words[0].key
        if phrase.name:
            return self.last_head(wanted, position)
        if lead in ("another", "one", "officials", "authorities"):
            both = {w.removesuffix("s") for w in wanted} | {*wanted}
            described = self.last_head(both, position, reach=700)
            if described or lead in ("another", "one"):
                return described
        return self.near(position) if set(wanted) <= LOCAL else None

    def last_source(self, position: int) -> Described | None:
        """The last source that was resolved at most 800 characters before a place."""
        last = self.sources_before(position, 1)
        return last[0] if last and position - last[0].span[1] <= 800 else None

    def sources_before(self, position: int, most: int) -> list[Described]:
        """The last sources that were resolved before a place, in order."""
        at = bisect_left(self.sources, position, key=_start)
        return self.sources[max(0, at - most) : at]

    def note_source(self, text: str, position: int, code: str, official: bool) -> None:
        """Keep a source in the order of the text: "the statement" later may be its."""
        span = (position, position + len(text))
        insort(self.sources, Described("", code, official, None, span, text), key=_start)

    def remember(self, phrase: Phrase, position: int, code: str, official: bool) -> None:
        """Keep whom an unnamed source speaks for: "the official" may be said of it later."""
        wanted = heads_of(core_of(phrase.words))
        owned = (phrase.name_first, phrase.name_last) == phrase.leader
        if not wanted or (phrase.name and not owned):
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
        left, right = self._extents.left(first), self._extents.right(last)
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
        if not senders and is_private(phrase):
            senders = [h for h in phrase.hits if h.part is Part.PLACE]
        if not senders or merely_there(phrase, senders[0]):
            return
        hit = senders[0]
        described = Described(
            name,
            hit.sense.code,
            official_of(phrase, hit),
            role_words(phrase),
            span,
            phrase.text,
            head_of(phrase.words[: first - left] or phrase.words[last - left :]),
            is_private(phrase),
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
        head = head_of(self.words[left:first])
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
            text = self.text[span[0] : span[1]]
            term = holder.term
            self._told.append(
                Described(term.name, term.code, term.official, text, span, text, head)
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
        head = head_of(self.words[hit.last : end]) or head_of(self.words[hit.first : hit.last])
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
