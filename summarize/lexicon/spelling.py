"""Ways of writing one word: British and American, contracted, transliterated from Arabic or Ukrainian.

`canonical_spelling` maps every spelling of a word to one key. The rules are the regular British and American
differences (Oxford -ize, -our, -re, -ence, doubled l) and, for words that show by a letter combination that they
are transliterated (kh, dh, q without u) or follow the Arabic article, the vowels that romanisations do not agree on:
o and u, e and i, the final -a, -ah, -eh of the feminine ending. Whatever no rule covers and no table lists is
another word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarize.lexicon.grammar import word_set

ARABIC_ARTICLES: Final = word_set(
    """
    al el ul ar as ash at ath ad adh an az er es ed ez et en
    """
)
"""Romanised forms of the Arabic article, assimilated to the sun letter that follows or not."""

CONTRACTIONS: Final = {"re": "are", "ve": "have", "ll": "will", "m": "am", "s": "'s", "d": "'d"}
"""What follows an apostrophe at the end of an English word, and the word it stands for."""

ELISIONS: Final = word_set(
    """
    l d n s c j m t qu jusqu lorsqu puisqu quoiqu
    """
)
"""What stands before an apostrophe at the start of a French word."""

_GROUPS: Final = """
    burnt burned; learnt learned; spelt spelled; leapt leaped; spilt spilled; spoilt spoiled; dreamt dreamed;
    programme program; programmes programs; grey gray; plough plow; sceptic skeptic; sceptical skeptical;
    manoeuvre maneuver; manoeuvres maneuvers; armoury armory; aluminium aluminum; ageing aging; judgement
    judgment; acknowledgement acknowledgment; enrol enroll; fulfil fulfill; instalment installment; wilful
    willful; skilful skillful; mould mold; moustache mustache; pyjamas pajamas; cosy cozy; catalogue
    catalog; km kms kilometre kilometres kilometer kilometers; kg kgs kilogram kilograms kilogramme
    kilogrammes; cm centimetre centimetres centimeter centimeters; dialogue dialog; analogue analog; analyse
    analyze; analysed analyzed; paralyse paralyze; paralysed paralyzed; towards toward;
    mohammed mohamed muhammad mohammad muhammed muhamad mohamad; hussein hussain husain husayn hossein;
    ahmed ahmad; hassan hasan; youssef yusuf yousef yousuf; osama usama; khaled khalid; homs hims; idlib
    idleb edlib; raqqa rakka raqqah rakkah; daraa deraa dera; hama hamah; hasaka hasakah hasakeh; qamishli
    kamishli qamishlo; kobani kobane; manbij menbij; zor zour zur; taiz taizz; hodeida hodeidah hudaydah
    hudaidah; marib maarib; benghazi bengazi; sirte sirt surt; misrata misurata; kirkuk kerkuk; falluja
    fallujah faluja; tikrit takrit; karbala kerbala; daesh daish; houthi huthi; houthis huthis; hezbollah
    hizbollah hizbullah hizballah hezballah; qaeda qaida kaida kaeda; taliban taleban; quran koran; muslim
    moslem; muslims moslems; shia shiah; gaddafi qaddafi gadhafi kadhafi qadhafi; assad asad; kyiv kiev;
    kharkiv kharkov; odesa odessa; lviv lvov; mykolaiv nikolaev mykolayiv; dnipro dnepr; zaporizhzhia
    zaporizhia zaporozhye zaporizhzhya; luhansk lugansk; chernihiv chernigov; donbas donbass; avdiivka
    avdeevka avdeyevka
"""
_TABLE: Final = {word: group.split()[0] for group in _GROUPS.split(";") for word in group.split()}

_OUR: Final = (
    "arm|behavi|cand|cl|col|demean|enam|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|"
    "neighb|od|parl|ranc|rig|rum|sav|splend|tum|val|vap|vig"
)
_RE: Final = "cent|theat|fib|lit|met|kilomet|centimet|millimet|sab|sepulch|spect|meag|lust"
_ENCE: Final = "def|off|lic|pret"
_DOUBLED: Final = (
    "travel|cancel|label|model|signal|fuel|level|channel|counsel|dial|duel|equal|funnel|"
    "jewel|libel|marshal|panel|pedal|quarrel|rival|shovel|total|tunnel|initial"
)
_ISE: Final = re.compile(r"^(.{3,})is(e|ed|es|er|ers|ing|ation|ations|ational)$")
_STEMS: Final = (
    (re.compile(rf"^({_OUR})our(s|ed|ing|er|ers|able|ful|hood|hoods|ist|ite|ites|less)?$"), r"\1or\2"),
    (re.compile(rf"^({_RE})re(s|d)?$"), r"\1er\2"),
    (re.compile(rf"^({_ENCE})ence(s|d|less)?$"), r"\1ense\2"),
    (re.compile(rf"^({_DOUBLED})l(ed|ing|er|ers)$"), r"\1\2"),
)
_TRANSLITERATED: Final = re.compile(r"kh|dh|q(?!u)")


@lru_cache(maxsize=65536)
def canonical_spelling(folded: str) -> str:
    """Key shared by the spellings of a word.

    Args:
        folded: The word without typography: lower case, no diacritics, no apostrophes.
    """
    if folded in _TABLE:
        return _TABLE[folded]
    if _TRANSLITERATED.search(folded):
        return romanised(folded)
    if match := _ISE.match(folded):
        return f"{match[1]}iz{match[2]}"
    for pattern, replacement in _STEMS:
        if pattern.match(folded):
            return pattern.sub(replacement, folded)
    return folded


def romanised(word: str) -> str:
    """Key shared by the romanisations of an Arabic name, for words that are known to be one."""
    stem = re.sub(r"(?<=.{2})(?:ah|eh|a)$", "a", word)
    for spellings, one in (
        ("ou|oo|o", "u"),
        ("ee|ei|ai|ay|ey", "i"),
        ("(?<=.)[ey](?=.)", "i"),
        (r"([b-df-hj-np-tv-z])\1", r"\1"),
    ):
        stem = re.sub(spellings, one, stem)
    return stem
