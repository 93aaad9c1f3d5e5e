"""From the probabilities of a first token to those of the answers that it can begin."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence


def beginnings(tokens: Iterable[tuple[str, float]], answers: Sequence[str]) -> dict[str, float]:
    """Log probability of each answer, by the tokens that it can begin with.

    Args:
        tokens: First tokens with their natural log probabilities. One that several answers begin with counts for
            each of them in equal parts; capitals, and white space around it, do not count.
        answers: The answers.

    Returns:
        Natural logarithms by answer; an answer that no token begins is not in it.
    """
    mass: defaultdict[str, float] = defaultdict(float)
    for token, logprob in tokens:
        opening = token.strip().casefold()
        begun = [answer for answer in answers if answer.casefold().startswith(opening)] if opening else []
        for answer in begun:
            mass[answer] += math.exp(logprob) / len(begun)
    return {answer: math.log(share) for answer, share in mass.items() if share > 0}
