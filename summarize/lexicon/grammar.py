"""Closed classes of English words that the clause rules read: what can stand between a subject and its verb."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(words.split())


def _both_apostrophes(words: frozenset[str]) -> frozenset[str]:
    return words | {word.replace("'", "’") for word in words}


ADVERBS = word_set(
    """also then later now still earlier again previously immediately repeatedly already once just further even
    not never always ever sometimes usually meanwhile however separately too only publicly privately recently often
    long reportedly both all itself himself herself themselves first last neither nor yet"""
)
"""Adverbs without -ly, and floating pronouns, that stand between subject and verb."""

CONNECTIVES = word_set(
    """accordingly additionally also besides consequently furthermore however indeed instead likewise meanwhile moreover
    nevertheless nonetheless otherwise separately similarly still therefore thus"""
)
"""Adverbs that stand alone in front of a comma and name nobody; no name is written so."""

NEGATIONS = _both_apostrophes(
    word_set(
        "not never neither nor didn't doesn't don't hasn't haven't hadn't couldn't wouldn't won't can't isn't wasn't"
    )
)
"""Words that negate the verb group they stand in."""

NEGATIVE_SUBJECTS = word_set("no none neither nobody")
"""First words of a subject that nobody is: "neither side said"."""

BE = _both_apostrophes(word_set("is was were are am been be being isn't wasn't weren't aren't"))
"""Forms of "be"."""

MODALS = _both_apostrophes(
    word_set("will would could should may might can must shall cannot won't wouldn't couldn't can't")
)
"""Modal verbs: what they govern is to come, or might be."""

AUXILIARIES = (
    BE | MODALS | _both_apostrophes(word_set("has have had did does do hasn't haven't hadn't didn't doesn't don't"))
)
"""Verbs that open a verb group."""

PRONOUNS = word_set("he she they it")
"""Third persons: they stand for a source named elsewhere."""

AUTHOR = word_set("i we you")
"""First and second persons outside quotation marks: the writer's own voice."""

RELATIVES = word_set("who which that whom")
"""Words that open a relative clause."""

CONJUNCTIONS = RELATIVES | word_set(
    """but while as when because although though since if whether where whereas so yet than until once unless
    whose what how why after before"""
)
"""Words a noun phrase does not reach across."""

COORDINATORS = word_set("and but while although though whereas")
"""Words that set two reports side by side."""

PREPOSITIONS = word_set(
    """in on at after before during by with from under over for to of near amid despite since following speaking
    inside outside between through throughout within without against about into as like unlike per via"""
)
"""Words a speaker's name does not start with."""

DETERMINERS = word_set("the a an this that these those his her their its our some several many one another")
"""Words that open a noun phrase."""

NOUN_MARKERS = word_set("the a an his her their its our another one to of")
"""Words after which what looks like a reporting verb is a noun or an infinitive."""

IRREGULAR_PASTS = word_set(
    """took fell began went came made gave left held led met sent struck hit killed died got ran saw won lost fought
    fled broke drove flew kept put set shot sought spoke stood became brought built caught felt grew knew rose seized
    spent spread withdrew wounded"""
)
"""Frequent past forms that do not end in -ed."""

PARTICIPIAL_ADJECTIVES = word_set("united allied armed so-called unnamed wounded displaced limited red sacred")
"""Words in -ed that modify nouns rather than head a clause."""

DASHES = frozenset(("—", "–", "--", "―"))
"""Marks that set off an apposition."""

BULLETS = frozenset(("•", "·", "▪", "‣", "*"))
"""Marks that open an item of a list, beside dashes."""

SETTINGS = word_set(
    """statement interview briefing conference post tweet report speech letter address message email e-mail remarks
    television tv radio twitter telegram facebook note release bulletin broadcast video phone telephone"""
)
"""Occasions and channels of a statement: "said in a statement"."""

ADJUNCT_OPENERS = word_set("in at on during by via through to from after before over of about as with for while when")
"""Words that open an adjunct between a reporting verb and its content."""

SPEECH_MEANS = word_set("telephone phone radio video email e-mail text letter fax satellite message")
"""Bare nouns after "by" that carry a voice rather than own it: "said by telephone"."""

SINGULAR_IN_S = word_set("corps headquarters press news series")
"""Nouns in -s that are one body: "the medical corps claims"."""

CLAIM_NOUNS = word_set("claim accusation allegation charge assertion statement account version suggestion")
"""Nouns that take up what was just said: "a claim the rebels rejected"."""

TAKING_UP = CLAIM_NOUNS | word_set("report notion idea argument interpretation characterisation characterization")
"""The same with nouns that may also be a paper of its own or somebody's own thought: "denied the report"."""

LISTENERS = word_set("reporters journalists lawmakers media parliament")
"""Bare nouns after "to" that are listeners rather than verbs: "said to reporters"."""

HUMAN_HEADS = word_set(
    """spokesman spokeswoman spokesperson minister president official officer commander general envoy witness
    resident activist doctor secretary ambassador governor mayor chief director head analyst expert lawyer senator
    source man woman"""
)
"""Nouns for one person who speaks."""

TIME_OPENERS = word_set(
    """on late early earlier later since last next this in by until over the a same today yesterday tonight tomorrow
    now then recently meanwhile weekend week month year day morning afternoon evening night noon monday tuesday
    wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january february march april may
    june july august september october november december jan feb aug sept oct nov dec"""
)
"""Words a time adjunct starts with."""
