"""Miniature documents in the form of the public sets, all made up, and records of them."""

from __future__ import annotations

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

from summarize.record import (
    DatelineBasis,
    Document,
    Event,
    EventSummary,
    EventType,
    PromptUsed,
    Provenance,
    Span,
    Usage,
)
from tests.conftest import ROOT
from tests.making import event

TEXT = (
    "PUERTO VIEJO, 10 MAR 90 (RADIO NORTE) -- [TEXT] ARMED MEN OF THE RED FRONT (RF) BLEW UP THE TOWN BANK OF\n"
    "PUERTO VIEJO WITH DYNAMITE YESTERDAY. THE GUARD LUIS ROJAS WAS KILLED.\n\n"
    "   UNIDENTIFIED GUNMEN KIDNAPPED THE MAYOR ANA SOTO."
)
NOTHING = {
    "INCIDENT: INSTRUMENT ID": ["-"],
    "PERP: INDIVIDUAL ID": ["-"],
    "PERP: ORGANIZATION ID": ["-"],
    "PHYS TGT: ID": ["-"],
    "HUM TGT: NAME": ["-"],
    "HUM TGT: DESCRIPTION": ["-"],
}
BOMBING: dict[str, list[str]] = NOTHING | {
    "MESSAGE: TEMPLATE": ["1"],
    "INCIDENT: DATE": ["09 MAR 90"],
    "INCIDENT: LOCATION": ["PERU: PUERTO VIEJO (TOWN)"],
    "INCIDENT: TYPE": ["BOMBING"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "INCIDENT: INSTRUMENT ID": ['"DYNAMITE"'],
    "PERP: INDIVIDUAL ID": ['"ARMED MEN"'],
    "PERP: ORGANIZATION ID": ['"RED FRONT" / "RF"'],
    "PHYS TGT: ID": ['"TOWN BANK" / "BANK"'],
    "HUM TGT: NAME": ['"LUIS ROJAS"'],
    "HUM TGT: DESCRIPTION": ['"GUARD": "LUIS ROJAS"'],
}
KIDNAPPING: dict[str, list[str]] = NOTHING | {
    "MESSAGE: TEMPLATE": ["2"],
    "INCIDENT: DATE": ["- 10 MAR 90"],
    "INCIDENT: LOCATION": ["PERU"],
    "INCIDENT: TYPE": ["KIDNAPPING"],
    "INCIDENT: STAGE OF EXECUTION": ["ACCOMPLISHED"],
    "INCIDENT: INSTRUMENT ID": ["*"],
    "PERP: INDIVIDUAL ID": ['? "UNIDENTIFIED GUNMEN"'],
    "PHYS TGT: ID": ["*"],
    "HUM TGT: NAME": ['"ANA SOTO"'],
}
SNIPPETS = (
    ("1", "Rebels and soldiers clashed near the bridge of Darin on Friday.", "ARMED_CLASH"),
    ("2", "Thousands protested peacefully in Qasra.", "PEACE_PROTEST"),
    ("3", "A river flooded the valley of Salhun.", "NATURAL_DISASTER"),
)


def muc4_folder(place: Path, *, messages: int = 1) -> Path:
    """A folder of data with a split `tst2` of so many equal documents and one without an incident."""
    rows = [_row(f"TST2-{number:04}", [BOMBING, KIDNAPPING]) for number in range(messages)]
    return _written(place, "muc4/tst2.jsonl", "".join(f"{json.dumps(row)}\n" for row in [*rows, _row("TST2-9999", [])]))


def case2021_folder(place: Path) -> Path:
    """A folder of data with three snippets."""
    lines = ["id\tEventSnippet\tSubType", *("\t".join(snippet) for snippet in SNIPPETS)]
    return _written(place, "case2021/dev.tsv", "\n".join(lines) + "\n")


def small_suite(home: Path, *names: str) -> Path:
    """A suite with some cases of this project's own, and the articles that are here."""
    for folder, ending in (("cases", "yaml"), ("articles", "txt")):
        (home / "evals" / folder).mkdir(parents=True)
        for name in names:
            original = ROOT / "evals" / folder / f"{name}.{ending}"
            if original.is_file():
                shutil.copy(original, home / "evals" / folder)
    return home / "evals"


def quoted(kind: EventType, words: str, *parties: Any, **fields: Any) -> Event:
    """An event that is read from these words of the text."""
    start = TEXT.index(words)
    made = event(kind, *parties, at=start, **fields)
    return made.model_copy(update={"evidence": (Span(start=start, end=start + len(words), text=words),)})


def record(*events: Event, dateline: date | None = date(1990, 3, 10)) -> EventSummary:
    """A record of the text with these events."""
    return EventSummary(
        document=Document(
            id="made-up",
            dateline=dateline,
            dateline_basis=DatelineBasis.METADATA,
            language="en",
            sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
            characters=len(TEXT),
        ),
        headline="",
        main_event=events[0].id if events else None,
        events=events,
        provenance=Provenance(
            package="test",
            schema_version="1.0",
            model="scripted",
            chosen="given",
            strategy="sentence",
            prompt=PromptUsed(name="test", version="1", digest="0" * 16),
        ),
        usage=Usage(),
    )


def _row(name: str, templates: list[dict[str, list[str]]]) -> dict[str, Any]:
    return {"docid": name, "split": "tst2", "dateline_date": "1990-03-10", "text": TEXT, "templates": templates}


def _written(place: Path, name: str, text: str) -> Path:
    path = place / name
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return place
