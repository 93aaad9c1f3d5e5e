"""langextract, set up as its README advises for an OpenAI-compatible server.

- `ModelConfig` with the provider named, since the name of the model would route it to Ollama ("Using OpenAI Models").
- `output_schema`, so that the type is a closed list ("such as enum values on extraction attributes"), with bounds on
  the length of phrases and lists; `fence_output` and `use_schema_constraints` are left unset, as the same section says.
- Chunks of 1,000 characters and one pass: its defaults. Small contexts are what it advises for accuracy; the quick
  start has one pass, and more multiply the tokens.
- Temperature 0, "for deterministic output". One worker, for each tool has one slot of the server.
- Parse errors leave out the chunk, its default. Where it cannot place an extraction it says so, and the mapping looks.

langextract is no dependency of this project: `pip install -r benchmarks/peers/requirements.txt`.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.peers.examples import Shown, shown_texts
from benchmarks.peers.task import (
    LONGEST_PHRASE,
    MOST_OF_A_FIELD,
    MOST_TOKENS,
    PeerEvent,
    PeerFigure,
    Told,
    digest,
    instructions,
)
from benchmarks.peers.tool import Tool
from summarize.article import Article
from summarize.codebook import CODEBOOK
from summarize.record import PromptUsed

NAME = "langextract"
MOST_EXTRACTIONS = 16
"""Extractions of one chunk, so that a model that repeats itself comes to an end and its reply can be read."""
_EVENT, _FIGURE = "event", "figure"
_LISTED = ("who", "whom", "where")


class LangExtract(Tool):
    """langextract as a system that can be asked."""

    name = NAME
    distribution = "langextract"

    @property
    def prompt(self) -> PromptUsed:
        """What it is asked with."""
        shown = [f"{one.text}\n{one.told.model_dump_json()}" for one in shown_texts()]
        parts = digest(instructions(), *shown, json.dumps(output_schema()), str(MOST_TOKENS))
        return PromptUsed(name="peer", version="1", digest=parts)

    def ask(self, article: Article) -> dict[str, Any]:
        """Its extractions, as plain data; raises whatever langextract raises."""
        import langextract as lx  # noqa: PLC0415 - no dependency of this project
        from langextract.factory import ModelConfig  # noqa: PLC0415

        with warnings.catch_warnings():
            # It warns of what its README advises: a schema given beside a configuration.
            warnings.simplefilter("ignore", UserWarning)
            document = lx.extract(
                text_or_documents=article.text,
                prompt_description=instructions(),
                examples=[_example(lx.data, shown) for shown in shown_texts()],
                config=ModelConfig(
                    model_id=self.model,
                    provider="openai",
                    provider_kwargs={
                        "api_key": self.api_key,
                        "base_url": self.base_url,
                        "temperature": 0.0,
                        "max_output_tokens": MOST_TOKENS,
                        "max_workers": 1,
                    },
                ),
                output_schema=output_schema(),
                max_workers=1,
                show_progress=False,
            )
        return {"extractions": [_plain(one) for one in document.extractions or ()]}


def output_schema() -> dict[str, Any]:
    """The schema of a reply: the envelope that `lx.schema` documents, with bounds on what a small model may repeat."""
    phrase = {"type": "string", "maxLength": LONGEST_PHRASE}
    listed = {"type": "array", "items": phrase, "maxItems": MOST_OF_A_FIELD}
    nullable = {"anyOf": [phrase, {"type": "null"}]}
    words = [entry.word for entry in CODEBOOK.values() if entry.word != "other"]
    attributes = {
        "type": {"type": "string", "enum": words},
        **dict.fromkeys(_LISTED, listed),
        "when": nullable,
        "source": nullable,
    }
    event = _closed({_EVENT: phrase, f"{_EVENT}_attributes": _closed(attributes)})
    items = {"anyOf": [event, _closed({_FIGURE: phrase})]}
    extractions = {"type": "array", "items": items, "maxItems": MOST_EXTRACTIONS}
    return _closed({"extractions": extractions})


def told(answer: Mapping[str, Any]) -> Told:
    """What the extractions say, in the terms that all peers share."""
    events: list[PeerEvent] = []
    figures: list[PeerFigure] = []
    for one in answer["extractions"]:
        quote, at = str(one["text"])[:LONGEST_PHRASE], _placed(one.get("at"))
        if one["class"] == _EVENT:
            attributes = one.get("attributes") or {}
            lists = {name: _strings(attributes.get(name)) for name in _LISTED}
            single = {name: next(iter(_strings(attributes.get(name))), None) for name in ("when", "source")}
            kind = next(iter(_strings(attributes.get("type"))), "")
            events.append(PeerEvent(quote=quote, type=kind, **lists, **single, at=at))
        elif one["class"] == _FIGURE:
            figures.append(PeerFigure(quote=quote, at=at))
    return Told(events=tuple(events), figures=tuple(figures))


def _example(data: Any, shown: Shown) -> Any:
    """A worked example with its extractions in order of appearance, as the README asks."""
    extractions = [
        data.Extraction(
            extraction_class=_EVENT,
            extraction_text=event.quote,
            attributes={
                "type": event.type,
                "who": list(event.who),
                "whom": list(event.whom),
                "where": list(event.where),
                "when": event.when,
                "source": event.source,
            },
        )
        for event in shown.told.events
    ] + [data.Extraction(extraction_class=_FIGURE, extraction_text=figure.quote) for figure in shown.told.figures]
    ordered = sorted(extractions, key=lambda one: shown.text.index(one.extraction_text))
    return data.ExampleData(text=shown.text, extractions=ordered)


def _plain(one: Any) -> dict[str, Any]:
    """An extraction as plain data."""
    interval = one.char_interval
    placed = interval is not None and interval.start_pos is not None and interval.end_pos is not None
    return {
        "class": one.extraction_class,
        "text": str(one.extraction_text),
        "attributes": one.attributes,
        "at": [interval.start_pos, interval.end_pos] if placed else None,
        "alignment": one.alignment_status.value if one.alignment_status else None,
    }


def _closed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _strings(value: Any) -> tuple[str, ...]:
    """One phrase or several, whichever the model wrote."""
    if value is None:
        return ()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(str(one) for one in value if one)
    return (str(value),) if value else ()


def _placed(at: Sequence[int] | None) -> tuple[int, int] | None:
    return None if at is None else (at[0], at[1])
