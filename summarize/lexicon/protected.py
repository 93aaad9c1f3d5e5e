"""Closed classes of words that carry how sure, how many, when: what a quotation must keep to the letter."""

from __future__ import annotations

from typing import Final

from summarize.lexicon.grammar import word_set

HEDGES: Final = word_set(
    """
    about around some roughly approximately nearly almost least most more less fewer over under up than
    estimated alleged allegedly reported reportedly suspected apparent apparently likely unlikely possibly
    possible probably probable perhaps maybe seemingly supposedly purportedly purported presumably presumed
    believed thought claimed unconfirmed confirmed potentially potential partly partially largely
    mostly mainly nominally preliminary initial only just even still already yet so-called self-proclaimed
    circa
    """
)
"""Words that soften or bound what they stand with."""

NUMBER_HEDGES: Final = word_set(
    "about around some roughly approximately approx nearly almost over under above below estimated perhaps maybe circa"
)
"""Those of them that bound or round a number, alone."""

COMPARATIVES: Final = word_set("more less fewer greater larger bigger higher longer smaller lower shorter")
"""Words that with "than" bound a number."""

LASTING: Final = word_set("for last lasts lasted lasting take takes took taken taking spent within well just after")
"""Words after which "over" and "under" bound a time: "for over two years", but not "$2 million over two years"."""

BOUNDS: Final = frozenset(
    {
        "more than",
        "less than",
        "fewer than",
        "at least",
        "at most",
        "up to",
        "as many as",
        "many as",
        "much as",
        "an estimated",
        "close to",
        "upwards of",
        "excess of",
        "not yet",
        "no more than",
        "most of",
        "some of",
        "part of",
        "parts of",
        "much of",
    }
)
"""Hedges and bounds of two words."""

MODALS: Final = word_set(
    """
    would could may might should must can will shall ought if unless whether plan plans planned intend intends
    intended hope hopes hoped want wants wanted try tries tried attempt attempts attempted threaten threatens
    threatened vow vows vowed expect expects expected propose proposed
    """
)
"""Words that make what they govern possible, future, wished or conditional."""

QUANTIFIERS: Final = word_set(
    """
    all every each both some any many much few several most half majority minority dozens scores hundreds
    thousands millions tens numerous various entire entirely whole completely totally part parts two-thirds
    quarter third other another either plenty handful couple
    """
)
"""Words for how many that are no number."""

TIME_WORDS: Final = word_set(
    """
    today yesterday tomorrow tonight morning afternoon evening night noon midnight dawn dusk week weeks month
    months year years day days hour hours minute minutes last next earlier later ago since until before after
    during early late mid spring summer autumn winter
    """
)
"""Words that say when."""

REPORTING: Final = word_set(
    """
    said says say told tells announced announces claimed claims reported reports stated states added adds
    wrote writes according confirmed confirms denied denies declared warned insisted alleged
    """
)
"""Words that attribute what stands beside them to a speaker."""

ANAPHORS: Final = frozenset({"he", "her", "his", "it", "its", "she", "the", "their", "they", "this", "who"})
"""Words that point at somebody or something named before."""
