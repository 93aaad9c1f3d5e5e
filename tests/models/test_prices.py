"""What a request costs."""

from __future__ import annotations

from summarize.models.prices import cost_usd
from summarize.record import Usage

USAGE = Usage(calls=1, prompt_tokens=1000, completion_tokens=500, cached_tokens=400)
OPENAI = "https://api.openai.com/v1"


def test_a_known_model_at_its_provider_has_a_price_and_cached_tokens_are_cheaper() -> None:
    cost = cost_usd(USAGE, model="gpt-4.1-mini", endpoint=OPENAI)
    fresh = cost_usd(USAGE.model_copy(update={"cached_tokens": 0}), model="gpt-4.1-mini", endpoint=OPENAI)
    assert cost is not None
    assert fresh is not None
    assert 0 < cost < fresh < 0.1


def test_an_unknown_model_or_provider_has_no_price() -> None:
    assert cost_usd(USAGE, model="no-such-model", endpoint=OPENAI) is None
    assert cost_usd(USAGE, model="gpt-4.1-mini", endpoint="http://gpu.example/v1") is None
    assert cost_usd(USAGE, model="gpt-4.1-mini", endpoint=None) is None
