"""Verb forms that show that a stretch of English asserts something."""

from __future__ import annotations

from typing import Final

from summarize.lexicon.grammar import word_set

BE: Final = word_set(
    """
    is are was were am be been being
    """
)
"""Forms of "be"."""

HAVE: Final = frozenset(["has", "have", "had", "having"])
"""Forms of "have"."""

DO_AND_MODALS: Final = word_set(
    """
    do does did will would shall should can could may might must
    """
)
"""What a bare infinitive follows."""

FINITE: Final = (BE - {"be", "been", "being"}) | {"has", "have", "had"} | DO_AND_MODALS
"""Auxiliaries that make a clause."""

IRREGULAR: Final = word_set(
    """
    took taken fled fell fallen said told began begun went gone came made gave given got left lost met paid
    put ran rose risen saw seen sent set shot shook spoke spoken stood stole stolen struck swept threw thrown
    understood won withdrew withdrawn wrote written broke broken brought built burnt bought caught chose
    chosen cut dealt drew drawn drove driven fed felt fought found flew flown forbade forgot froze grew grown
    held hid hidden hit hurt kept knew known laid led lent let lay lit overran overrun overthrew overthrown
    overtook retook retaken rode sank shut sold sought slew slain spent split spread stuck swore sworn taught
    tore torn thought beat beaten became blew blown bore borne bound bled bred
    """
)
"""Past forms and participles that do not end in -ed."""

LINKING_ADVERBS: Final = word_set(
    """
    yet ever already been be being have also even still so far fully really actually immediately officially
    publicly directly independently
    """
)
"""What may stand between a negator and the verb it negates."""
