"""What the stance scorer must do whatever the data: behaviour, paraphrases, symmetry of names.

The behavioural pairs are in the style of Ribeiro et al., "Beyond Accuracy: Behavioral Testing of
NLP Models with CheckList", ACL 2020. None of the sentences was trained on; all of them are ours.
"""

from __future__ import annotations

import random
import re
import statistics
from collections import defaultdict
from collections.abc import Sequence

from stancedesk.core.ports import StanceItem
from stancedesk.nlp.stance import Scorer
from stancedesk.nlp.stance.names import Names
from stancedesk.paths import resources
from tests.benchmarks.bench_files import ROOT

TEXTS = ROOT / "tests" / "nlp" / "stance"
CAPABILITY_MARGIN, PARAPHRASE_MARGIN, SYMMETRY_MARGIN = 0.1, 0.2, 0.05
STATES = (
    "Brazil",
    "Norway",
    "Kenya",
    "Vietnam",
    "Russia",
    "Iran",
    "Canada",
    "Israel",
    "Chad",
    "China",
    "Ukraine",
    "Cuba",
    "Syria",
    "France",
    "India",
    "Germany",
    "Japan",
    "Turkey",
    "Egypt",
    "Pakistan",
    "Mexico",
    "Nigeria",
    "Poland",
    "Belarus",
    "North Korea",
    "the United States",
    "Saudi Arabia",
)

Figures = dict[str, float]


def lines(name: str) -> list[str]:
    """Lines of a file of sentences, without its comments."""
    text = (TEXTS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not re.match(r"#(?!#)", line)]


def stances(scorer: Scorer, items: Sequence[StanceItem]) -> list[float]:
    """Stance of each item."""
    return [score.stance for score in scorer.score(items)]


def bare(sentence: str) -> StanceItem:
    """A sentence as somebody's statement, without a paragraph."""
    return StanceItem(sentence, "", "the minister", None, "said")


def marked(paragraph: str) -> StanceItem:
    """An item from a paragraph that marks its {speaker} and [[statement]]."""
    context = re.sub(r"\[\[|\]\]|[{}]", "", paragraph)
    text = " ... ".join(re.findall(r"\[\[(.*?)\]\]", paragraph))
    speaker = re.search(r"\{(.*?)\}", paragraph)
    return StanceItem(text, context, speaker.group(1) if speaker else "")


def capabilities(scorer: Scorer) -> dict[str, list[tuple[float, str, float, str]]]:
    """Per capability: stance and words of the side that must score higher, then of the other."""
    rows, capability = [], ""
    for line in lines("checklist.txt"):
        if line.startswith("## "):
            capability = line[3:]
        else:
            left, right = line.split(" | ")
            rows.append((capability, left, right))
    high = stances(scorer, [bare(left) for _, left, _ in rows])
    low = stances(scorer, [bare(right) for _, _, right in rows])
    out = defaultdict(list)
    for (capability, left, right), a, b in zip(rows, high, low, strict=True):
        out[capability].append((a, left, b, right))
    return out


def paraphrases(scorer: Scorer) -> list[tuple[float, str, float, str]]:
    """Stance and words of both sides of each paraphrase."""
    pairs = [line.split(" | ") for line in lines("paraphrases.txt")]
    sides = [stances(scorer, [marked(pair[i]) for pair in pairs]) for i in (0, 1)]
    return [(a, p[0], b, p[1]) for p, a, b in zip(pairs, *sides, strict=True)]


def exchanged(scorer: Scorer, items: Sequence[StanceItem]) -> list[float]:
    """How much each item's stance changes when all names of states are exchanged for others."""
    names = Names.load(resources() / "lexicon")
    dice = random.Random(5)
    other = [exchange(item, names, dice.sample(STATES, len(STATES))) for item in items]
    pairs = zip(stances(scorer, items), stances(scorer, other), strict=True)
    return [abs(a - b) for a, b in pairs]


def exchange(item: StanceItem, names: Names, states: Sequence[str]) -> StanceItem:
    """The item with every state's names replaced by another state's name."""
    given: dict[str, str] = {}

    def other(code: str) -> str:
        return given.setdefault(code, states[len(given) % len(states)])

    parts = [names.replace(part, other) for part in (item.text, item.context, item.speaker)]
    country = names.code_of(other(item.country)) if item.country else None
    return StanceItem(parts[0], parts[1], parts[2], country, item.cue)


def frames(scorer: Scorer) -> dict[str, float]:
    """Mean stance of the neutral frames with the name of each state in them."""
    texts = lines("neutral_frames.txt")
    return {
        state: statistics.mean(stances(scorer, [bare(text.format(state)) for text in texts]))
        for state in STATES
    }


def own_statements(scorer: Scorer) -> list[StanceItem]:
    """500 statements that name a state: both sides of pairs and paraphrases, names put in."""
    names = Names.load(resources() / "lexicon")
    both = [text for _, left, _, right in paraphrases(scorer) for text in (left, right)]
    items = [marked(text) for text in both]
    items += [
        bare(f"{state} warns: {text[0].lower()}{text[1:]}")
        for state, rows in zip(STATES * 20, capabilities(scorer).values(), strict=False)
        for _, left, _, right in rows
        for text in (left, right)
    ]
    return [item for item in items if names.code_of(item.context or item.text)][:500]


def stance_behaviour() -> tuple[Figures, str]:
    """Pass rates, and the table of neutral frames."""
    scorer = Scorer.load()
    figures: Figures = {}
    for capability, rows in capabilities(scorer).items():
        passed = [a - b >= CAPABILITY_MARGIN for a, _, b, _ in rows]
        figures[f"behaviour {capability}"] = 100 * statistics.mean(passed)
    gaps = [abs(a - b) for a, _, b, _ in paraphrases(scorer)]
    figures["paraphrases within 0.2"] = 100 * statistics.mean(g <= PARAPHRASE_MARGIN for g in gaps)
    changes = exchanged(scorer, own_statements(scorer))
    share = statistics.mean(c < SYMMETRY_MARGIN for c in changes)
    figures["exchange of names within 0.05"] = 100 * share
    means = frames(scorer)
    spread = max(means.values()) - min(means.values())
    figures["neutral frames, spread of states (lower is better)"] = spread
    table = "\n".join(
        [
            f"{len(gaps)} paraphrases, {len(changes)} statements with names exchanged.",
            "",
            f"Mean stance of {len(lines('neutral_frames.txt'))} neutral sentences that name:",
            "",
            "| state | mean |",
            "|---|---|",
            *(f"| {state} | {mean:+.3f} |" for state, mean in means.items()),
        ]
    )
    return figures, table
