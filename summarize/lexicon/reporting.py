"""English reporting verbs and what each does: asserts or denies, and what it takes to be a report.

The verbs are chosen after Levin (1993), *English Verb Classes and Alternations*, classes 33 (judgement)
and 37 (communication), as far as newspapers attribute with them, with the verbs of finding and showing
by which documents speak. What follows a verb decides whether it attributes at all ("reported
clashes" does, "reported for duty" does not); `Frame` says how much evidence each verb needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from summarize.lexicon.grammar import word_set


class Frame(StrEnum):
    """What a verb must stand with to count as a report."""

    SPEECH = "speech"
    """Any complement: `said`."""
    ADDRESSEE = "addressee"
    """A listener comes before the content: `told reporters that`."""
    CLAUSE = "clause"
    """A that-clause, a clause or a quotation; a bare object is something else: `found a body`."""
    OBJECT = "object"
    """The object is what the speaker vouches for or holds against: `condemned the attack`."""


class Form(StrEnum):
    """Inflection."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"


@dataclass(frozen=True)
class ReportingVerb:
    """One inflected form of a reporting verb.

    Attributes:
        lemma: Dictionary form.
        frame: What it must stand with.
        form: Inflection; `past` covers the participle where both are written alike.
        denies: Whether the subject holds the content to be false.
        noun: Whether the same letters are also a common noun ("reports", "claims").
    """

    lemma: str
    frame: Frame
    form: Form
    denies: bool
    noun: bool


_SPEECH = word_set(
    """say add announce report claim state declare confirm allege insist assert comment remark reply respond reiterate
    stress emphasize emphasise explain admit acknowledge concede maintain contend warn boast tweet write blog recount
    recall vow pledge promise predict disclose reveal complain repeat argue quip joke proclaim testify"""
)
_ADDRESSEE = word_set("tell inform assure remind notify")
_CLAUSE = word_set(
    """note observe suggest find show indicate believe think hope fear estimate conclude mention propose continue agree
    ask caution charge counter wonder read determine document demonstrate recommend imply signal expect speculate know
    discover hint decide lament worry understand opine muse posit swear feel"""
)
_OBJECT = word_set(
    """accuse blame criticize criticise condemn denounce urge demand describe call cite reject dismiss deny refute
    dispute rebut repudiate quote put give speak"""
)
_DENYING = word_set("deny reject dismiss refute dispute rebut repudiate")
_NOUNS = word_set(
    """report claim state comment remark reply stress boast tweet blog vow pledge promise note show hope fear estimate
    charge counter read document signal hint worry blame demand call dispute quote recall wonder caution"""
)
_IRREGULAR: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "say": ("said",), "tell": ("told",), "write": ("wrote", "written"), "find": ("found",),
        "show": ("showed", "shown"), "think": ("thought",), "read": ("read",), "know": ("knew", "known"),
        "understand": ("understood",), "swear": ("swore", "sworn"), "feel": ("felt",), "put": ("put",),
        "give": ("gave", "given"), "speak": ("spoke", "spoken"),
    }
)  # fmt: skip
_DOUBLED = {"admit": "admitt", "blog": "blogg", "put": "putt", "quip": "quipp", "rebut": "rebutt", "slam": "slamm"}


def _past(lemma: str) -> tuple[str, ...]:
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    stem = _DOUBLED.get(lemma, lemma)
    if stem.endswith("e"):
        return (stem + "d",)
    if stem.endswith("y") and stem[-2] not in "aeou":
        return (stem[:-1] + "ied",)
    return (stem + "ed",)


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")


def _ing(lemma: str) -> str:
    stem = _DOUBLED.get(lemma, lemma)
    return (stem[:-1] if stem.endswith("e") and not stem.endswith("ee") else stem) + "ing"


def _forms(lemma: str, frame: Frame) -> dict[str, ReportingVerb]:
    denies, noun = lemma in _DENYING, lemma in _NOUNS
    words = {lemma: Form.BASE, _third(lemma): Form.THIRD, _ing(lemma): Form.ING}
    words |= dict.fromkeys(_past(lemma), Form.PAST)
    return {word: ReportingVerb(lemma, frame, form, denies, noun) for word, form in words.items()}


def _all_forms() -> dict[str, ReportingVerb]:
    table: dict[str, ReportingVerb] = {}
    for frame, lemmas in (
        (Frame.OBJECT, _OBJECT),
        (Frame.CLAUSE, _CLAUSE),
        (Frame.ADDRESSEE, _ADDRESSEE),
        (Frame.SPEECH, _SPEECH),
    ):
        for lemma in lemmas:
            table |= _forms(lemma, frame)
    return table


REPORTING_VERBS: Final[Mapping[str, ReportingVerb]] = MappingProxyType(_all_forms())
"""Inflected form, in lower case, to the verb."""

HEARSAY: Final = word_set("reportedly allegedly purportedly supposedly")
"""Adverbs that hand the content to somebody unnamed."""

HEARSAY_PASSIVES: Final = word_set("say report believe think allege claim understand rumour rumor")
"""Verbs whose passive does the same: "is said to have fled"."""

FOUND_SO: Final = word_set("report believe")
"""Those of them behind which a fate may stand: "were reported killed"."""

FATES: Final = word_set(
    """killed dead wounded injured hurt missing arrested detained captured destroyed damaged kidnapped abducted
    displaced seized"""
)
"""What somebody unnamed says has become of people or things."""

HELD_OF: Final = word_set("believe think allege understand rumour rumor")
"""Verbs whose past form before "to" is a participle: "men believed to be soldiers"."""

PASSIVES: Final = word_set("report claim confirm allege deny reject dismiss dispute refute disclose reveal")
"""Verbs whose agent is a source: "confirmed by the mayor"."""

BARE_OBJECT: Final = word_set(
    """report claim announce declare confirm allege admit acknowledge concede predict disclose reveal pledge promise
    vow note mention"""
)
"""Verbs that report with a bare noun phrase: "reported clashes"."""

THAT_ONLY: Final = word_set("find show read continue feel know wonder expect decide")
"""Verbs that report only with "that" or a quotation: "found that", not "found a body"."""

TOLLS: Final = word_set("toll tolls number numbers figure figures total count dead deaths casualties damage losses")
"""What "put" and "give" report: "put the death toll at 21", "gave a toll of 33"."""

WITHHELD: Final = word_set("access entry permission visa visas bail asylum aid food water medical humanitarian")
"""What may be denied to somebody, which is no denial of anything: "denied access to the camp"."""

DOUBTING: Final = word_set("believe think")
"""Verbs whose negation denies the content: "does not believe that"."""

HELD_AGAINST: Final = word_set("accuse blame criticize criticise charge")
"""Verbs behind whose active form somebody is named: "accused of" and "blamed on" are participles."""

DESCRIBING_PASTS: Final = word_set(
    """aired arrested assigned attributed based broadcast captured compiled convicted dated deployed detained displaced
    freed held identified injured interviewed involved issued jailed leaked linked located named obtained posted
    published questioned received released sentenced signed stationed suspected trapped wanted wounded"""
)
"""Past forms that, in front of an adjunct, describe who speaks: "a report released on Friday said"."""

ONLY_PASTS: Final = word_set("wrote knew spoke gave swore")
"""Past forms that are no participles."""

LOST: Final = word_set("life lives victim victims")
"""What a blast or an illness claims without saying anything."""

SLOGANS: Final = word_set("sign signs banner banners placard placards poster posters slogan slogans flag flags")
"""What people carry that says something, in front of a participle: "carried signs demanding"."""

AGAINST: Final = frozenset(
    word
    for word, verb in REPORTING_VERBS.items()
    if verb.lemma in {"accuse", "blame", "condemn", "criticise", "criticize", "denounce", "warn"}
)
"""Forms of verbs whose object is no friend of their subject."""
