"""Whether time grows with length only: the whole reading of ever longer and of hostile texts."""

from __future__ import annotations

import time

from stancedesk.services.analyse import load_analyser

_TOLD = (
    "Norway's foreign minister, Ada Moor, said on Monday that the bridge would stay closed. "
    "“We have asked our neighbours for talks,” she told reporters in Oslo.\n",
    "Sweden rejected the charge. Its spokesman, Jon Hale, called the patrols “a threat to "
    "every village on the river” and demanded that Norway withdraw them.\n",
)
_QUIET = (
    "Snow fell on the passes, and the market in the old town opened late.\n",
    "The ferry that links the two banks ran once a day, with eleven people aboard and a cow.\n",
    "In the hills above the river the first trains of the winter went by without stopping.\n",
)
_BLOCK = "".join(_TOLD) + "".join(_QUIET) * 7
_SIZES = (1_000, 10_000, 100_000, 1_000_000)
_WARM = 10_000
_PART = 8


def news(length: int) -> str:
    """Invented news of about `length` characters; about one sentence in ten reports speech."""
    return (_BLOCK * (length // len(_BLOCK) + 1))[:length]


def hostile(part: int = 1) -> dict[str, str]:
    """Texts that have made readers of quotations quadratic, or the first `part`-th of each."""
    whole = {
        "10,000 quotation marks": ('"', 10_000),
        "10,000 quotation marks between words": ('a " ', 10_000),
        "10,000 lines with an open quotation": ("“Stay\n", 10_000),
        "1,000 statements in one paragraph": ("“Stay at home,” said Ada Moor. ", 1_000),
        "one sentence of 100,000 words": (
            "and the envoy went down to the river and said to the men there that it was late, ",
            5_556,
        ),
        "500 reports of reports": ("Interfax cited the ministry as saying that it snowed. ", 500),
        "100,000 names without a full stop": ("Ada Moor of Norway, ", 25_000),
    }
    return {name: unit * (times // part) for name, (unit, times) in whole.items()}


def per_word(text: str) -> float:
    """Microseconds of processor time a word (or quotation mark) to read a text."""
    units = max(len(text.split()), text.count('"'), 1)
    start = time.process_time()
    load_analyser().analyse(text, "2022-02-15")
    return 1e6 * (time.process_time() - start) / units


def linearity() -> tuple[dict[str, float], str]:
    """Time a word by length: of news, and of each hostile text against an eighth of it."""
    load_analyser().analyse(news(_WARM), "2022-02-15")
    sizes = {size: per_word(news(size)) for size in _SIZES}
    short = {name: per_word(text) for name, text in hostile(_PART).items()}
    whole = {name: per_word(text) for name, text in hostile().items()}
    growth = {name: whole[name] / max(short[name], 1.0) for name in whole}
    lines = ["| text | microseconds a word | an eighth of it |", "|---|---|---|"]
    lines += [f"| {size:,} characters of news | {cost:.0f} | |" for size, cost in sizes.items()]
    lines += [f"| {name} | {cost:.0f} | {short[name]:.0f} |" for name, cost in whole.items()]
    figures = {
        "time a word, 1 MB / 10 KB of news (lower is better)": sizes[_SIZES[-1]] / sizes[_WARM],
        "time a word, worst hostile text / an eighth of it (lower is better)": max(growth.values()),
    }
    return figures, "\n".join(lines)
