"""Whether time grows with length only: the whole reading of ever longer and of hostile texts."""

from __future__ import annotations

import time

from stancedesk.services.analyse import load_analyser

_PARAGRAPHS = (
    "Norway's foreign minister, Ada Moor, said on Monday that the bridge would stay closed. "
    "“We have asked our neighbours for talks,” she told reporters in Oslo.\n",
    "Snow fell on the passes, and the market in the old town opened late.\n",
    "Sweden rejected the charge. Its spokesman, Jon Hale, called the patrols “a threat to "
    "every village on the river” and demanded that Norway withdraw them.\n",
)
_SIZES = (1_000, 10_000, 100_000, 1_000_000)
_WARM = 10_000


def news(length: int) -> str:
    """Invented news of about `length` characters."""
    times = length // sum(map(len, _PARAGRAPHS)) + 1
    return ("".join(_PARAGRAPHS) * times)[:length]


def hostile() -> dict[str, str]:
    """Texts that have made readers of quotations quadratic."""
    return {
        "10,000 quotation marks": '"' * 10_000,
        "10,000 quotation marks between words": 'a " ' * 10_000,
        "10,000 statements in one paragraph": "“Stay,” said Ada Moor. " * 10_000,
        "one sentence of 100,000 words": "and the envoy said so " * 20_000,
        "5,000 reports of reports": "Interfax cited the ministry as saying that it snowed. "
        * 5_000,
        "100,000 names without a full stop": "Ada Moor of Norway, " * 25_000,
    }


def per_word(text: str) -> float:
    """Microseconds of processor time a word (or quotation mark) to read a text."""
    units = max(len(text.split()), text.count('"'), 1)
    start = time.process_time()
    load_analyser().analyse(text, "2022-02-15")
    return 1e6 * (time.process_time() - start) / units


def linearity() -> tuple[dict[str, float], str]:
    """Time a word by length, and the longest text's against that of 10,000 characters."""
    load_analyser().analyse(news(_WARM), "2022-02-15")
    sizes = {size: per_word(news(size)) for size in _SIZES}
    strange = {name: per_word(text) for name, text in hostile().items()}
    base = sizes[_WARM]
    lines = ["| text | microseconds a word |", "|---|---|"]
    lines += [f"| {size:,} characters of news | {cost:.0f} |" for size, cost in sizes.items()]
    lines += [f"| {name} | {cost:.0f} |" for name, cost in strange.items()]
    figures = {
        "time a word, 1 MB / 10 KB of news (lower is better)": sizes[_SIZES[-1]] / base,
        "time a word, worst hostile text / 10 KB of news (lower is better)": max(strange.values())
        / base,
    }
    return figures, "\n".join(lines)
