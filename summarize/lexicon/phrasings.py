"""How each event type is worded: templates with optional parts.

`{slot}` is replaced, `{slot|else}` has a fallback, `[...]` is left out when a slot in it is empty. Slots:
`actor`, `recipient`, `parties`, `affected`, `place`. The clauses are past tense, which needs no agreement in number.
A type that covers several things is worded by what its evidence says where one of its narrower phrasings fits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from summarize.record import EventType


@dataclass(frozen=True)
class Phrasing:
    """The templates of one event type.

    Attributes:
        lead: The slot without which `active` cannot be used.
        active: Clause for what happened, with the one who did it.
        passive: Clause for what happened, without.
        noun: Noun phrase for what is ongoing, planned, possible or denied.
        narrower: Phrasings to prefer where their pattern, and none of the others, is found in the evidence.
    """

    lead: str
    active: str
    passive: str
    noun: str
    narrower: tuple[tuple[str, Phrasing], ...] = ()


_AT = "[ {at} {place}]"

PHRASINGS: Mapping[EventType, Phrasing] = MappingProxyType(
    {
        EventType.BATTLE: Phrasing(
            "parties", "{parties} fought" + _AT, "there was fighting" + _AT, "fighting[ involving {parties}]" + _AT
        ),
        EventType.TERRITORY_CAPTURED: Phrasing(
            "actor",
            "{actor} captured {place|territory}[ from {recipient}]",
            "{place|territory} was captured[ from {recipient}]",
            "the capture of {place|territory}[ by {actor}][ from {recipient}]",
        ),
        EventType.OFFENSIVE: Phrasing(
            "actor",
            "{actor} advanced or attacked[ against {recipient}]" + _AT,
            "there was an offensive[ against {recipient}]" + _AT,
            "an offensive[ by {actor}][ against {recipient}]" + _AT,
            (
                (
                    r"\b(?:advanc|push|mov(?:ed|ing) (?:in|on|to)|progress|gains?\b|clos(?:ed|ing) in)",
                    Phrasing(
                        "actor",
                        "{actor} advanced[ against {recipient}]" + _AT,
                        "there was an advance[ against {recipient}]" + _AT,
                        "an advance[ by {actor}][ against {recipient}]" + _AT,
                    ),
                ),
                (
                    r"\b(?:assault|attack|storm|offensive|operation|campaign)",
                    Phrasing(
                        "actor",
                        "{actor} carried out an assault or operation[ against {recipient}]" + _AT,
                        "there was an assault or operation[ against {recipient}]" + _AT,
                        "an assault or operation[ by {actor}][ against {recipient}]" + _AT,
                    ),
                ),
            ),
        ),
        EventType.AIR_STRIKE: Phrasing(
            "actor",
            "{actor} carried out air strikes[ on {recipient}]" + _AT,
            "there were air strikes[ on {recipient}]" + _AT,
            "air strikes[ by {actor}][ on {recipient}]" + _AT,
        ),
        EventType.SHELLING: Phrasing(
            "actor",
            "{actor} fired artillery, rockets or missiles[ at {recipient}]" + _AT,
            "there was artillery, rocket or missile fire[ on {recipient}]" + _AT,
            "artillery, rocket or missile fire[ by {actor}][ on {recipient}]" + _AT,
        ),
        EventType.BOMBING: Phrasing(
            "actor",
            "{actor} carried out a bombing[ against {recipient}]" + _AT,
            "there was a bombing[ against {recipient}]" + _AT,
            "a bombing[ by {actor}][ against {recipient}]" + _AT,
        ),
        EventType.CHEMICAL_ATTACK: Phrasing(
            "actor",
            "{actor} used a chemical or toxic agent[ against {recipient}]" + _AT,
            "a chemical or toxic agent was used[ against {recipient}]" + _AT,
            "the use of a chemical or toxic agent[ by {actor}][ against {recipient}]" + _AT,
        ),
        EventType.ATTACK_ON_CIVILIANS: Phrasing(
            "actor",
            "{actor} attacked {recipient|people}" + _AT,
            "there was an attack on {recipient|people}" + _AT,
            "an attack[ by {actor}] on {recipient|people}" + _AT,
        ),
        EventType.ABDUCTION: Phrasing(
            "actor",
            "{actor} abducted {recipient|people}" + _AT,
            "there was an abduction of {recipient|people}" + _AT,
            "an abduction of {recipient|people}[ by {actor}]" + _AT,
        ),
        EventType.PROTEST: Phrasing(
            "actor",
            "{actor} protested[ against {recipient}]" + _AT,
            "there was a protest[ against {recipient}]" + _AT,
            "a protest[ by {actor}][ against {recipient}]" + _AT,
        ),
        EventType.RIOT: Phrasing(
            "actor",
            "{actor} rioted[, opposed by {recipient}]" + _AT,
            "there was a riot" + _AT,
            "a riot[ by {actor}]" + _AT,
        ),
        EventType.MOBILIZATION: Phrasing(
            "actor",
            "{actor} deployed forces or weapons" + _AT,
            "forces or weapons were deployed" + _AT,
            "a deployment of forces or weapons[ by {actor}]" + _AT,
        ),
        EventType.WITHDRAWAL: Phrasing(
            "actor",
            "{actor} withdrew[ from {place}]",
            "there was a withdrawal[ from {place}]",
            "a withdrawal[ of {actor}][ from {place}]",
        ),
        EventType.DETENTION: Phrasing(
            "actor",
            "{actor} detained {recipient|people}" + _AT,
            "there was a detention of {recipient|people}" + _AT,
            "a detention of {recipient|people}[ by {actor}]" + _AT,
        ),
        EventType.RESTRICTION: Phrasing(
            "actor",
            "{actor} imposed a restriction[ on {recipient}]" + _AT,
            "there was a restriction[ on {recipient}]" + _AT,
            "a restriction[ by {actor}][ on {recipient}]" + _AT,
        ),
        EventType.PROPERTY_DESTRUCTION: Phrasing(
            "actor",
            "{actor} looted, burned or destroyed property[ of {recipient}]" + _AT,
            "property[ of {recipient}] was looted, burned or destroyed" + _AT,
            "the looting, burning or destruction of property[ by {actor}]" + _AT,
        ),
        EventType.AGREEMENT: Phrasing(
            "parties",
            "{parties} reached an agreement" + _AT,
            "there was an agreement" + _AT,
            "an agreement[ involving {parties}]" + _AT,
        ),
        EventType.TALKS: Phrasing(
            "parties", "{parties} held talks" + _AT, "there were talks" + _AT, "talks[ involving {parties}]" + _AT
        ),
        EventType.VERBAL_CONFLICT: Phrasing(
            "actor",
            "{actor} made a threat, accusation, demand or rejection[ directed at {recipient}]",
            "there was a threat, accusation, demand or rejection[ directed at {recipient}]",
            "a threat, accusation, demand or rejection[ by {actor}][ directed at {recipient}]",
            tuple(
                (
                    pattern,
                    Phrasing(
                        "actor",
                        f"{{actor}} made {noun}[ directed at {{recipient}}]",
                        f"there was {noun}[ directed at {{recipient}}]",
                        f"{noun}[ by {{actor}}][ directed at {{recipient}}]",
                    ),
                )
                for pattern, noun in (
                    (r"\b(?:threat|vow|warn|ultimatum)", "a threat or warning"),
                    (r"\b(?:accus|blam)", "an accusation"),
                    (r"\b(?:condemn|denounc|critici|slam|lambast)", "a condemnation"),
                    (r"\b(?:demand|urg|call(?:ed|s|ing) (?:on|for))", "a demand or appeal"),
                    (r"\b(?:reject|refus|den(?:y|ied|ies))", "a rejection or denial"),
                )
            ),
        ),
        EventType.DISPLACEMENT: Phrasing(
            "affected",
            "{affected} were displaced, evacuated or returned" + _AT,
            "people were displaced, evacuated or returned" + _AT,
            "the displacement, evacuation or return of {affected|people}" + _AT,
            (
                (
                    r"\b(?:fled|flee|displac|uproot|homeless|exodus|expel|forced from|driven from)",
                    Phrasing(
                        "affected",
                        "{affected} fled or were displaced" + _AT,
                        "people fled or were displaced" + _AT,
                        "the flight or displacement of {affected|people}" + _AT,
                    ),
                ),
                (
                    r"\bevacuat",
                    Phrasing(
                        "affected",
                        "{affected} were evacuated" + _AT,
                        "people were evacuated" + _AT,
                        "the evacuation of {affected|people}" + _AT,
                    ),
                ),
                (
                    r"\breturn",
                    Phrasing(
                        "affected",
                        "{affected} returned" + _AT,
                        "people returned" + _AT,
                        "the return of {affected|people}" + _AT,
                    ),
                ),
            ),
        ),
        EventType.AID_DELIVERY: Phrasing(
            "actor",
            "{actor} delivered aid[ to {affected}]" + _AT,
            "aid was delivered[ to {affected}]" + _AT,
            "an aid delivery[ by {actor}][ to {affected}]" + _AT,
        ),
        EventType.TERRITORIAL_CONTROL: Phrasing(
            "actor",
            "{actor} held ground" + _AT,
            "a side that is not named held ground" + _AT,
            "control[ by {actor}] of ground" + _AT,
        ),
        EventType.FORCE_PRESENCE: Phrasing(
            "actor",
            "{actor} had a presence" + _AT,
            "there was an armed presence" + _AT,
            "the presence of {actor|a force}" + _AT,
        ),
        EventType.HUMANITARIAN_SITUATION: Phrasing(
            "affected",
            "{affected} remained, were trapped or were in need" + _AT,
            "people remained, were trapped or were in need" + _AT,
            "the situation of {affected|people}" + _AT,
            (
                (
                    r"\bremain",
                    Phrasing(
                        "affected", "{affected} remained" + _AT, "people remained" + _AT, "people remaining" + _AT
                    ),
                ),
                (
                    r"\b(?:trapped|stranded|besieged)",
                    Phrasing(
                        "affected",
                        "{affected} were trapped" + _AT,
                        "people were trapped" + _AT,
                        "people being trapped" + _AT,
                    ),
                ),
                (
                    r"\b(?:need|hung|starv|famine|shortage|lack|without|malnutrition)",
                    Phrasing(
                        "affected",
                        "{affected} were in need" + _AT,
                        "people were in need" + _AT,
                        "the need of {affected|people}" + _AT,
                    ),
                ),
            ),
        ),
        EventType.OTHER: Phrasing(
            "actor",
            "{label|an event} involving {actor}" + _AT,
            "{label|an event}" + _AT,
            "{label|an event}[ involving {parties}]" + _AT,
        ),
    }
)
