"""What a request costs, by the price list of the kept library genai-prices."""

from __future__ import annotations

from summarize.record import Usage


def cost_usd(usage: Usage, *, model: str, endpoint: str | None) -> float | None:
    """Price `usage` in US dollars.

    Args:
        usage: Tokens of every attempt.
        model: Model name as the provider knows it.
        endpoint: Base address of the provider.

    Returns:
        US dollars, or None when the list does not know this model at this address.
    """
    if endpoint is None:
        return None
    from genai_prices import Usage as Tokens  # noqa: PLC0415  (0.3 s, only for hosted models)
    from genai_prices import calc_price  # noqa: PLC0415

    tokens = Tokens(
        input_tokens=usage.prompt_tokens,
        output_tokens=usage.completion_tokens,
        cache_read_tokens=usage.cached_tokens or None,
    )
    try:
        return float(calc_price(tokens, model, provider_api_url=endpoint).total_price)
    except LookupError:
        return None
