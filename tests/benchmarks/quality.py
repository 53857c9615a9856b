"""Each benchmark as a function: gold file in, figures out (name -> value).

Higher is better unless the name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.benchmarks.bench_files import BENCH, Json, read_jsonl, scorer, stancedesk

Figures = dict[str, float]


def analyzed(gold: list[Json]) -> dict[str, list[Json]]:
    """What `stancedesk analyze` finds in each document of a gold file."""
    rows = [{"doc": d["doc"], "text": d["text"], "date": d.get("date")} for d in gold]
    return {row["doc"]: row["statements"] for row in stancedesk("analyze", rows)}


@cache
def answered(name: str) -> tuple[list[Json], dict[str, list[Json]]]:
    """The documents of a gold file, and what is found in each; analysed once."""
    gold = read_jsonl(BENCH / f"{name}.jsonl")
    return gold, analyzed(gold)


def statements(name: str) -> tuple[Figures, str]:
    """Whole statements end to end: found, country, person, official, stance, by kind."""
    scoring = scorer("score_statements")
    gold, found = answered(name)
    result, _ = scoring.score(gold, found)
    figures: Figures = {f"{name} extra (lower is better)": result["extra"]}
    for kind in ("direct+mixed", "indirect"):
        figures[f"{name} found {kind}"] = result[kind]["found"]
    for column in ("country", "person", "official", "targets", "stance3", "near", "end"):
        figures[f"{name} {column}"] = result["all"][column]
    figures[f"{name} end direct+mixed"] = result["direct+mixed"]["end"]
    figures[f"{name} rho"] = 100 * result["all"]["rho"]
    return figures, statement_table(result)


def statement_table(result: dict[str, Any]) -> str:
    """The scorer's figures as a Markdown table."""
    columns = [
        "gold",
        "found",
        "country",
        "person",
        "official",
        "targets",
        "stance3",
        "near",
        "mae",
        "rho",
        "end",
    ]
    lines = ["| kind | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|"]
    for kind in ("direct", "mixed", "direct+mixed", "indirect", "all"):
        cells = [
            f"{result[kind][c]:.2f}" if c in ("mae", "rho") else f"{result[kind][c]:.0f}"
            for c in columns
        ]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(
        [
            *lines,
            "",
            f"Extra: {result['extra']:.1f} % of the quoted statements overlap no gold content.",
        ]
    )


def quotations(name: str) -> tuple[Figures, str]:
    """PolNeAR: content found and attributed to the right source."""
    scoring = scorer("score_quotes")
    gold, found = answered(name)
    whole, pieces = scoring.score(gold, found), scoring.score(gold, found, segments=True)
    figures = {
        f"{name} joint F1 direct+mixed": whole["direct+mixed"]["joint"]["F"],
        f"{name} joint F1 direct+mixed, segments": pieces["direct+mixed"]["joint"]["F"],
        f"{name} joint F1 indirect speech": whole["indirect/speech"]["joint"]["F"],
        f"{name} speaker of the found, direct+mixed": whole["direct+mixed"]["attr"],
    }
    lines = [
        "| kind | gold | pred | hit F1 | joint P | joint R | joint F1 | attr |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for kind, row in whole.items():
        joint = row["joint"]
        lines.append(
            f"| {kind} | {row['gold']} | {row['pred']} | {row['hit']['F']:.1f} | "
            f"{joint['P']:.1f} | "
            f"{joint['R']:.1f} | {joint['F']:.1f} | {row['attr']:.1f} |"
        )
    return figures, "\n".join(lines)


def actors(name: str) -> tuple[Figures, str]:
    """Mentions to countries: right, and answered with a wrong code."""
    gold = read_jsonl(BENCH / f"{name}.jsonl")
    rows = [{k: g.get(k) for k in ("id", "mention", "context", "date")} for g in gold]
    answers = {row["id"]: row["country"] for row in stancedesk("resolve", rows)}
    right = sum(answers.get(g["id"]) in (g["expected"], *g.get("accept", [])) for g in gold)
    wrong = sum(
        answers.get(g["id"]) is not None
        and answers[g["id"]] not in (g["expected"], *g.get("accept", []))
        for g in gold
    )
    figures = {
        f"{name} right": 100 * right / len(gold),
        f"{name} wrong code (lower is better)": 100 * wrong / len(gold),
    }
    return figures, f"{len(gold)} mentions."


@dataclass(frozen=True, slots=True)
class Levelled:
    """A gold statement with its level and the one it was given, which is right where allowed."""

    doc: str
    gold: int
    level: int
    stance: float


@cache
def levelled() -> tuple[Levelled, ...]:
    """The annotated statements, scored in their paragraph, found or not."""
    rows, statements_ = [], {}
    for name in ("seeds.gold", "articles.dev"):
        for doc in read_jsonl(BENCH / f"{name}.jsonl"):
            for n, statement in enumerate(doc["statements"]):
                key = f"{doc['doc']}#{n}"
                statements_[key] = statement
                rows.append(
                    {
                        "id": key,
                        "text": " ... ".join(doc["text"][a:b] for a, b in statement["content"]),
                        "context": paragraph(doc["text"], statement["content"]),
                        "speaker": statement.get("speaker_text")
                        or spoken(doc["text"], statement.get("speaker")),
                        "country": statement["country"],
                    }
                )
    out = []
    for row in stancedesk("score", rows):
        gold = statements_[row["id"]]
        level = gold["stance"] if row["level"] in gold.get("stance_ok", []) else row["level"]
        out.append(Levelled(row["id"].rpartition("#")[0], gold["stance"], level, row["stance"]))
    return tuple(out)


def stance_figures(rows: tuple[Levelled, ...]) -> Figures:
    """How well levels agree: sign, distance, rank."""
    scoring = scorer("score_statements")
    signs = [scoring.sign(r.gold) for r in rows], [scoring.sign(r.level) for r in rows]
    near = sum(abs(r.gold - r.level) <= 1 for r in rows)
    return {
        "gold statements stance macro-F1": scoring.macro_f1(*signs),
        "gold statements stance near": 100 * near / len(rows),
        "gold statements stance rho": 100
        * scoring.spearman([r.stance for r in rows], [r.gold for r in rows]),
    }


def gold_stance() -> tuple[Figures, str]:
    """Stance of the annotated statements, scored in their paragraph, found or not."""
    rows = levelled()
    figures = stance_figures(rows)
    confusion = ["| gold \\ scored | -2 | -1 | 0 | +1 | +2 |", "|---|---|---|---|---|---|"]
    for level in range(-2, 3):
        cells = [
            str(sum(r.gold == level and r.level == column for r in rows)) for column in range(-2, 3)
        ]
        confusion.append(f"| {level:+d} | " + " | ".join(cells) + " |")
    return figures, "\n".join(confusion)


def paragraph(text: str, content: list[list[int]]) -> str:
    """The lines that the content touches."""
    start = text.rfind("\n", 0, content[0][0]) + 1
    end = text.find("\n", content[-1][1])
    return text[start : end if end >= 0 else len(text)]


def spoken(text: str, span: list[int] | None) -> str:
    """The words of the speaker's span."""
    return text[span[0] : span[1]] if span else ""


def coded_sentences() -> tuple[Figures, str]:
    """Sentences with event codes, a check on breadth; the scorer's own table."""
    scoring = scorer("score_stance")
    gold = read_jsonl(BENCH / "stance.train.jsonl")
    answers = {
        row["id"]: row
        for row in stancedesk("score", [{"id": g["id"], "text": g["text"]} for g in gold])
    }
    rows = [g for g in gold if g.get("kind") == "verbal" and g.get("interstate")]
    signs = [scoring.sign(int(answers[g["id"]]["level"])) for g in rows]
    figures = {
        "coded sentences macro-F1, verbal and interstate": scoring.macro_f1(
            [g["label"] for g in rows], signs
        )
    }
    return (
        figures,
        f"{len(rows)} verbal sentences between states of {len(gold)}; event codes are not stance.",
    )
