from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.record import Modality, SourceType, Stance, Status
from summarize.resolving.status import RULES, Voice, derive_status, independent

ARMY = Voice("Army of Aland", SourceType.PARTY_OFFICIAL, "Aland government", Stance.ASSERTS)
STATE_TV = Voice("Aland TV", SourceType.STATE_MEDIA, "Aland government", Stance.ASSERTS)
REBELS = Voice("Free Lake Front", SourceType.PARTY_OFFICIAL, "Free Lake Front", Stance.ASSERTS)
REBELS_DENY = Voice("Free Lake Front", SourceType.PARTY_OFFICIAL, "Free Lake Front", Stance.DENIES)
MONITOR = Voice("Lake Observatory", SourceType.MONITOR_NGO, None, Stance.ASSERTS)
OTHER_MONITOR = Voice("Coast Observatory", SourceType.MONITOR_NGO, None, Stance.ASSERTS)
AGENCY = Voice("Lake Wire", SourceType.NEWS_AGENCY, None, Stance.ASSERTS)
WITNESS = Voice(None, SourceType.WITNESS, None, Stance.ASSERTS)
UNNAMED_MONITOR = Voice(None, SourceType.MONITOR_NGO, None, Stance.ASSERTS)
HEARSAY = Voice(None, SourceType.UNKNOWN, None, Stance.ASSERTS)
SILENT = Voice("Army of Aland", SourceType.PARTY_OFFICIAL, "Aland government", Stance.NO_CONFIRMATION)
MUTE = Voice("Army of Aland", SourceType.PARTY_OFFICIAL, "Aland government", Stance.DECLINES_COMMENT)
LOSER = Voice("Army of Aland", SourceType.PARTY_OFFICIAL, "Aland government", Stance.ASSERTS, against_interest=True)

TABLE = [
    (Modality.HYPOTHETICAL, [MONITOR, AGENCY], Status.HYPOTHETICAL),
    (Modality.PLANNED, [ARMY, REBELS_DENY], Status.PLANNED),
    (Modality.ACTUAL, [REBELS_DENY], Status.DENIED),
    (Modality.DENIED, [ARMY], Status.DENIED),
    (Modality.DENIED, [], Status.DENIED),
    (Modality.DENIED, [REBELS_DENY], Status.DENIED),
    (Modality.ACTUAL, [ARMY, REBELS_DENY], Status.DISPUTED),
    (Modality.DENIED, [ARMY, REBELS_DENY], Status.DISPUTED),
    (Modality.ACTUAL, [MONITOR, AGENCY, REBELS_DENY], Status.DISPUTED),
    (Modality.ACTUAL, [LOSER], Status.CONFIRMED),
    (Modality.ACTUAL, [ARMY, REBELS], Status.CONFIRMED),
    (Modality.ACTUAL, [ARMY, MONITOR], Status.CONFIRMED),
    (Modality.ONGOING, [MONITOR, AGENCY], Status.CONFIRMED),
    (Modality.ACTUAL, [WITNESS, UNNAMED_MONITOR], Status.CONFIRMED),
    (Modality.ACTUAL, [WITNESS, WITNESS], Status.REPORTED),
    (Modality.ACTUAL, [ARMY, STATE_TV], Status.CLAIMED),
    (Modality.ACTUAL, [ARMY], Status.CLAIMED),
    (Modality.ACTUAL, [MONITOR], Status.REPORTED),
    (Modality.ACTUAL, [MONITOR, MONITOR], Status.REPORTED),
    (Modality.ACTUAL, [MONITOR, OTHER_MONITOR], Status.REPORTED),
    (Modality.ACTUAL, [MONITOR, HEARSAY], Status.REPORTED),
    (Modality.ACTUAL, [HEARSAY], Status.REPORTED),
    (Modality.ACTUAL, [], Status.STATED),
    (Modality.ACTUAL, [SILENT, MUTE], Status.STATED),
    (Modality.ACTUAL, [MONITOR, SILENT], Status.REPORTED),
    (Modality.ACTUAL, [REBELS_DENY, SILENT], Status.DENIED),
]


@pytest.mark.parametrize(("modality", "voices", "expected"), TABLE)
def test_the_first_rule_that_holds_gives_the_status(modality: Modality, voices: list[Voice], expected: Status) -> None:
    assert expected is derive_status(modality, voices)


def test_every_rule_of_the_table_is_reached_by_a_case() -> None:
    assert {rule.status for rule in RULES} == {expected for _, _, expected in TABLE} == set(Status)


def test_a_competent_body_confirms_what_one_party_claims() -> None:
    assert Status.CONFIRMED is derive_status(Modality.ACTUAL, [ARMY], confirmed_by_body=True)


def test_a_denial_outweighs_the_confirmation_of_a_body() -> None:
    assert Status.DISPUTED is derive_status(Modality.ACTUAL, [ARMY, REBELS_DENY], confirmed_by_body=True)


def test_partisan_types_claim_even_where_no_party_is_named() -> None:
    nameless = Voice(None, SourceType.STATE_MEDIA, None, Stance.ASSERTS)
    assert Status.CLAIMED is derive_status(Modality.ACTUAL, [nameless])


def test_an_anonymous_official_of_a_party_claims() -> None:
    official = Voice("an official", SourceType.ANONYMOUS_OFFICIAL, "Aland government", Stance.ASSERTS)
    assert Status.CLAIMED is derive_status(Modality.ACTUAL, [official])


VOICES = st.builds(
    Voice,
    st.sampled_from([None, "a", "b"]),
    st.sampled_from(SourceType),
    st.sampled_from([None, "north", "south"]),
    st.sampled_from(Stance),
    st.booleans(),
)


@given(VOICES, VOICES)
def test_corroboration_is_mutual(one: Voice, other: Voice) -> None:
    assert independent(one, other) == independent(other, one)


@given(VOICES)
def test_nobody_corroborates_themselves(voice: Voice) -> None:
    assert not independent(voice, voice)


@given(st.sampled_from(Modality), st.lists(VOICES, max_size=4))
def test_the_order_of_the_voices_does_not_matter(modality: Modality, voices: list[Voice]) -> None:
    found = {derive_status(modality, order) for order in itertools.permutations(voices)}
    assert 1 == len(found)


@given(st.sampled_from(Modality), st.lists(VOICES, max_size=4))
def test_silence_changes_nothing(modality: Modality, voices: list[Voice]) -> None:
    assert derive_status(modality, voices) is derive_status(modality, [*voices, SILENT, MUTE])
