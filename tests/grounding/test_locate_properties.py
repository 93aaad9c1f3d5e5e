"""Laws of `locate`, on text that nobody chose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from summarize.grounding import MatchStatus, SourceText, locate

VOCABULARY = """
troops town army shelled al-Sukhna 12 1,500 twelve not no denied U.S. don't at least Raqqa
cease-fire May 6 would people said Saturday 45 % « l’armée Damas » проверка посёлок не القوات ١٢
三百 人死亡 İzmir ﬁre café naïve – … ? . , thousand two hundred and June 2017 ( SDF )
"""
WORDS = ["\n\n", *VOCABULARY.split()]
prose = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
anything = st.text(st.characters(codec="utf-8"), max_size=80)
texts = prose | anything
plain_words = st.lists(st.integers(10**4, 10**6), min_size=12, max_size=40, unique=True).map(
    lambda numbers: [str(number).translate(str.maketrans("0123456789", "bcdfghjklm")) for number in numbers]
)


def cut_at_words(text: str, data: st.DataObject) -> tuple[int, int]:
    """Offsets of a stretch of the text that begins and ends with a whole written word."""
    words = [match.span() for match in re.finditer(r"\S+", text) if any(map(str.isalnum, match.group()))]
    assume(words)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    return words[first][0], words[last][1]


@given(texts, st.data())
def test_any_stretch_between_spaces_is_found_verbatim(text: str, data: st.DataObject) -> None:
    start, end = cut_at_words(text, data)
    match = locate(text[start:end], text, within=(start, end))
    assert (MatchStatus.EXACT, start, end) == (match.status, match.start, match.end)


@given(texts, st.data())
def test_any_stretch_is_found_somewhere_with_the_same_words(text: str, data: st.DataObject) -> None:
    start, end = cut_at_words(text, data)
    match = locate(text[start:end], text)
    assert (MatchStatus.EXACT, text[start:end]) == (match.status, match.text)


@given(texts, texts | prose)
@example("party", "art")
@example("İ", "i")
@example("\ud800", "\ud800")
@example("don't troops troops", "town troops troops")
def test_every_span_returned_holds_its_text_and_stands_between_boundaries(text: str, quote: str) -> None:
    source = SourceText(text)
    match = locate(quote, source)
    if match.start is None or match.end is None:
        assert match.text is None
    else:
        assert match.text == text[match.start : match.end]
        assert source.is_boundary(match.start)
        assert source.is_boundary(match.end)


RETYPED: dict[str, Callable[[str], str]] = {
    "curly quotes": lambda text: text.replace('"', "”").replace("'", "’"),
    "straight quotes": lambda text: re.sub("[“”«»]", '"', re.sub("[‘’]", "'", text)),
    "guillemets": lambda text: text.replace('"', "«").replace("“", "«").replace("”", "»"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "wrapped lines": lambda text: text.replace(" ", "\n"),
    "wide spaces": lambda text: text.replace(" ", "   "),
    "capitals": str.upper,
    "small letters": str.lower,
    "dashes": lambda text: text.replace("–", "—"),
    "hyphens": lambda text: text.replace("-", "\u2011"),
    "ellipsis": lambda text: text.replace("…", "..."),
    "compatibility form": lambda text: unicodedata.normalize("NFKC", text),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", "\u00ad", text),
    "directional marks": lambda text: text.replace(" ", " \u200f"),
    "no thousands separators": lambda text: re.sub(r"(?<=\d),(?=\d{3})", "", text),
    "full width": lambda text: re.sub("[a-z]", lambda found: chr(ord(found[0]) + 0xFEE0), text),
    "ligatures": lambda text: text.replace("fi", "ﬁ").replace("fl", "ﬂ"),
}


@given(texts, st.data())
def test_what_was_found_is_found_again_as_it_stands(text: str, data: st.DataObject) -> None:
    start, end = cut_at_words(text, data)
    retyped = RETYPED[data.draw(st.sampled_from(sorted(RETYPED)))](text[start:end])
    first = locate(retyped, text)
    if first.supported and first.text is not None:
        again = locate(first.text, text)
        assert (MatchStatus.EXACT, first.text) == (again.status, again.text)


SENTENCE = (
    "The U.S.-backed ‘Desert Shield’ alliance — which took 1,500 fighters to al-Sukhna – said “not a single” officer, "
    "Field-Marshal Karim Haddad’s nephew first … had fled the flooded café on 6 June; at least 12 of 41 stayed."
)


@given(st.sampled_from(sorted(RETYPED)), st.data())
@settings(max_examples=300)
def test_a_stretch_in_other_typography_maps_back_to_the_same_place(name: str, data: st.DataObject) -> None:
    words = [match.span() for match in re.finditer(r"\S+", SENTENCE) if any(map(str.isalnum, match.group()))]
    first = data.draw(st.integers(0, len(words) - 4))
    last = data.draw(st.integers(first + 3, len(words) - 1))
    start, end = words[first][0], words[last][1]
    match = locate(RETYPED[name](SENTENCE[start:end]), SENTENCE)
    assert (True, SENTENCE[start:end]) == (match.supported, match.text)


PROTECTED = {
    "12": ["13", "21", "120", "twenty", "1.2", "112"],
    "1,500": ["1,600", "15,000", "150", "five hundred", "1.5"],
    "not": ["", "now", "also"],
    "at least": ["", "at most", "about", "more than"],
    "6 June": ["7 June", "6 July", "16 June", "June"],
    "Saturday": ["Sunday", "Friday", "weekend"],
    "Haddad": ["Hadda", "Khoury", ""],
    "would": ["will", "", "did"],
    "most": ["all", "some", "few"],
    "reportedly": ["", "certainly"],
    "denied": ["confirmed", "said"],
}
FULL = (
    "On Saturday Karim Haddad denied that at least 12 of 1,500 men had been freed on 6 June , "
    "and most would not reportedly return to Hama ."
)


@given(st.sampled_from(sorted(PROTECTED)), st.data())
def test_changing_a_protected_word_makes_it_refused(word: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from(PROTECTED[word]))
    quote = " ".join(re.sub(rf"\b{word}\b", other, FULL, count=1).split())
    assert not locate(quote, FULL).supported


@given(plain_words, st.data())
def test_a_planted_quotation_is_found_where_it_was_planted(words: list[str], data: st.DataObject) -> None:
    planted = ["akara", *data.draw(st.permutations(["ebele", "ikiri", "12", "opodo"])), "uturu"]
    place = data.draw(st.integers(0, len(words)))
    made = [*words[:place], *planted, *words[place:]]
    start = len(" ".join([*words[:place], ""])) if place else 0
    match = locate(" ".join(planted).upper().replace("12", "twelve"), " ".join(made))
    assert (True, start) == (match.supported, match.start)


@given(plain_words, st.integers(2, 6), st.data())
def test_the_nth_of_repeated_quotations_is_found_in_order(words: list[str], times: int, data: st.DataObject) -> None:
    places = sorted(data.draw(st.lists(st.integers(0, len(words)), min_size=times, max_size=times)))
    made = list(words)
    for moved, place in enumerate(places):
        made.insert(place + moved, "akara ebele")
    text = " ".join(made)
    expected = [found.start() for found in re.finditer("akara ebele", text)]
    exact = [locate("akara ebele", text, nth=nth).start for nth in range(times)]
    retyped = [locate("AKARA\nEBELE", text, nth=nth).start for nth in range(times)]
    assert (expected, expected) == (exact, retyped)
    assert locate("akara ebele", text, nth=times).status is MatchStatus.ABSENT
