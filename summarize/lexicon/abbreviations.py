"""Abbreviations written with a full stop that ends no sentence, and the words they stand for."""

from __future__ import annotations

from typing import Final

from summarize.lexicon.grammar import word_set

TITLES: Final[dict[str, str]] = {
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "maj": "major",
    "capt": "captain",
    "sgt": "sergeant",
    "brig": "brigadier",
    "adm": "admiral",
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "prof": "professor",
    "dr": "doctor",
    "pres": "president",
    "govt": "government",
    "dept": "department",
}
"""Abbreviations that stand for one word only, where a capital and a name follow."""

ABBREVIATIONS: Final = frozenset(TITLES) | word_set(
    """
    mr mrs ms st mt jr sr no vs approx est inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun fig vol pp cf ca hon rev supt insp messrs mme mlle
    """
)
"""Words after which a full stop does not end the sentence."""
