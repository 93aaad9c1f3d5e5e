"""Where a quotation is found, by which rung, and what is said when it is not."""

from __future__ import annotations

import pytest

from summarize.grounding import MatchStatus, locate

TEXT = (
    "No fewer than 1,500 U.S.-trained fighters entered al-Sukhna on 6 June, the Defence Ministry said. "
    "Eighteen men from al-Sukhna didn’t return. The organisation — once “neutral” — lost 45 per cent of its "
    "€2.5 million budget. Temperatures fell to -5 degrees. The party left at 7:30 a.m."
)


@pytest.mark.parametrize(
    ("quote", "status", "expected"),
    [
        ("entered al-Sukhna on 6 June", "exact", "entered al-Sukhna on 6 June"),
        ("1500 US-trained fighters", "normalised", "1,500 U.S.-trained fighters"),
        ("entered Al\u2011Sukhna", "normalised", "entered al-Sukhna"),
        ("the organisation - once 'neutral' - lost", "normalised", "The organisation — once “neutral” — lost"),
        ("\u201clost 45 per\ncent\u201d", "normalised", "lost 45 per cent"),
        ("entered el-Sukhnah on June 6th", "equivalent", "entered al-Sukhna on 6 June"),
        ("fifteen hundred U.S.-trained fighters", "equivalent", "1,500 U.S.-trained fighters"),
        ("18 men from al-Sukhna did not return", "equivalent", "Eighteen men from al-Sukhna didn’t return"),
        ("the Defense Ministry", "equivalent", "the Defence Ministry"),
        ("45% of its 2.5m euros budget", "equivalent", "45 per cent of its €2.5 million budget"),
    ],
)
def test_a_quotation_is_found_on_its_rung_with_its_full_extent(quote: str, status: str, expected: str) -> None:
    match = locate(quote, TEXT)
    assert (status, expected) == (match.status, match.text)


@pytest.mark.parametrize(
    ("quote", "reason"),
    [
        ("No fewer than 1,600 U.S.-trained fighters", "number differs"),
        ("entered al-Sukhna on 7 June", "number differs"),
        ("entered al-Bab on 6 June", "name differs"),
        ("al-Sukhna did return", "negation left out"),
        ("1,500 U.S.-trained fighters never entered al-Sukhna", "negation added"),
        ("No more than 1,500 U.S.-trained fighters", "hedge differs"),
        ("Temperatures fell to 5 degrees", "number differs"),
        ("the Defence Ministry said Eighteen men", "one sentence made of two"),
        ("art", 'only inside "party"'),
        ("500 U.S.-trained", "number differs"),
    ],
)
def test_what_differs_is_named_by_its_class(quote: str, reason: str) -> None:
    match = locate(quote, TEXT)
    assert (MatchStatus.NEAR, True) == (match.status, reason in match.reason), match.reason


def test_a_match_stays_within_the_sentence_asked_for() -> None:
    second = TEXT.index("Eighteen")
    assert TEXT.index("al-Sukhna", second) == locate("al-Sukhna", TEXT, within=(second, len(TEXT))).start
    assert locate("6 June", TEXT, within=(second, len(TEXT))).status is MatchStatus.ABSENT


def test_capitals_that_make_another_word_are_not_typography() -> None:
    text = "The US embassy told us that Turkey may act in May."
    assert locate("THE US EMBASSY TOLD US", text).supported
    assert not locate("The us embassy", text).supported
    assert not locate("that turkey may act in May", text).supported
    assert not locate("That Turkey May act", text).supported


def test_a_letter_with_another_mark_is_another_letter() -> None:
    text = "Deux pêcheurs ont été tués près de Ménaka."
    assert locate("Deux pecheurs ont ete tues pres de Menaka", text).supported
    assert not locate("Deux pécheurs ont été tués", text).supported
    assert not locate("ont été tues près de", text).supported


def test_a_comma_counts_where_it_changes_who_speaks_or_what_is_denied() -> None:
    text = "No, civilians left. The rebels, said the mayor, fled on June 6, 2017, at 7 p.m. Then 12, 30 wounded, died."
    for quote in ("No civilians left", "The rebels said the mayor", "Then 12 30 wounded"):
        assert not locate(quote, text).supported
    for quote in ("fled on June 6 2017 at 7 pm. Then", "30 wounded died"):
        assert locate(quote, text).supported


def test_a_dash_that_sets_words_apart_is_not_dropped() -> None:
    text = "Rebels — not the army — control the US-led airport in Al-Bab."
    assert locate("Rebels -- not the army -- control the US led airport", text).supported
    assert not locate("the army control", text).supported


def test_words_left_out_at_an_ellipsis_are_not_passed_over() -> None:
    text = "The army has not, the ministry said, left the town."
    assert locate("The army has … left the town", text).status is MatchStatus.NEAR


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("мои друзья", "Мой друзья ушли", None),
        ("прошёл дождь", "Вчера прошел дождь", "прошел дождь"),
        ("مدرسة في حلب", "أصاب القصفُ مدرسةً في حلب", "مدرسةً في حلب"),
        ("١٢ شخصا", "مقتل 12 شخصا", "12 شخصا"),
        ("死亡12人", "造成死亡１２人，另有伤者", "死亡１２人"),
        ("n'a pas quitté", "L’armée n’a pas quitté la ville", "n’a pas quitté"),
        ("istanbul'da", "Dün İstanbul'da", "İstanbul'da"),
    ],
)
def test_other_scripts_keep_their_offsets(quote: str, text: str, expected: str | None) -> None:
    assert expected == (match.text if (match := locate(quote, text)).supported else None)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("", TEXT),
        ("…!?", TEXT),
        ("\0", TEXT),
        ("\ud800", TEXT),
        ("\u200f\u200f", TEXT),
        ("\u0301" * 1000, "e" + "\u0301" * 1000),
        ("word " * 200_000, TEXT),
        (TEXT, ""),
        ("zebra", "a" * 200_000),
    ],
)
def test_hostile_quotations_are_absent(quote: str, text: str) -> None:
    assert locate(quote, text).status is MatchStatus.ABSENT


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a" * 50_000, "a" * 100_000),
        ("a " * 10_000 + "b", "a " * 20_000),
        ("A " * 10_000 + "?", "a " * 20_000),
        ("two " * 5_000 + "three", "two " * 10_000),
        ("1 " + "000 " * 5_000, "1 " + "000 " * 10_000),
        ("-".join(["ab"] * 5_000), " ".join(["ab"] * 10_000)),
        ("a." * 20_000 + "zz", "a." * 20_000 + "zz"),
        ("x" + "\u200f" * 50_000, "x \u200f" * 20_000),
        ("a\0" * 10_000, "a\0" * 20_000),
        ("\ud800 x " * 5_000, "\ud800 x " * 10_000),
    ],
)
def test_text_made_to_be_slow_has_a_clear_outcome(quote: str, text: str) -> None:
    match = locate(quote, text)
    assert match.text == (None if match.start is None else text[match.start : match.end])
