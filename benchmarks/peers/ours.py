"""Our default on the same server: the model class, grammar and probabilities that the embedded model is asked with.

Only what the embedded model keeps on disk is left out, the state of the shared messages; as the peers do, it has a
slot of the server that keeps its own prefix.
"""

from __future__ import annotations

import asyncio
from typing import Any

from summarize._version import __version__
from summarize.article import Article
from summarize.models.local import llama_client
from summarize.pipeline import Summarizer
from summarize.record import EventSummary, PromptUsed

NAME = "ours"


class Ours:
    """This package as a system that can be asked.

    Args:
        model: Model name as the server knows it.
        base_url: Address of the API.
        api_key: Its key.
        context_tokens: Tokens of prompt and reply.
    """

    name = NAME

    def __init__(self, model: str, base_url: str, api_key: str, context_tokens: int = 4096) -> None:
        self.model = model
        self._asked = llama_client(
            model, base_url, api_key, context_tokens=context_tokens, timeout=600.0, strategy="weighed"
        )
        self._summarizer = Summarizer(self._asked)

    @property
    def version(self) -> str:
        """Distribution and version."""
        return f"summarize-events {__version__}"

    @property
    def prompt(self) -> PromptUsed:
        """What the model is asked with."""
        return self._summarizer.prompt.used

    def ask(self, article: Article) -> dict[str, Any]:
        """The record as plain data."""
        return asyncio.run(self._run(article)).model_dump(mode="json")

    async def _run(self, article: Article) -> EventSummary:
        try:
            return await self._summarizer.run(article)
        finally:
            await self._asked.aclose()
