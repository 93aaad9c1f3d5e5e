"""instructor with a pydantic response model, one call an article, as its documentation has it for local servers.

- `instructor.from_openai` over an OpenAI client, mode `JSON_SCHEMA` (its guide for llama.cpp): the server's grammar
  holds the model to the response model, and types are a closed list.
- `max_retries=2`, as its page on retries shows: with a validation error the model is asked again.
- Worked examples are turns of the conversation before the article: a schema in `response_format` is read by llama.cpp's
  grammar and never by the model, so that examples in `json_schema_extra` would not be seen.
- Temperature 0.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, cast

from pydantic import BaseModel, Field, create_model

from benchmarks.peers.examples import shown_texts
from benchmarks.peers.task import (
    LONGEST_PHRASE,
    MOST_OF_A_FIELD,
    MOST_TOKENS_OF_ARTICLE,
    PeerEvent,
    PeerFigure,
    Told,
    TypeName,
    digest,
    instructions,
)
from benchmarks.peers.tool import Tool
from summarize.article import Article
from summarize.record import PromptUsed

NAME = "plain"
MAX_RETRIES = 2
MOST_EVENTS = 20
MOST_FIGURES = 20
"""Bounds of a reply, so that a model that repeats itself comes to an end and its reply can be read."""

_Phrase = Annotated[str, Field(max_length=LONGEST_PHRASE)]
_Phrases = Annotated[list[_Phrase], Field(max_length=MOST_OF_A_FIELD)]


class Plain(Tool):
    """instructor as a system that can be asked."""

    name = NAME
    distribution = "instructor"

    @property
    def prompt(self) -> PromptUsed:
        """What it is asked with."""
        schema = json.dumps(response_model().model_json_schema())
        parts = digest(json.dumps(messages("")), schema, str(MOST_TOKENS_OF_ARTICLE))
        return PromptUsed(name="peer", version="1", digest=parts)

    def ask(self, article: Article) -> dict[str, Any]:
        """The validated answer as plain data; raises whatever instructor raises."""
        import instructor  # noqa: PLC0415 - a second to import
        import openai  # noqa: PLC0415

        with openai.OpenAI(api_key=self.api_key, base_url=self.base_url) as plain:
            client = instructor.from_openai(plain, mode=instructor.Mode.JSON_SCHEMA)
            answer = client.chat.completions.create(
                model=self.model,
                messages=cast("Any", messages(article.text)),
                response_model=response_model(),
                max_retries=MAX_RETRIES,
                max_tokens=MOST_TOKENS_OF_ARTICLE,
                temperature=0.0,
            )
        return dict(answer.model_dump(mode="json"))


@cache
def response_model() -> type[BaseModel]:
    """What is asked for: events with their types from a closed list, and figures."""
    event: type[BaseModel] = create_model(
        "Event",
        quote=(_Phrase, ...),
        type=(cast("Any", TypeName), ...),
        who=(_Phrases, ...),
        whom=(_Phrases, ...),
        where=(_Phrases, ...),
        when=(_Phrase | None, ...),
        source=(_Phrase | None, ...),
    )
    return create_model(
        "Article",
        events=(Annotated[list[event], Field(max_length=MOST_EVENTS)], ...),
        figures=(Annotated[list[_Phrase], Field(max_length=MOST_FIGURES)], ...),
    )


def messages(text: str) -> list[dict[str, str]]:
    """The conversation that ends with an article."""
    turns = [{"role": "system", "content": instructions()}]
    for shown in shown_texts():
        answer = response_model().model_validate(_answer(shown.told))
        turns += [
            {"role": "user", "content": shown.text},
            {"role": "assistant", "content": answer.model_dump_json()},
        ]
    return [*turns, {"role": "user", "content": text}]


def told(answer: Mapping[str, Any]) -> Told:
    """What the answer says, in the terms that all peers share."""
    return Told(
        events=tuple(PeerEvent.model_validate(event) for event in answer["events"]),
        figures=tuple(PeerFigure(quote=quote) for quote in answer["figures"]),
    )


def _answer(shown: Told) -> dict[str, Any]:
    return {
        "events": [event.model_dump(mode="json", exclude={"at"}) for event in shown.events],
        "figures": [figure.quote for figure in shown.figures],
    }
