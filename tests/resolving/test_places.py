"""Place phrases to places: precision always, coordinates only of the point named, null rather than wrong."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.lexicon.divisions import DIVISIONS
from summarize.lexicon.places import COUNTRY_NAMES, DEMONYMS, REGIONS, SEATS
from summarize.reading import read_article
from summarize.record import Place, Precision, Span
from summarize.registry import Registry
from summarize.resolving.context import ArticleContext
from summarize.resolving.countries import split_nationality
from summarize.resolving.gazetteer import (
    GAZETTEERS,
    GEONAMES,
    Entry,
    Gazetteer,
    countries,
    division_names,
    town_file,
)
from summarize.resolving.places import PlaceContext, countries_of, resolve_place
from summarize.resolving.spelling import SEPARATOR, loose_key, place_key, sound_pattern
from summarize.resolving.townfile import names, row
from tests.making import span

SYRIA = PlaceContext(countries=("SYR", "USA"))


def resolve(phrase: str, context: PlaceContext = SYRIA) -> Place:
    return resolve_place(phrase, Span(start=0, end=len(phrase), text=phrase), context)


@pytest.mark.parametrize(
    ("phrase", "precision", "resolved", "admin1", "country"),
    [
        ("al-Sukhna", "settlement", "As Sukhnah", "Homs", "SYR"),
        ("the town of al-Sukhna", "settlement", "As Sukhnah", "Homs", "SYR"),
        ("Homs Province", "admin1", "Homs", "Homs", "SYR"),
        ("Deir ez-Zor region", "admin1", "Deir ez-Zor", "Deir ez-Zor", "SYR"),
        ("the neighboring Deir ez-Zor region", "admin1", "Deir ez-Zor", "Deir ez-Zor", "SYR"),
        ("Hama province", "admin1", "Hama", "Hama", "SYR"),
        ("southern areas of Raqqa Province", "region_fuzzy", "Raqqa", "Raqqa", "SYR"),
        ("Raqqa", "settlement", "Ar Raqqah", "Raqqa", "SYR"),
        ("the city of Raqqa", "settlement", "Ar Raqqah", "Raqqa", "SYR"),
        ("the eastern and western side of Raqqa", "settlement", "Ar Raqqah", "Raqqa", "SYR"),
        ("northern Syria", "region_fuzzy", "Syria", None, "SYR"),
        ("Syria", "country", "Syria", None, "SYR"),
        ("Anbar", "admin1", "Anbar", "Anbar", "IRQ"),
        ("rebel-held Idlib", "settlement", "Idlib", "Idlib", "SYR"),
        ("northwest Syria's Idlib province", "admin1", "Idlib", "Idlib", "SYR"),
        ("Khan Sheikhoun in Idlib province", "settlement", "Khān Shaykhūn", "Idlib", "SYR"),
        ("Damascus countryside", "admin1", "Rif Dimashq", "Rif Dimashq", "SYR"),
        ("the Gaza Strip", "admin1", "Gaza Strip", None, "PSE"),
        ("West Bank", "admin1", "West Bank", None, "PSE"),
        ("Sinai", "region_fuzzy", "Sinai", None, "EGY"),
        ("eastern Ghouta", "region_fuzzy", "Eastern Ghouta", None, "SYR"),
        ("the Donbas", "region_fuzzy", "Donbas", None, "UKR"),
        ("Iraqi Kurdistan", "region_fuzzy", "Kurdistan Region", None, "IRQ"),
        ("South Sudan", "country", "South Sudan", None, "SSD"),
        ("northeast Nigeria", "region_fuzzy", "Nigeria", None, "NGA"),
        ("the Afghan province of Nuristan", "admin1", "Nuristan", "Nuristan", "AFG"),
        ("Tigray", "admin1", "Tigray", "Tigray", "ETH"),
        ("Middle East", "international", "Middle East", None, None),
        ("the Mediterranean", "international", "Mediterranean Sea", None, None),
    ],
)
def test_a_phrase_becomes(phrase: str, precision: str, resolved: str, admin1: str | None, country: str | None) -> None:
    place = resolve(phrase)
    assert (precision, resolved, admin1, country) == (place.precision, place.resolved, place.admin1, place.country)


def test_raqqa_the_city_and_raqqa_province_are_two_places() -> None:
    city, province = resolve("Raqqa"), resolve("Raqqa Province")
    assert (Precision.SETTLEMENT, Precision.ADMIN1) == (city.precision, province.precision)
    assert city.lat is not None
    assert province.lat is None


@pytest.mark.parametrize(
    "spelling",
    ["Deir ez-Zor", "Deir al-Zour", "Deir Ezzor", "Dayr az Zawr", "Deir el-Zor", "DEIR EZ-ZOR", "Deir ez-Zour"],
)
def test_spellings_of_one_town_are_one_town(spelling: str) -> None:
    assert resolve("Deir ez-Zor").geonames_id == resolve(spelling).geonames_id


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Kyiv", "Kiev", "UKR"),
        ("Aleppo", "Halab", "SYR"),
        ("Raqqa", "Rakka", "SYR"),
        ("al-Sukhna", "Sukhnah", "SYR"),
        ("Kharkiv", "Kharkov", "UKR"),
        ("Sanaa", "Sana'a", "YEM"),
        ("Mogadishu", "Muqdisho", "SOM"),
    ],
)
def test_two_names_of_one_town(one: str, other: str, country: str) -> None:
    context = PlaceContext(countries=(country,))
    assert resolve(one, context).geonames_id == resolve(other, context).geonames_id
    assert resolve(one, context).geonames_id is not None


@pytest.mark.parametrize(
    "phrase",
    ["near Manbij", "the outskirts of Manbij", "Manbij area", "10 km north of Manbij", "villages around Manbij"],
)
def test_near_a_town_keeps_its_point(phrase: str) -> None:
    place = resolve(phrase)
    assert Precision.NEAR_SETTLEMENT == place.precision
    assert resolve("Manbij").lat == place.lat is not None


@pytest.mark.parametrize(
    ("behind", "admin1"),
    [
        ("in Zonguldak province", None),
        (", Batman Province", "Batman"),
        ("in the coastal Zonguldak province", None),
        ("on Monday", "Batman"),
    ],
)
def test_a_town_lies_in_the_division_that_is_named_behind_it(behind: str, admin1: str | None) -> None:
    sentence = f"A bomb went off in Kozlu {behind}.".replace(" ,", ",")
    context = PlaceContext(sentence, sentence.index("Kozlu"), ("TUR",))
    span = Span(start=context.start, end=context.start + 5, text="Kozlu")
    place = resolve_place("Kozlu", span, context)
    assert ("Kozlu", "TUR", admin1) == (place.resolved, place.country, place.admin1)


@pytest.mark.parametrize(
    "phrase",
    [
        "some 50km away from Manbij",
        "40 miles south of Manbij",
        "80 kilometres from Manbij",
        "fifty kilometres south of Manbij",
        "dozens of kilometres from Manbij",
    ],
)
def test_far_from_a_town_has_no_point(phrase: str) -> None:
    place = resolve(phrase)
    assert (Precision.NEAR_SETTLEMENT, "Manbij", "SYR", None) == (
        place.precision,
        place.resolved,
        place.country,
        place.lat,
    )


@pytest.mark.parametrize(
    ("sentence", "precision", "at_the_point"),
    [
        ("Clashes broke out near Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("Clashes broke out just outside the town of Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("Shells fell around Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("Shells fell 12 km north of Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("Shells fell north of Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("A ship sank off Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("A ship sank 40 nautical miles south-east of the port of Manbij.", Precision.NEAR_SETTLEMENT, False),
        ("The camp is 15 nautical miles from Manbij.", Precision.NEAR_SETTLEMENT, False),
        ("The camp is 15 miles from Manbij.", Precision.NEAR_SETTLEMENT, True),
        ("Clashes broke out in Manbij.", Precision.SETTLEMENT, True),
        ("Shells fell in the north of Manbij.", Precision.SETTLEMENT, True),
        ("The army sealed off Manbij.", Precision.SETTLEMENT, True),
        ("The army withdrew from Manbij.", Precision.SETTLEMENT, True),
        ("The army advanced towards Manbij.", Precision.SETTLEMENT, True),
        ("Shells fell near Kobani and in Manbij.", Precision.SETTLEMENT, True),
    ],
)
def test_what_stands_before_a_name_says_how_near(sentence: str, precision: Precision, at_the_point: bool) -> None:
    found = resolve("Manbij", SYRIA._replace(sentence=sentence, start=sentence.index("Manbij")))
    assert (precision, at_the_point) == (found.precision, found.lat is not None)
    assert "Manbij" == found.resolved


def test_near_a_country_is_no_nearness_to_a_town() -> None:
    sentence = "A ship sank off Syria."
    context = SYRIA._replace(sentence=sentence, start=sentence.index("Syria"))
    assert Precision.COUNTRY == resolve("Syria", context).precision


@pytest.mark.parametrize(
    ("phrase", "countries", "expected"),
    [
        ("the Somali capital", (), "Mogadishu"),
        ("Georgian capital", (), "Tbilisi"),
        ("Sudan’s capital", (), "Khartoum"),
        ("the capital of the Netherlands", (), "Amsterdam"),
        ("the capital city of Kenya", (), "Nairobi"),
        ("the provincial capital of Idlib", ("SYR",), "Idlib"),
        ("the regional capital", ("SYR",), None),
        ("the capital", ("SYR",), None),
        ("Georgia's capital", ("USA",), None),
        ("the Bolivian capital", (), None),
    ],
)
def test_the_capital_of_a_country_is_a_town(phrase: str, countries: tuple[str, ...], expected: str | None) -> None:
    place = resolve(phrase, PlaceContext(countries=countries))
    assert (Precision.SETTLEMENT, expected) == (place.precision, place.resolved)


REFERENCES = [
    ("Fighting in Kenya spread from Nairobi to Kisumu. Police closed roads in the capital.", "the capital", "Nairobi"),
    ("Fighting in Kenya spread to Kisumu. Police closed roads in the capital.", "the capital", "Nairobi"),
    ("Fighting spread to Kisumu. Police closed roads in the provincial capital.", "the provincial capital", "Kisumu"),
    ("Fighting in Bolivia spread to La Paz. Police closed roads in the capital.", "the capital", None),
    ("Fighting in Kenya spread from Nairobi to Kisumu. Police closed roads in the city.", "the city", "Kisumu"),
    ("In Kenya rebels left the town of Garissa and fled to Nairobi. Shells hit the town.", "the town", "Garissa"),
    ("In Kenya rebels left the city of Garissa and fled to Nairobi. Shells hit the town.", "the town", "Nairobi"),
    (
        "In Kenya rebels left the town of Garissa. It rained. Night fell. Police fled to Nairobi. Shells hit the town.",
        "the town",
        "Nairobi",
    ),
    ("In Kenya clashes broke out near Garissa. Shells hit the town.", "the town", "Garissa"),
]


@pytest.mark.parametrize(("text", "described", "expected"), REFERENCES)
def test_a_description_stands_for_a_place_that_can_be_called_so(
    text: str, described: str, expected: str | None
) -> None:
    place = ArticleContext(read_article(text)).place(span(text, described, text.count(described) - 1))
    assert expected == place.resolved
    assert (expected is None) == (place.inferred is None)
    assert expected is None or Precision.SETTLEMENT is place.precision


def test_near_the_town_is_near_what_it_stands_for() -> None:
    text = "In Kenya rebels took Garissa. Shells fell near the town."
    place = ArticleContext(read_article(text)).place(span(text, "the town"))
    assert ("Garissa", Precision.NEAR_SETTLEMENT) == (place.resolved, place.precision)


@pytest.mark.parametrize(
    "phrase",
    [
        "a hospital in Idlib",
        "Tabqa airport",
        "the Tabqa Dam",
        "Yarmouk refugee camp",
        "a checkpoint",
        "Mosul University",
    ],
)
def test_a_site_has_no_point_of_a_town(phrase: str) -> None:
    place = resolve(phrase)
    assert (Precision.SITE, None, None) == (place.precision, place.lat, place.geonames_id)


def test_a_site_is_in_the_country_of_its_town() -> None:
    assert ("SYR", "Idlib") == (resolve("a hospital in Idlib").country, resolve("a hospital in Idlib").admin1)


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [
        ("the city", Precision.SETTLEMENT),
        ("the area around the city", Precision.NEAR_SETTLEMENT),
        ("the border area", Precision.REGION_FUZZY),
        ("the Syrian-Turkish border", Precision.REGION_FUZZY),
        ("the country", Precision.COUNTRY),
        ("neighbouring countries", Precision.COUNTRY),
        ("the north", Precision.REGION_FUZZY),
        ("Kurdistan", Precision.REGION_FUZZY),
        ("the Euphrates", Precision.REGION_FUZZY),
        ("Xqzvbnm", Precision.SETTLEMENT),
        ("???", Precision.REGION_FUZZY),
    ],
)
def test_what_lies_in_no_one_known_country_has_precision_and_nulls(phrase: str, precision: Precision) -> None:
    place = resolve(phrase)
    assert (precision, None, None) == (place.precision, place.country, place.lat)


def test_the_country_is_the_only_one_the_sentence_names() -> None:
    context = PlaceContext(sentence="Syrian troops advanced in the east of the country.", countries=("USA", "SYR"))
    assert (Precision.REGION_FUZZY, "SYR") == (
        resolve("the east of the country", context).precision,
        resolve("the east of the country", context).country,
    )


@pytest.mark.parametrize(
    ("phrase", "countries", "expected"),
    [
        ("Lebanon", ("USA",), "LBN"),
        ("Lebanon, Pennsylvania", ("USA",), "USA"),
        ("Georgia", ("UKR", "RUS"), "GEO"),
        ("Georgia", ("USA",), "USA"),
        ("Tripoli", ("LBN",), "LBN"),
        ("Tripoli", ("LBY",), "LBY"),
        ("Paris", ("SYR", "USA"), "FRA"),
        ("Paris, Texas", (), "USA"),
        ("Geneva", ("SYR", "USA"), "CHE"),
        ("Hyderabad", ("PAK",), "PAK"),
        ("Hyderabad", ("IND",), "IND"),
        ("Valencia", ("VEN",), "VEN"),
        ("Mansoura", ("SYR",), "SYR"),
        ("Springfield", ("SYR",), None),
        ("Alexandria", ("EGY",), "EGY"),
    ],
)
def test_homonyms_go_by_the_countries_of_the_article(
    phrase: str, countries: tuple[str, ...], expected: str | None
) -> None:
    assert expected == resolve(phrase, PlaceContext(countries=countries)).country


def test_other_place_names_stand_in_for_unknown_countries() -> None:
    assert "LBN" == resolve("Tripoli", PlaceContext(names=("Lebanon", "Bekaa Valley"))).country


def test_villages_of_the_main_country_are_known_in_a_sentence_about_another() -> None:
    context = PlaceContext(sentence="Russian shells fell on Novyi Donbas.", countries=("UKR", "RUS"))
    assert ("UKR", "Donetsk") == (resolve("Novyi Donbas", context).country, resolve("Novyi Donbas", context).admin1)


def test_a_nationality_in_the_sentence_decides() -> None:
    context = PlaceContext(sentence="The Sudanese army shelled Kosti.", countries=())
    assert "SDN" == resolve("Kosti", context).country


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Aleppo and Homs", "SYR"),
        ("Formosa, Misiones, Chaco, Corrientes", "ARG"),
        ("South Ossetia and Abkhazia", "GEO"),
        ("Mosul and Aleppo", None),
    ],
)
def test_several_places_share_a_country_or_have_none(phrase: str, expected: str | None) -> None:
    place = resolve(phrase)
    assert (expected, None) == (place.country, place.lat)


@pytest.mark.parametrize("phrase", ["the fort", "the power station", "a summit", "the room", "OK"])
def test_ordinary_words_are_no_towns(phrase: str) -> None:
    assert resolve(phrase, PlaceContext(countries=("USA", "GBR"))).geonames_id is None


def test_the_name_and_span_stay_as_written() -> None:
    phrase = "  the town of “al-Sukhna” "
    assert phrase == resolve(phrase).name


class Village:
    name = "village"

    def find(self, name: str, countries: Sequence[str] = ()) -> Sequence[Entry]:
        return [Entry("Tell Marzan", Precision.SETTLEMENT, "SYR", "Homs", 1.0, 2.0)] if name == "Tell Marzan" else []


def test_another_gazetteer_can_be_given() -> None:
    span = Span(start=0, end=16, text="near Tell Marzan")
    place = resolve_place(span.text, span, SYRIA, gazetteer=Village())
    assert (1.0, 2.0, "Homs") == (place.lat, place.lon, place.admin1)


def test_another_gazetteer_can_be_registered() -> None:
    gazetteers: Registry[Gazetteer] = Registry(GAZETTEERS.group, {})
    gazetteers.register("village", Village())
    assert "village" == gazetteers["village"].name


def test_the_built_in_gazetteer_is_registered() -> None:
    assert GEONAMES is GAZETTEERS["geonames"]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("SYR",), "Syrian troops took a town in Syria."),
        (("SYR", "TUR"), "Syria said that Turkish jets struck Syria."),
        (("UKR", "RUS"), "Ukraine blamed Russian shelling."),
        (("IRQ", "USA"), "U.S.-backed forces advanced in Iraq."),
        (("SSD",), "South Sudan's army"),
        (("SSD",), "The South Sudanese army"),
        (("COD",), "the Democratic Republic of the Congo"),
        (("TUR", "SYR"), "the Turkish-Syrian border"),
        (("USA",), "the US envoy"),
        ((), "They told us that nobody came."),
        ((), "Us and them"),
        ((), "Michael Jordan spoke."),
        (("JOR",), "Clashes spread to Jordan."),
        ((), "The Islamic State of Iraq and the Levant claimed it."),
        ((), "He grew up in New Mexico."),
        (("CIV",), "Côte d’Ivoire’s government"),
        ((), ""),
    ],
)
def test_countries_of_a_text(expected: tuple[str, ...], text: str) -> None:
    assert expected == countries_of(text)


def test_a_nationality_is_split_off() -> None:
    assert ("SSD", "town of Bor") == split_nationality("South Sudanese town of Bor")


def test_every_country_of_the_lexicon_is_in_geonames() -> None:
    named = {*COUNTRY_NAMES.values(), *DEMONYMS.values(), *SEATS.values(), *DIVISIONS}
    named |= {code for region in REGIONS for code in region.countries}
    assert set() == named - set(countries())


@pytest.mark.parametrize("file", ["cities500.json", "cities5000.json", "cities15000.json"])
def test_the_installed_town_files_are_sorted_by_country(file: str) -> None:
    found = town_file(file)
    for code in ("AD", "SY", "ZW"):
        assert {code} == {row(record)["countrycode"] for record in found.country(code)}
    extents = sorted(found.extent(fields["iso"]) for fields in countries().values())
    used = [(start, end) for start, end in extents if end > start]
    assert all(end == start for (_, end), (start, _) in pairwise(used))


@pytest.mark.parametrize("country", DIVISIONS)
def test_each_division_with_a_seat_has_a_code_of_its_own(country: str) -> None:
    seated = {division.name for division in DIVISIONS[country] if division.seat}
    assert seated == set(division_names(country).values())


def test_a_country_that_has_no_towns_gives_none() -> None:
    assert [] == town_file("cities15000.json").country("BV")


@pytest.mark.parametrize("country", ["SY", "MA", "VN"])
def test_every_name_of_a_town_is_found_among_the_towns_of_the_world(country: str) -> None:
    file = town_file("cities15000.json")
    for record in file.country(country)[::40]:
        for written in names(record):
            found = [row(each)["geonameid"] for each in file.spelled(json.loads(b'"%s"' % written))]
            assert row(record)["geonameid"] in found


@pytest.mark.parametrize("name", ["Zzyxxar", "province of Lower Zzyxxar", "Łódźxx", "al-Zzyxxar"])
def test_a_name_that_no_town_has_finds_none(name: str) -> None:
    assert [] == list(town_file("cities15000.json").spelled(name))


def test_names_of_a_record_are_those_in_latin_script() -> None:
    record = b'{"geonameid": 1, "name": "A\\u015f \\u015eu\\u1e29", "timezone": "Asia/Aden", "countrycode": "YE", '
    record += b'"alternatenames": ["Es Suh", "alswh", "\\u0627\\u0644\\u0633"]'
    assert [b"A\\u015f \\u015eu\\u1e29", b"Es Suh"] == names(record)


def test_keys_of_many_names_are_the_keys_of_each() -> None:
    names = ["As Sukhnah", " Dar‘ā ", "the Hague", "Deir ez-Zor", "İzmir"]
    for key in (place_key, lambda text: loose_key(place_key(text)), lambda text: sound_pattern(place_key(text))):
        assert [key(name) for name in names] == key(SEPARATOR.join(names)).split(SEPARATOR)


phrases = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            [
                "the",
                "near",
                "of",
                "in",
                "Homs",
                "Province",
                ",",
                "and",
                "'s",
                "border",
                "10 km",
                "north",
                "Syria",
                "al-",
                "Paris",
            ]
        ),
        max_size=12,
    ).map(" ".join),
)


@settings(max_examples=150)
@given(phrases, st.text(max_size=60), st.lists(st.sampled_from(["SYR", "USA", "ZZZ", ""]), max_size=3))
def test_any_phrase_gives_a_place_with_a_precision(phrase: str, sentence: str, about: list[str]) -> None:
    span = Span(start=0, end=1, text="x")
    place = resolve_place(phrase, span, PlaceContext(sentence=sentence, countries=tuple(about), names=(sentence,)))
    assert phrase == place.name
    assert place.country is None or place.country in countries()
    assert (place.lat is None) == (place.lon is None)


@given(st.text(max_size=200))
def test_countries_of_any_text_are_countries(text: str) -> None:
    assert set(countries_of(text)) <= set(countries())


@pytest.mark.parametrize(
    "unit", ["a ", "the ", "near ", "north and ", "Homs, ", "of ", "'s ", "10 km from ", "Syria's ", "hospital ", "- "]
)
def test_a_phrase_of_one_repeated_piece_resolves_to_something(unit: str) -> None:
    assert resolve(unit * 5000).name == unit * 5000


@pytest.mark.parametrize("phrase", ["an eastern province", "the eastern province", "the central region"])
def test_a_description_is_not_taken_for_a_division_of_that_name(phrase: str) -> None:
    place = resolve(phrase, PlaceContext())
    assert (None, None) == (place.resolved, place.country)


@pytest.mark.parametrize("phrase", ["Florida Straits", "the Strait of Malacca", "Sea of Azov", "Kenya Straits"])
def test_waters_named_after_land_lie_in_no_state(phrase: str) -> None:
    place = resolve(phrase)
    assert (Precision.INTERNATIONAL, None, None) == (place.precision, place.country, place.lat)


@pytest.mark.parametrize("phrase", ["Province of Homs", "State of Kaduna"])
def test_a_capital_on_what_a_place_is_changes_nothing(phrase: str) -> None:
    head, name = phrase.split(" of ")
    assert resolve(f"{head.lower()} of {name}").geonames_id == resolve(phrase).geonames_id
    assert resolve(phrase).country is not None
