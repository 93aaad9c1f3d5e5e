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

BARE_PARTICIPLES: Final = word_set("cut hit hurt let put set shut split spread")
"""Participles that are also infinitives."""

HAPPENING: Final = word_set(
    """
    begin come continue go happen hold last materialise materialize occur proceed resume start succeed take
    """
)
"""Verbs of which an event is the subject when it is told to happen, or not to."""

AFTER_EFFECTS: Final = word_set(
    """
    affect alter break change complicate derail deter embolden intimidate undermine weaken
    """
)
"""Verbs of what an event does once it has happened."""

REMAINING: Final = word_set("continue keep remain stay")
"""Verbs of what is so already."""

FREED: Final = word_set("freed liberated released rescued")
"""What was done to who is free again."""

FREEING: Final = FREED | word_set("frees freeing liberates liberating releases releasing rescues rescuing")
"""The same in every form that follows a subject or a preposition."""

LOOKING_BACK: Final = (
    r"apologi[sz]e for",
    r"(?:apology|compensation) for",
    r"aveng(?:e|ed|ing)",
    r"condemn(?:ed|ing)?",
    r"denounc(?:e|ed|ing)",
    r"(?:inquir(?:e|y)|enquir(?:e|y)|investigation|look|probe) into",
    r"investigat(?:e|ed|ing)",
)
"""What is only done because of something that has happened, as patterns that stand before it."""

REACTIONS: Final = (
    *LOOKING_BACK,
    r"comment(?:ed|ing)? on",
    r"discuss(?:ed|ing)?",
    r"prob(?:e|ing)",
    r"punish(?:ed|ing)?(?: \w+)? for",
    r"(?:respon(?:d|ding|se)|react(?:ing|ion)?) to",
    r"(?:retaliat(?:e|ed|ing|ion)|revenge|vengeance) for",
)
"""The same with what can also be threatened: "would respond to an attack" has none, "to the attack" has one."""


def may_be_past(word: str) -> bool:
    """Whether a word in small letters may be a past form or participle, by its ending or as an irregular one."""
    return word.endswith("ed") or word in IRREGULAR
