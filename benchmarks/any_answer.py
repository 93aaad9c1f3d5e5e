"""Whether a record holds whatever the model answers: `python -m benchmarks.any_answer [--every N]`.

Every public text that is here (`../shared/data` beside the repository, or SUMMARIZE_DATA) goes the whole way with a
model that finds everything likely at random, which is worse than any real one. A record *fails* when
`summarize verify` would object to it. *Refused* are fields that the last look took out or quoted instead: each is a
loss in the record, and a disagreement of the rules that wrote it with those that check it.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import BaseModel

from benchmarks.resolving.__main__ import data_folder
from summarize.asking.deciding import ANSWERS
from summarize.asking.filling import PART_ANSWERS
from summarize.grounding import check_record
from summarize.models.base import Message
from summarize.models.scripted import ScriptedModel
from summarize.pipeline import Summarizer
from summarize.reading import read_article
from summarize.recomputing import differences
from summarize.record import EventSummary, LossKind

SETS = ("polnear", "re3d", "fa-kes", "muc4")
"""Folders of the texts."""
DATELINE = "2017-08-06"
"""For texts that have none of their own; which day it is does not matter here."""


def texts(data: Path) -> Iterator[tuple[str, str]]:
    """Data set and text of every news text."""
    for path in sorted((data / "polnear" / "dev" / "text").glob("*.txt")):
        yield "polnear", path.read_text(encoding="utf-8")
    for path in sorted((data / "re3d").glob("*/documents.json")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield "re3d", json.loads(line)["text"]
    with (data / "fa-kes" / "dev.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            yield "fa-kes", row["article_content"] or ""
    with (data / "muc4" / "dev.jsonl").open(encoding="utf-8") as file:
        for line in file:
            yield "muc4", json.loads(line)["text"]


async def summarised(text: str, seed: int, *, min_confidence: float | None = None) -> EventSummary:
    """The record of a text by a model that answers at random."""
    chance = random.Random(seed)  # noqa: S311 - the same answers each time

    def weigh(_: Sequence[Message], __: type[BaseModel]) -> dict[str, float]:
        return {answer: chance.random() ** 3 + 1e-6 for answer in (*ANSWERS, *PART_ANSWERS)}

    model = ScriptedModel(weigh, strategy="weighed")
    summarizer = Summarizer(model, min_confidence=min_confidence)
    return await summarizer.run(read_article(text, dateline=DATELINE))


def main() -> None:
    """Print records that fail and fields that were refused, by data set; each refused field on standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every Nth text only")
    every = parser.parse_args().every
    data = data_folder()
    if not all((data / name).is_dir() for name in SETS):
        parser.error(f"{data} does not hold {', '.join(SETS)}; SUMMARIZE_DATA names the folder of the labelled data")
    counts: dict[str, Counter[str]] = {}
    for number, (source, text) in enumerate(texts(data)):
        if number % every or not text.strip():
            continue
        record = asyncio.run(summarised(text, number))
        refused = [loss for loss in record.losses if loss.kind is LossKind.UNGROUNDED]
        own = counts.setdefault(source, Counter())
        own["texts"] += 1
        own["events"] += len(record.events)
        own["figures"] += len(record.figures)
        own["failing"] += bool(check_record(record, read_article(text, dateline=DATELINE).text))
        otherwise = list(differences(record, text))
        own["otherwise"] += bool(otherwise)
        own["refused"] += len(refused)
        for problem in otherwise:
            print(f"{source} {number}: {problem.field}: {problem.text!r}: {problem.reason}", file=sys.stderr)
        for loss in refused:
            own[f"refused in {loss.where.partition('[')[0]}"] += 1
            print(f"{source} {number}: {loss.where}: {loss.text!r}: {loss.reason}", file=sys.stderr)
    print("| texts of | texts | events | figures | records that fail the check | computed otherwise | fields refused |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for source, own in counts.items():
        cells = (own[name] for name in ("texts", "events", "figures", "failing", "otherwise", "refused"))
        print(f"| {source} | {' | '.join(map(str, cells))} |")
    total = sum(counts.values(), Counter())
    print("refused, by where:", {name: count for name, count in total.items() if name.startswith("refused in")})


if __name__ == "__main__":
    main()
