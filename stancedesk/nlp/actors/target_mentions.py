"""The parties that an article names, place by place: states, bodies, and people for their state."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass

from stancedesk.nlp.actors.article import ArticleMemory
from stancedesk.nlp.actors.hits import Hit
from stancedesk.nlp.actors.spelling import Token
from stancedesk.nlp.actors.vocabulary import PARTICLES, SCENE, TITLE_WORDS, TO_SCENE

BODIES = frozenset(
    (
        "state",
        "adjective",
        "national",
        "capital",
        "seat",
        "igo",
        "group",
        "agency",
        "force",
        "region",
        "parliament",
        "ministry",
        "state media",
        "rebels",
    )
)
_PLACE = frozenset(("in", "at", "near", "inside", "from", "outside", "across", "around"))
_LEADERS = frozenset(("HOS", "HOG", "FM", "DEF", "ORG", "SPOX", "OPP", "NSA", "VP"))
_PROMINENT = 6.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A party named in a text: its code, what kind of name, and where.

    `first` and `last` are words, `start` and `end` characters, half open. `scene` says that it is
    where something happens or who suffers it: "the invasion of Ukraine".
    """

    code: str
    kind: str
    first: int
    last: int
    start: int
    end: int
    scene: bool


class Mentions:
    """All mentions of an article in order, and how often each party is named.

    Args:
        memory: The article.
    """

    def __init__(self, memory: ArticleMemory) -> None:
        self.memory = memory
        self.all = sorted([*_bodies(memory), *_people(memory)], key=lambda m: m.start)
        self._starts = [mention.start for mention in self.all]
        self.counts = Counter(mention.code for mention in self.all)
        self.taken = {at for mention in self.all for at in range(mention.first, mention.last)}
        self.most_named = [code for code, _ in self.counts.most_common()]
        self.first: dict[str, int] = {}
        self._kinds: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.all:
            self.first.setdefault(mention.code, mention.start)
            self._kinds[mention.code][mention.kind] += 1

    def sort(self, code: str) -> str:
        """What kind of name the article uses most for a party; bodies are told by any."""
        kinds = self._kinds[code]
        for kind in ("igo", "group", "rebels"):
            if kinds[kind]:
                return kind
        return kinds.most_common(1)[0][0] if kinds else "none"

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin at a character from `start` to `end`."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def nearness(self, position: int, reach: int = 1200) -> dict[str, float]:
        """How often the text around names each party, the near weighed up, scenes down."""
        scores: dict[str, float] = defaultdict(float)
        for mention in self.between(position - reach, position + reach):
            weight = 0.4 if mention.scene else 1.0
            scores[mention.code] += weight / (1 + abs(mention.start - position) / 400)
        return scores


def _bodies(memory: ArticleMemory) -> list[Mention]:
    words = memory.words
    found = []
    for hit in memory.hits:
        if hit.sense.kind in BODIES:
            party = (hit.sense.code, hit.sense.kind)
            found.append(_mention(words, hit.first, hit.last, party, _is_scene(words, hit)))
    return found


def _people(memory: ArticleMemory) -> list[Mention]:
    """Leaders by family name, and those whom the article says to be of a state."""
    taken = {k for hit in memory.hits for k in range(hit.first, hit.last)}
    known: dict[str, tuple[str, str] | None] = {}
    found = []
    for i, word in enumerate(memory.words):
        if i in taken or not word.capital or len(word.key) < 3:
            continue
        if word.key not in known:
            known[word.key] = _person(memory, word)
        if person := known[word.key]:
            found.append(_mention(memory.words, i, i + 1, person, False))
    return found


def _person(memory: ArticleMemory, word: Token) -> tuple[str, str] | None:
    """Code and kind of the bearer of a family name."""
    if word.key in TITLE_WORDS or word.key in PARTICLES:
        return None
    holder = memory.kb.people.by_family(word.key, memory.date) if len(word.key) > 3 else None
    if holder and holder.current and holder.score >= _PROMINENT and holder.term.role in _LEADERS:
        return holder.term.code, "leader"
    described = memory.of(word.text)
    if described and described.code and described.name.split()[-1:] == [word.text]:
        return described.code, "official" if described.official else "person"
    return None


def _mention(
    words: list[Token], first: int, last: int, party: tuple[str, str], scene: bool
) -> Mention:
    return Mention(*party, first, last, words[first].start, words[last - 1].end, scene)


def _is_scene(words: list[Token], hit: Hit) -> bool:
    i = hit.first - 1
    if i >= 0 and words[i].key in ("the", "eastern", "western", "southern", "northern"):
        i -= 1
    if i < 0:
        return False
    if words[i].key in SCENE:
        return True
    return words[i].key in TO_SCENE and (
        words[i].key in _PLACE or any(w.key in SCENE for w in words[max(0, i - 3) : i])
    )
