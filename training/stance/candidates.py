"""Chooses statements of the corpus for the readers, where they teach most.

    python training/stance/candidates.py --corpus articles.jsonl.gz --known known.jsonl --out FILE

The product's own extractor finds the statements of every `--every`-th article; a statement that a
labelled file has already is left out, and so is each article whose text holds one of the texts in
`--keep-out` (evaluation articles). Of the rest, all that the rules take for a rare level (-2, +2)
or a rare act come first, then statements drawn evenly over topics, outlets and guessed levels.
Seeded: the same corpus and versions give the same list.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from stancedesk.core.model import Act, Found
from stancedesk.core.ports import StanceItem
from stancedesk.importers.clean import masks
from stancedesk.nlp.pipeline import paragraph_of, spoken, words_of
from stancedesk.nlp.quotes import Extractor
from stancedesk.nlp.stance import Scorer

Json = dict[str, Any]

SEED = 5
RARE = {
    Act.CONCEDE,
    Act.AGREE,
    Act.OFFER,
    Act.SANCTION,
    Act.MOBILISE,
    Act.THREATEN,
    Act.PROMISE,
    Act.DENY,
}


def read(path: Path) -> Iterator[Json]:
    """Rows of a JSON Lines file, gzip or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def statements(article: Json, extractor: Extractor) -> Iterator[Json]:
    """The statements of one article in the readers' form."""
    text = article["text"]
    for found in extractor.find(text, masks(text)):
        if worth_reading(found):
            yield {
                "article": article["id"],
                "date": article["date"],
                "source": article["source"],
                "topic": article["topic"],
                "title": article["title"],
                "kind": found.kind.value,
                "content": [list(span) for span in found.content],
                "text": words_of(text, found.content),
                "context": paragraph_of(text, found.content),
                "speaker": spoken(text, found.speaker),
                "cue": spoken(text, found.cue),
            }


def worth_reading(found: Found) -> bool:
    """Whether a statement has a source and is neither a fragment nor a page."""
    length = sum(end - start for start, end in found.content)
    return found.speaker is not None and 20 <= length <= 700


def chosen(pool: list[Json], count: int, scorer: Scorer, rare_only: bool) -> list[Json]:
    """`count` statements: rare levels and acts first, then evenly over topic, outlet and level."""
    items = [StanceItem(r["text"], r["context"], r["speaker"], None, r["cue"]) for r in pool]
    draw = random.Random(SEED)
    keyed = []
    seen: Counter[tuple[object, ...]] = Counter()
    order = list(zip(pool, scorer.score(items), strict=True))
    draw.shuffle(order)
    for row, score in order:
        rare = abs(score.level) == 2 or score.act in RARE
        if rare_only and not rare:
            continue
        for cell in ((row["topic"], score.level), (row["article"],), (row["source"], score.level)):
            seen[cell] += 1
        crowd = seen[(row["topic"], score.level)] + 4 * seen[(row["article"],)]
        keyed.append((crowd * (0.4 if rare else 1.0), len(keyed), row))
    return [row for *_, row in sorted(keyed, key=lambda entry: entry[:2])[:count]]


def main() -> None:
    """Read the arguments and write the candidates, in the order of their articles."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--known", type=Path, nargs="*", default=[])
    parser.add_argument("--keep-out", type=Path, nargs="*", default=[])
    parser.add_argument("--every", type=int, default=6)
    parser.add_argument("--offset", type=int, default=0, help="the first article to take")
    parser.add_argument("--rare", action="store_true", help="rare levels and acts only")
    parser.add_argument("--prefix", default="c", help="of the ids")
    parser.add_argument("--model", type=Path, help="folder of the extractor's weights")
    parser.add_argument("--count", type=int, default=3200)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    known = {(r["article"], r["content"][0][0]) for path in args.known for r in read(path)}
    barred = [r["text"][:400] for path in args.keep_out for r in read(path)]
    extractor, pool = Extractor.load(args.model), []
    for number, article in enumerate(read(args.corpus)):
        if number % args.every != args.offset or any(start in article["text"] for start in barred):
            continue
        fresh = (s for s in statements(article, extractor))
        pool += [s for s in fresh if (s["article"], s["content"][0][0]) not in known]
    rows = sorted(
        chosen(pool, args.count, Scorer.load(), args.rare),
        key=lambda r: (r["article"], r["content"]),
    )
    with args.out.open("w", encoding="utf-8") as out:
        for number, row in enumerate(rows):
            out.write(
                json.dumps({"id": f"{args.prefix}{number:04}"} | row, ensure_ascii=False) + "\n"
            )
    print(
        f"{len(rows)} of {len(pool)} statements; {Counter(r['topic'] for r in rows).most_common()}"
    )


if __name__ == "__main__":
    main()
