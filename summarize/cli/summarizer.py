"""The summarizer that the settings ask for: one way for every command that needs one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarize.models.base import Model
    from summarize.pipeline import Summarizer
    from summarize.settings import ResolvedSettings


def make_summarizer(settings: ResolvedSettings) -> Summarizer:
    """A summarizer with the chosen model; its `chosen` says why this model, and where that was set.

    Raises:
        SettingsError: The model or the strategy is unknown.
        PromptError: The prompt file is broken.
    """
    from summarize.pipeline import Summarizer  # noqa: PLC0415

    model, chosen = make_model(settings)
    values = settings.values
    return Summarizer(
        model, strategy=values.strategy, prompt=values.prompt, chosen=chosen, min_confidence=values.min_confidence
    )


def make_model(settings: ResolvedSettings) -> tuple[Model, str]:
    """The model that is asked for, why it is this one, and where that was set.

    Raises:
        SettingsError: The model is unknown.
    """
    from summarize.models.choice import choose_model  # noqa: PLC0415

    values, origins = settings.values, settings.origins
    model, reason = choose_model(
        values.model,
        base_url=values.base_url,
        api_key=values.api_key.get_secret_value() if values.api_key else None,
        strategy=values.strategy,
        context_tokens=values.context_tokens,
        parallel=values.parallel,
        timeout=values.timeout,
    )
    named = next((origins[name] for name in ("model", "base_url", "api_key") if getattr(values, name)), None)
    return model, f"{reason}, set by {named}" if named and named not in reason else reason
