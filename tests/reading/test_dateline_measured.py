"""Datelines of wire reports against the dates that their collection gives them."""

import json
from datetime import date
from pathlib import Path

from summarize.reading import find_dateline


def printed(day: date) -> tuple[int, int, int]:
    """The day as the reports print it; one of them misprints its decade, so the century is not theirs to say."""
    return day.year % 100, day.month, day.day


def test_no_dateline_of_the_wire_reports_is_read_wrong_and_nearly_all_are_found(data: Path) -> None:
    files = [data / "muc4" / f"{name}.jsonl" for name in ("dev", "tst1", "tst2")]
    documents = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    known = [
        (find_dateline(item["text"]).date, date.fromisoformat(item["dateline_date"]))
        for item in documents
        if item["dateline_date"]
    ]
    assert [pair for pair in known if pair[0] and printed(pair[0]) != printed(pair[1])] == []
    assert sum(found is not None for found, _ in known) / len(known) >= 0.99
