"""Time adjuncts: what is told by the last word before the grammar is asked is what the grammar says."""

from itertools import product

import pytest

from summarize.lexicon.grammar import TIME_OPENERS
from summarize.resolving.clauses import _TIME, is_time

WORDS = sorted(
    TIME_OPENERS | {"the", "on", "ago", "before", "after", "bombed", "2015", "6", "Friday's", "Mon.", "Sept.", "June,"}
)


def test_only_what_the_grammar_refuses_is_refused_by_its_last_word() -> None:
    phrases = [*WORDS, *map(" ".join, product(WORDS, repeat=2)), *(f"on the {word} ago, " for word in WORDS)]
    told = {phrase: is_time(phrase) for phrase in phrases}
    assert {phrase: _TIME.match(phrase.strip(" ,")) is not None for phrase in phrases} == told
    assert sum(told.values()) > len(WORDS)


@pytest.mark.parametrize("phrase", ["", " ,", "the rebels", f"{'late ' * 20}Friday"])
def test_no_time_adjunct(phrase: str) -> None:
    assert not is_time(phrase)
