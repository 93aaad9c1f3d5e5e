"""English words of the calendar: months, weekdays, units, parts of the day, seasons, holidays, numbers.

Plain tables, lower case, without judgement about context. Dotted abbreviations are listed without
their dot. Holidays carry the rule that settles their day in a year; lunar ones are in
`ISLAMIC_HOLIDAYS` and are only known to within a day.
"""

from __future__ import annotations

from typing import Final

from summarize.lexicon.grammar import word_set

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
"""Month names and their abbreviations, 1 for January."""

WEEKDAYS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed weds",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
"""Weekday names and abbreviations, 1 for Monday as in ISO 8601."""

AMBIGUOUS_NAMES: Final[frozenset[str]] = word_set(
    """
    may march mar dec sat sun mon wed jan jun sep fri tue thu fall spring
    """
)
"""Names that are also other words or people: alone in running text they need more evidence."""

SEASONS: Final[dict[str, str]] = {
    "spring": "spring",
    "springtime": "spring",
    "summer": "summer",
    "summertime": "summer",
    "autumn": "autumn",
    "fall": "autumn",
    "winter": "winter",
    "wintertime": "winter",
}

DAY_PARTS: Final[dict[str, str]] = {
    "dawn": "MO",
    "daybreak": "MO",
    "predawn": "MO",
    "sunrise": "MO",
    "morning": "MO",
    "mornings": "MO",
    "midday": "MI",
    "noon": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "nights": "NI",
    "overnight": "NI",
    "midnight": "NI",
    "daytime": "DT",
}
"""Part of the day to TIMEX3's code (MO, MI, AF, EV, NI, DT)."""

CARDINALS: Final[dict[str, int]] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip

TENS: Final[dict[str, int]] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS: Final[dict[str, int]] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

DECADE_WORDS: Final[dict[str, int]] = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}

VAGUE_AMOUNTS: Final[frozenset[str]] = frozenset(
    ["several", "few", "some", "many", "more", "dozens", "scores", "countless"]
)

ZONES: Final[frozenset[str]] = word_set(
    """
    gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest msk ist et pt local
    """
)
"""Time-zone abbreviations that may follow a clock time; they are read over, not applied."""

FIXED_HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "new year's day": (1, 1),
    "new year's": (1, 1),
    "new year": (1, 1),
    "epiphany": (1, 6),
    "valentine's day": (2, 14),
    "saint patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "may day": (5, 1),
    "victory day": (5, 9),
    "independence day": (7, 4),
    "fourth of july": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
}
"""Month and day of holidays that do not move. Independence Day is that of the United States."""

NTH_WEEKDAY_HOLIDAYS: Final[dict[str, tuple[int, int, int]]] = {
    "martin luther king day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
    "election day": (11, 2, 0),
}
"""Month, ISO weekday and which one (-1: the last; 0: the first after the month's first Monday). United States."""

EASTER_HOLIDAYS: Final[dict[str, int]] = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
}
"""Days after Western Easter Sunday."""

ISLAMIC_HOLIDAYS: Final[dict[str, tuple[int, int]]] = {
    "ashura": (1, 10),
    "eid al-fitr": (10, 1),
    "eid ul-fitr": (10, 1),
    "eid al-adha": (12, 10),
    "eid ul-adha": (12, 10),
}
"""Month and day of the Islamic calendar; the tabular reckoning is within a day of the sighted moon."""
