"""The made-up 500-word article beside this file, told anew for each run of a benchmark.

Every run gets names and numbers of its own. A process that has read an article before knows most words of the
next one, and should; it does not know its names, and they take the most work.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

_NAMES = ("Marsh Guard", "Sabil", "Darin", "Tamra", "Tessaly", "Lower Salma", "Levant Monitor")
_KEPT = frozenset(("Guard", "Lower", "Monitor"))
_SYLLABLES = ("ba", "do", "ka", "li", "mo", "ne", "ri", "sa", "tu", "ve", "zo", "qui", "shar", "den", "gur", "pel")


ARTICLE = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")


def told_anew(number: int, text: str = ARTICLE) -> str:
    """The article, or words taken from it, as run `number` reads them."""
    dice = random.Random(number)  # noqa: S311 - names, not secrets
    for name in _NAMES:
        new = " ".join(word if word in _KEPT else _name(dice) for word in name.split())
        text = text.replace(name, new).replace(name.upper(), new.upper())
    return re.sub(r"\d+(?=,\d{3})", lambda thousands: str(int(thousands.group()) + number), text)


def _name(dice: random.Random) -> str:
    return "".join(dice.choices(_SYLLABLES, k=3)).capitalize()
