"""Finds the phrases of a news text that can fill "who" and "where".

A shallow parser: known names are merged into one token, noun phrases are read from left to right (determiner,
modifiers, names, head noun), and the head, the words around it and the lexicon say what the phrase is. There is no
model and no part-of-speech tagger behind it, so it is quick, and the same text always gives the same phrases.
"""

from summarize.mentions.finder import find_mentions, find_mentions_in
from summarize.mentions.types import Mention, MentionKind

__all__ = ["Mention", "MentionKind", "find_mentions", "find_mentions_in"]
