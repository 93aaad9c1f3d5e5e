"""Finding and reading figures: the seed, single phrases, what is no figure, other languages, and laws."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.record import Approximator, FigureKind, Measure
from summarize.resolving.figures import Quantity, find_figures, read_figure
from summarize.resolving.outcome import Unresolved
from tests.resolving.test_figures_in_sentences import SENTENCES

SEED = Path(__file__).parents[2] / "seeds" / "000_798dc3de459ced19.txt"


def read(phrase: str, context: str | None = None) -> Quantity:
    quantity = read_figure(phrase, context=context)
    assert isinstance(quantity, Quantity), quantity
    return quantity


def value(quantity: Quantity) -> tuple[object, ...]:
    return (
        quantity.min,
        quantity.max,
        quantity.min_inclusive,
        quantity.max_inclusive,
        quantity.best,
        quantity.approximator,
    )


def test_the_seed_states_six_figures() -> None:
    found = find_figures(SEED.read_text(encoding="utf-8"))
    expected = [
        ("some 50km", FigureKind.DISTANCE, "km", Measure.STOCK),
        ("three directions", FigureKind.OTHER, "directions", Measure.FLOW),
        ("about 2,000 fighters", FigureKind.FIGHTERS, "people", Measure.STOCK),
        ("45 percent", FigureKind.AREA_CONTROLLED_PERCENT, "percent", Measure.STOCK),
        ("more than 200,000 people", FigureKind.DISPLACED, "people", Measure.CUMULATIVE),
        ("an estimated 20,000 to 50,000 civilians", FigureKind.REMAINING, "people", Measure.STOCK),
    ]
    assert expected == [(q.text, q.kind, q.unit, q.measure) for q in found]


def test_a_range_has_bounds_and_no_midpoint() -> None:
    quantity = read("an estimated 20,000 to 50,000 civilians")
    assert (20_000, 50_000, True, True, None, Approximator.ESTIMATED) == value(quantity)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("12 people", (None, None, True, True, 12, "exact")),
        ("perhaps 12 people", (None, None, True, True, 12, "about")),
        ("$65.4 billion", (None, None, True, True, 65_400_000_000, "exact")),
        ("$400-million", (None, None, True, True, 400_000_000, "exact")),
        ("exactly 12 people", (None, None, True, True, 12, "exact")),
        ("about 2,000 fighters", (None, None, True, True, 2000, "about")),
        ("an estimated 300 homes", (None, None, True, True, 300, "estimated")),
        ("more than 200,000 people", (200_000, None, False, True, 200_000, "more_than")),
        ("at least 20 people", (20, None, True, True, 20, "at_least")),
        ("at least an estimated 20 people", (20, None, True, True, 20, "at_least")),
        ("up to 7,800 people", (None, 7800, True, True, 7800, "up_to")),
        ("fewer than 100 people", (None, 100, True, False, 100, "fewer_than")),
        ("longer than 30 minutes", (30, None, False, True, 30, "more_than")),
        ("no longer than 30 minutes", (None, 30, True, True, 30, "up_to")),
        ("not higher than 40 percent", (None, 40, True, True, 40, "up_to")),
        ("no fewer than 40 houses", (40, None, True, True, 40, "at_least")),
        ("nearly 300 people", (None, 300, True, False, 300, "nearly")),
        ("200 people or more", (200, None, True, True, 200, "at_least")),
        ("dozens of people", (None, None, True, True, None, "dozens")),
        ("several houses", (None, None, True, True, None, "several")),
    ],
)
def test_a_hedge_bounds_the_number_as_its_words_say(phrase: str, expected: tuple[object, ...]) -> None:
    assert expected == value(read(phrase))


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("It lasted over four hours.", ["over four hours"]),
        ("He was held for over two years.", ["over two years"]),
        ("It cost them three lives over two years.", ["three lives", "two years"]),
        ("26 Apr 2014 At least 21 people were killed.", ["At least 21 people"]),
        ("Gates can pass 7,000\u00a0m3/s of water.", []),
        ("He paid a $400 fine.", ["$400"]),
        ("In the latter half of June, 12 boats sank.", ["12 boats"]),
        ("They took the other half of the city.", ["half of the city"]),
        ("The Six-Day War and the Seven Years' War were short.", []),
        ("The six-day war ended a 25-YEAR WAR in three days.", ["six-day", "25-YEAR", "three days"]),
        ("The two sides met, and the two old parties did not.", []),
        ("The three sides met in two countries.", ["three sides", "two countries"]),
        ("Both camps sent men to the two hospitals in Darin.", ["two hospitals"]),
        ("Prices in Darin rose .5 percent (.3 percent of GDP).", [".5 percent", ".3 percent"]),
        ("It cost $.5 million.", ["$.5 million"]),
        ("It grew between .5 and .7 percent.", ["between .5 and .7 percent"]),
        ("It grew 0.5-.7 percent.", ["0.5-.7 percent"]),
        ("Growth was cut by -.5 percent.", []),
        ("He hid .22 calibre rifles and .50-calibre rounds.", []),
        ("He gave them 12 ½ tons of aid.", ["12 ½ tons"]),
        ("In 2012 ½ of the town fled.", ["½ of the town"]),
        ("Two million billion people and a million billion dollars.", ["a million billion dollars"]),
        ("１２ men and ٥ women died.", ["１２ men", "٥ women"]),
        ("The two factions were besieged, and the two leaders killed.", ["two factions", "two leaders"]),
    ],
)
def test_a_figure_takes_what_bounds_it_and_no_more(sentence: str, text: list[str]) -> None:
    assert text == [quantity.text for quantity in find_figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "text", "subject"),
    [
        ("The army holds 45 percent of Raqqa.", "45 percent", "Raqqa"),
        ("So said 3 in 10 residents.", "3 in 10 residents", "residents"),
        ("They hold two-thirds of the old city.", "two-thirds of the old city", "the old city"),
        ("Some 40% of the needs remain unmet.", "Some 40%", "the needs"),
        ("About 5 per cent of the displaced live in camps.", "About 5 per cent", "the displaced"),
        ("A third of the wounded have died.", "A third of the wounded", "the wounded"),
        ("A quarter of the lost territory was retaken.", "A quarter of the lost territory", "the lost territory"),
        ("Half of those displaced are children.", "Half of those displaced", "those displaced"),
        ("60% of those in camps are children.", "60%", "those"),
        ("30% of people in need are children.", "30%", "people"),
    ],
)
def test_a_share_names_what_it_is_a_share_of(sentence: str, text: str, subject: str) -> None:
    assert [(text, subject)] == [(quantity.text, quantity.subject) for quantity in find_figures(sentence)]


def test_the_subject_is_the_counted_noun_as_written() -> None:
    assert read("some 82,000 internally displaced persons").subject == "internally displaced persons"
    assert read("12 Syrian soldiers").subject == "Syrian soldiers"


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        ("The raid killed at least 13 women and children.", ["at least 13 women and children"]),
        ("Eleven soldiers and policemen were wounded.", ["Eleven soldiers and policemen"]),
        ("Dozens of soldiers and police officers fled.", ["Dozens of soldiers and police officers"]),
        ("Police said 40 men, women and children had fled.", ["40 men, women and children"]),
        ("The blast killed 12 soldiers and civilians fled.", ["12 soldiers"]),
        ("The army killed 12 rebels and wounded soldiers fled.", ["12 rebels"]),
        ("The raid killed 12 soldiers and two children.", ["12 soldiers", "two children"]),
        ("The raid killed 12 soldiers, villagers said.", ["12 soldiers"]),
        ("The raid killed 12 soldiers and their families fled.", ["12 soldiers"]),
        ("The raid burned 12 houses and shops.", ["12 houses"]),
    ],
)
def test_one_number_counts_all_the_persons_that_and_lists(sentence: str, texts: list[str]) -> None:
    assert texts == [quantity.text for quantity in find_figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The garrison, 60 marines and policemen, lay in Darin.", FigureKind.FIGHTERS),
        ("The convoy had 60 soldiers and rebels in it.", FigureKind.FIGHTERS),
        ("The train had 60 soldiers and civilians in it.", FigureKind.OTHER),
        ("More than 300 men, women and children were killed.", FigureKind.KILLED),
    ],
)
def test_soldiers_are_a_strength_only_among_the_armed(sentence: str, kind: FigureKind) -> None:
    assert [kind] == [quantity.kind for quantity in find_figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Two men were charged over a bombing that killed 12 people.", ["other", "killed"]),
        ("Three officers were suspended over a raid that killed a boy.", ["other"]),
        ("Three officers were suspended over a raid in which a boy was killed.", ["other"]),
        ("Twelve men who killed a boy were arrested.", ["detained"]),
        ("Twelve people were said to have been killed in a raid that failed.", ["killed"]),
        ("Twelve people were hurt in a raid that killed others.", ["wounded"]),
        ("Gunmen shot dead a judge and three guards.", ["killed"]),
        ("Gunmen shot dead a judge, his wife and three guards.", ["killed"]),
        ("Gunmen shot at a judge and three guards.", ["other"]),
        ("A judge was shot dead and three guards fled.", ["displaced"]),
        ("The clinic treated 22 people for cuts and burns.", ["wounded"]),
        ("Seven villagers were treated on 8 November for shortness of breath.", ["wounded"]),
        ("The clinic treated 22 people for malaria.", ["other"]),
        ("The clinic treated 22 people in May.", ["other"]),
        ("Hundreds of villagers blocked the road to the port.", ["participants"]),
        ("Some 400 Afghans chanted slogans.", ["participants"]),
        ("Some 400 soldiers blocked the road.", ["fighters"]),
        ("Some 400 villagers blocked by floods waited.", ["other"]),
        ("The clinic treated its staff well, and 22 people for burns.", ["other"]),
    ],
)
def test_a_verb_tells_only_of_its_own_objects_and_subject(sentence: str, kinds: list[str]) -> None:
    assert kinds == [quantity.kind.value for quantity in find_figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The fire killed 31 people, nine of them prison guards.", "prison guards"),
        ("The fire killed 31 people, of whom nine were women.", "women"),
        ("The fire killed 31 people, nine of them in the cells.", None),
        ("The fire killed 31 people, nine seriously burnt.", None),
        ("The fire killed 31 people and wounded nine others.", "others"),
        ("The fire killed 31 people and wounded nine.", None),
        ("It trapped 31 people. Three of the five key bridges fell.", "key bridges"),
        ("It trapped 31 people. Two of their 12 young guards died.", "young guards"),
        ("It trapped 31 people. Three of the five died.", None),
        ("It killed 31 people. Three more soldiers fled.", "soldiers"),
        ("It killed 31 people. Two other young men fled.", "young men"),
        ("It killed 31 people. Two foreign men fled.", "foreign men"),
        ("It killed 31 people. Two others fled.", "others"),
        ("It trapped 31 people. Five of the key bridges fell.", "key bridges"),
    ],
)
def test_a_bare_number_says_who_they_are_where_the_text_does(sentence: str, subject: str | None) -> None:
    assert subject == find_figures(sentence)[1].subject


def test_the_context_gives_kind_hedge_and_noun_to_a_bare_number() -> None:
    context = "At least 20 people were killed and 34 wounded near Homs."
    assert read("20", context).text == "At least 20 people"
    assert read("20", context).approximator is Approximator.AT_LEAST
    assert read("34", context).kind is FigureKind.WOUNDED
    assert context[read("34", context).start : read("34", context).end] == "34"


def test_a_phrase_that_the_context_does_not_have_is_read_alone() -> None:
    quantity = read("more than 40 tanks", "The column had stopped.")
    assert (0, 18, 40) == (quantity.start, quantity.end, quantity.best)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("almost entirely", "no number"),
        ("", "no number"),
        ("fighters", "no number"),
        ("Resolution 2254", "a number that names a resolution"),
        ("June 6", "a date"),
        ("6 June", "a date"),
        ("2017", "perhaps a year"),
        ("in 2017", "a year"),
        ("10:30", "digits of a date, a time, a score or a code"),
        ("5 p.m.", "a time of day"),
        ("aged 34", "an age"),
        ("a 12-year-old", "an age"),
        ("9/11", "digits of a date, a time, a score or a code"),
        ("555-1234", "a code or telephone number"),
        ("met one of the men", "a pronoun"),
        ("two-state solution", "part of a compound word"),
        ("three weeks ago", "a time"),
        ("the first half of June", "one of two halves"),
        ("1.500", "'1.500' is 1.5 or 1,500"),
        ("50m", "'50m' is millions or metres"),
        ("no casualties were reported", "an absence of reports is no count"),
        ("2 mil", "a number in another language"),
        ("the Six-Day War", "part of a name"),
        ("the Thirty Years’ War", "part of a name"),
        (".22 rifles", "a calibre or an average"),
        ("hit .300 that year", "a calibre or an average"),
        ("the two sides", "two that were named before"),
        ("these two countries", "two that were named before"),
    ],
)
def test_what_counts_nothing_is_unresolved_with_a_reason(phrase: str, reason: str) -> None:
    assert Unresolved(reason) == read_figure(phrase)


@pytest.mark.parametrize(
    "sentence",
    [
        "The army attacked on June 6, on August 5, 2017, and again in late 2018.",
        "The T-72 of the 101st Division stood on Highway 5 near Camp 22.",
        "He was the first of the G7 leaders to call for a two-state solution after 9/11.",
        "Amal, 34, and her 12-year-old son met one of the men at 09:00.",
        "On the one hand they fought, on the other they fed one another.",
        "Call +963 11 555 1234 for Resolution 2254, Article 5.",
        "The season of 2014-15 ended 3-1.",
    ],
)
def test_sentences_full_of_numbers_that_count_nothing_give_no_figure(sentence: str) -> None:
    assert () == find_figures(sentence)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Más de 2.000 personas han sido evacuadas de la zona.", [("more_than", 2000.0, "people", "displaced")]),
        ("Se registran 2 mil viviendas con daños en la comuna.", [("exact", 2000.0, "houses", "other")]),
        ("Près de 300 familles sont sans abri dans la région.", [("nearly", 300.0, "households", "displaced")]),
        ("Au moins 12 personnes ont été tuées dans les combats.", [("at_least", 12.0, "people", "killed")]),
        ("Cerca de 50 famílias foram desalojadas pelo temporal.", [("about", 50.0, "households", "displaced")]),
        ("Diez familias fueron evacuadas.", [("exact", 10.0, "households", "displaced")]),
        ("2 mil viviendas", [("exact", 2000.0, "houses", "other")]),
        ("2.000 familias", [("exact", 2000.0, "households", "other")]),
        ("environ 300 familles", [("about", 300.0, "households", "other")]),
        ("Entre 20 y 30 personas han muerto en la zona.", []),
        ("Treinta y cinco familias fueron evacuadas por la noche.", []),
        ("Bei den Kämpfen wurden nach Angaben der Armee 1.500 Soldaten und 30 Zivilisten getötet.", []),
        ("В ходе боёв погибли 15 человек.", []),
        ("قُتل 15 شخصا في القصف", []),
        ("冲突造成12万人流离失所。", []),
    ],
)
def test_of_other_languages_only_what_is_certain_is_read(sentence: str, expected: list[tuple[object, ...]]) -> None:
    found = find_figures(sentence)
    assert expected == [(q.approximator, q.best, q.unit, q.kind) for q in found]


def test_a_phrase_of_another_language_is_unresolved() -> None:
    assert Unresolved("not in English") == read_figure("15 человек")


def test_offsets_hold_across_sentences_and_parts_count_from_the_start() -> None:
    text = "Nine people fled.\n\n“12 people”, including two children, were killed. Three were hurt."
    found = find_figures(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert [None, None, 1, None] == [q.part_of for q in found]


FIGURES = [(sentence, q) for sentence, _ in SENTENCES for q in find_figures(sentence)]


@pytest.mark.parametrize(("sentence", "quantity"), FIGURES)
def test_any_figure_printed_reads_back_to_the_same_value(sentence: str, quantity: Quantity) -> None:
    assert value(quantity) == value(read(quantity.text))
    assert quantity == read_figure(quantity.text, context=sentence) or sentence.count(quantity.text) > 1


WORDS = """
12 people were killed and wounded , . ( ) including about more than at least up to 1,500 1.500 1 500 million dozen two
three hundred of the in 10 percent % $ km - – June 2017 no one he fled homes a half dozens several soldiers tanks from
between who that evacuated ; : " ' año más de 2.000 familias 50m +963 9/11 aged days ago or so none under nearly some
"""
PIECES = st.sampled_from([*WORDS.split(), "\n\n"])


@settings(max_examples=150, derandomize=True)
@given(st.lists(PIECES, max_size=30), st.sampled_from([" ", "", "-"]))
def test_figures_of_any_string_read_back_and_never_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = find_figures(text)
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(q.part_of is None or 0 <= q.part_of < len(found) for q in found)
    assert all(q.best is None or q.min is None or q.min == q.best for q in found)
    for quantity in found:
        assert value(quantity) == value(read(quantity.text))


@settings(max_examples=100, derandomize=True)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_string_makes_it_raise(phrase: str, context: str) -> None:
    find_figures(phrase)
    read_figure(phrase, context=context)


LONG = [
    "1",
    "1 ",
    "111 ",
    "1,111",
    "1.",
    "12 people, ",
    "1% of Raqqa ",
    "about 5 ",
    "five and ",
    "3 of ",
    "(",
    "half a ",
]


@pytest.mark.parametrize("piece", LONG)
def test_a_text_of_one_repeated_piece_is_read_to_its_end(piece: str) -> None:
    text = (piece * 8_000)[:8_000]
    assert all(text[found.start : found.end] == found.text for found in find_figures(text))


def test_a_hundred_thousand_digits_are_no_figure() -> None:
    assert () == find_figures("1" * 100_000)
    assert isinstance(read_figure("1" * 100_000), Unresolved)


@pytest.mark.parametrize(
    ("sentence", "former"),
    [
        ("The toll rose to 21 from 15.", ["15"]),
        ("The toll rose from 15 to 21.", ["15"]),
        ("Some 630,000 people are displaced, up from 500,000 in May.", ["500,000"]),
        ("The army killed 532 people, compared with the 412 killed in April.", ["412"]),
        ("Prices rose to $21 from $15.", ["$15"]),
        ("Some 40 people died last year, and 32 a year before that.", ["32"]),
        ("Some 40 people died last year, 32 the year before.", ["32"]),
        ("Some 40 died on Monday, and 32 the day before the vote.", []),
        ("Three soldiers died in May, against two in April.", ["two"]),
        ("Three soldiers died in May, against two brigades.", []),
        ("Three soldiers held the bridge, against 40 rebels.", []),
        ("It killed 21 from 15 villages.", []),
        ("They moved 20 men to 50 towns.", []),
        ("The strike killed 12 people, compared with 30 wounded.", []),
        ("Clashes killed 20 to 50 people.", []),
    ],
)
def test_what_another_count_is_held_against_is_former(sentence: str, former: list[str]) -> None:
    assert former == [quantity.text for quantity in find_figures(sentence) if quantity.former]
