"""The reading of articles as one spaCy pipeline: statements, speakers, actors, stance.

Four components, each Doc in, Doc out, that pass their results on in `doc._`:

- `stancedesk_statements` sets `doc._.found`: where statements stand (`core.model.Found`)
- `stancedesk_speakers` sets `doc._.identities`: whom each source phrase stands for in the article
- `stancedesk_actors` sets `doc._.parties`: person, country, office and targets of each
- `stancedesk_stance` sets `doc._.statements`: the finished `core.model.Analysed`

They read `doc.text` and, where the caller knows them, `doc._.published` and `doc._.masks`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from stancedesk import __version__
from stancedesk.core.codebook import Codebook
from stancedesk.core.model import Analysed, Article, Evidence, Found, Judgement, Span, Versions
from stancedesk.core.ports import Resolution, StanceItem, StanceScore, StanceScorer
from stancedesk.nlp.actors import ArticleMemory, KnowledgeBase, Resolver
from stancedesk.nlp.actors.target_aims import Aim
from stancedesk.nlp.actors.targets import Targets
from stancedesk.nlp.plugins import installed_scorer
from stancedesk.nlp.quotes import Extractor
from stancedesk.nlp.speakers import Identity, identify
from stancedesk.nlp.speakers.relay import look_through
from stancedesk.nlp.speakers.sources import complete
from stancedesk.nlp.stance import Scorer, tone
from stancedesk.paths import resources, user_data

BATCH = 16

_PIECE = re.compile(r"\s+|\S+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks, and about whom."""

    resolution: Resolution
    targets: tuple[str, ...]


def register_attributes() -> None:
    """Declare what the components pass on; safe to call again."""
    for name, default in (
        ("published", None),
        ("masks", ()),
        ("found", None),
        ("identities", None),
        ("parties", None),
        ("statements", None),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def tokenizer(vocab: Vocab, text: str) -> Doc:
    """A Doc whose text is exactly `text`: runs of white space and of anything else.

    The components work on characters and bring their own tokens; spaCy's tokenizer would be
    quadratic in a run of quotation marks.
    """
    words = _PIECE.findall(text)
    return Doc(vocab, words=words, spaces=[False] * len(words))


def batched(stream: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    """The stream in lists of at most `size`."""
    source = iter(stream)
    while batch := list(islice(source, size)):
        yield batch


class Component(Protocol):
    """A spaCy component: one Doc, or a stream of them."""

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        ...

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Read many."""
        ...


class Statements:
    """Finds where statements stand."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Many documents at once: the encoder reads windows of all of them together."""
        for docs in batched(stream, batch_size):
            masks = [doc._.masks for doc in docs]
            found = self.extractor.find_many([doc.text for doc in docs], masks)
            for doc, statements in zip(docs, found, strict=True):
                doc._.found = statements
                yield doc


class Speakers:
    """Leads pronouns, titles and short names back to the fullest phrase in the article."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge

    def __call__(self, doc: Doc) -> Doc:
        text = doc.text  # spaCy joins it anew each time
        whole = complete(text, doc._.found)
        doc._.found = look_through(text, whole, self.knowledge.is_medium)
        doc._.identities = identify(
            text,
            doc._.found,
            self.knowledge.is_person_name,
            self.knowledge.is_place,
            self.knowledge.offices_on(doc._.published),
        )
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """One after the other: nothing is gained by batches here."""
        return map(self, stream)


class Actors:
    """Says for whom each speaker speaks, and whom the statement is about."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self.targets = Targets(resolver.kb)

    def __call__(self, doc: Doc) -> Doc:
        if not doc._.found:
            doc._.parties = []
            return doc
        memory = ArticleMemory(self.resolver.kb, doc.text, doc._.published)
        doc._.parties = [
            Party(self._resolution(found, identity, memory), ())
            for found, identity in zip(doc._.found, doc._.identities, strict=True)
        ]
        targets = self.targets.find(memory, aims_of(doc))
        doc._.parties = [
            replace(party, targets=aimed)
            for party, aimed in zip(doc._.parties, targets, strict=True)
        ]
        return doc

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """One after the other: nothing is gained by batches here."""
        return map(self, stream)

    def _resolution(self, found: Found, identity: Identity, memory: ArticleMemory) -> Resolution:
        place = identity.span or found.speaker
        return self.resolver.resolve_in_article(
            identity.mention,
            identity.person,
            identity.context,
            memory.date,
            memory,
            place[0] if place else None,
        )


class Stance:
    """Scores each statement and closes its judgement."""

    def __init__(self, scorer: StanceScorer) -> None:
        self.scorer = scorer

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH) -> Iterator[Doc]:
        """Many documents at once."""
        for docs in batched(stream, batch_size):
            scores = iter(self.scorer.score([item for doc in docs for item in stance_items(doc)]))
            for doc in docs:
                text = doc.text
                doc._.statements = [
                    Analysed(
                        found,
                        words_of(text, found.content),
                        judgement_of(text, found, identity, party, next(scores)),
                    )
                    for found, identity, party in zip(
                        doc._.found, doc._.identities, doc._.parties, strict=True
                    )
                ]
                yield doc


def aims_of(doc: Doc) -> list[Aim]:
    """What the choice of targets reads of each statement of a document."""
    return [
        Aim(
            found.content,
            frozenset(party.resolution.countries or filter(None, [party.resolution.country])),
            party.resolution.official,
            found.kind,
            found.speaker,
            found.cue,
        )
        for found, party in zip(doc._.found, doc._.parties, strict=True)
    ]


def words_of(text: str, content: Sequence[Span]) -> str:
    """The words of a statement; a gap between its pieces shows as an ellipsis."""
    return " … ".join(text[start:end] for start, end in content)


def paragraph_of(text: str, content: Sequence[Span], reach: int = 600) -> str:
    """The lines that the content touches, at most `reach` characters beyond it on each side."""
    first, last = content[0][0], content[-1][1]
    start = max(text.rfind("\n", 0, first) + 1, first - reach)
    end = text.find("\n", last)
    return text[start : min(end if end >= 0 else len(text), last + reach)]


def stance_items(doc: Doc) -> list[StanceItem]:
    """What the scorer reads of each statement of a document."""
    text = doc.text
    return [
        StanceItem(
            text=words_of(text, found.content),
            context=paragraph_of(text, found.content),
            speaker=identity.mention or spoken(text, found.speaker),
            country=party.resolution.country,
            cue=spoken(text, found.cue),
        )
        for found, identity, party in zip(doc._.found, doc._.identities, doc._.parties, strict=True)
    ]


def spoken(text: str, span: Span | None) -> str:
    """The words of a span that may be missing."""
    return text[span[0] : span[1]] if span else ""


def in_article(span: Span | None, content: Sequence[Span]) -> Span | None:
    """A span of `words_of` as a span of the article, or None where it crosses a gap."""
    if span is None:
        return None
    base = 0
    for start, end in content:
        if base <= span[0] and span[1] <= base + end - start:
            return (span[0] - base + start, span[1] - base + start)
        base += end - start + len(" … ")
    return None


def judgement_of(
    text: str, found: Found, identity: Identity, party: Party, score: StanceScore
) -> Judgement:
    """The machine's judgement of one statement, with the reasons for each part."""
    resolution = party.resolution
    person = resolution.person or identity.person
    words = words_of(text, found.content)
    reasons = [Evidence("speaker", identity.rule, identity.span, identity.mention)]
    if resolution.rule != "none":
        reasons.append(Evidence("country", resolution.rule, None, resolution.text))
    reasons += [
        Evidence(r.field, r.rule, in_article(r.span, found.content), r.text, r.weight)
        for r in score.evidence
    ]
    if not score.evidence:
        reasons.append(Evidence("stance", "no word or phrase decides", weight=0.0))
    return Judgement(
        speaker_text=spoken(text, found.speaker),
        person=person,
        role=resolution.role,
        country=resolution.country,
        countries=resolution.countries
        or ((resolution.country,) if resolution.country is not None else ()),
        official=resolution.official,
        targets=party.targets,
        stance=score.stance,
        level=score.level,
        act=score.act,
        tone=tone(words),
        confidence=found.confidence * score.confidence,
        evidence=tuple(reasons),
    )


@Language.factory("stancedesk_statements")
def make_statements(nlp: Language, name: str) -> Statements:
    """The extractor as a component of any spaCy pipeline."""
    register_attributes()
    return Statements(Extractor.load())


@Language.factory("stancedesk_speakers")
def make_speakers(nlp: Language, name: str) -> Speakers:
    """The identities of speakers, as a component."""
    register_attributes()
    return Speakers(KnowledgeBase.load())


@Language.factory("stancedesk_actors")
def make_actors(nlp: Language, name: str) -> Actors:
    """The resolver as a component."""
    register_attributes()
    return Actors(Resolver(KnowledgeBase.load()))


@Language.factory("stancedesk_stance")
def make_stance(nlp: Language, name: str) -> Stance:
    """The scorer as a component."""
    register_attributes()
    return Stance(Scorer.load())


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Reads articles: the four components in order, loaded once.

    `resolver` names organisations and groups by their own codes, as the codebook wants;
    `rolling_up` names the state or larger body they belong to, as event data do.
    """

    components: tuple[Component, ...]
    vocab: Vocab
    resolver: Resolver
    rolling_up: Resolver
    scorer: StanceScorer
    versions: Versions

    @classmethod
    def load(cls, actors: Path | None = None) -> Pipeline:
        """The shipped analysis, with the user's own knowledge base and lexicon laid over it.

        Args:
            actors: The file of the user's own actors; by default `actors.tsv` in the folder of
                the user's own files, if it is there.
        """
        register_attributes()
        own = actors or user_data() / "actors.tsv"
        knowledge = KnowledgeBase.load(user_file=own if own.is_file() else None)
        extractor, resolver = Extractor.load(), Resolver(knowledge)
        scorer = installed_scorer() or Scorer.load()
        rolling_up = Resolver(knowledge, roll_up=True)
        versions = Versions(
            app=__version__,
            model=f"{extractor.name} {extractor.version}, {scorer.name} {scorer.version}",
            knowledge_base=knowledge.version,
            codebook=Codebook.load(resources() / "codebook.toml").version,
        )
        components: tuple[Component, ...] = (
            Statements(extractor),
            Speakers(knowledge),
            Actors(resolver),
            Stance(scorer),
        )
        return cls(components, Vocab(), resolver, rolling_up, scorer, versions)

    def analyse_many(self, articles: Sequence[Article]) -> list[list[Analysed]]:
        """Statements of each article, in order of their first character."""
        stream: Iterable[Doc] = [self.document(article) for article in articles]
        for component in self.components:
            stream = component.pipe(stream)
        return [doc._.statements for doc in stream]

    def analyse(self, text: str, date: str | None = None) -> list[Analysed]:
        """Statements of one text; `date` (ISO) says who held which office."""
        return self.analyse_many([Article(text=text, published=date)])[0]

    def document(self, article: Article) -> Doc:
        """An article as the first component takes it."""
        # spaCy stores UTF-8, which has no lone surrogates; one for one, so that offsets hold.
        doc = tokenizer(self.vocab, _LONE_SURROGATE.sub("\ufffd", article.text))
        doc._.published = article.published
        doc._.masks = article.masks
        return doc
