"""Which of our event types are right for each label of CASE 2021, and where each decision is from.

25 labels are ACLED's sub-event types: right is every type whose ACLED column in the codebook names that sub-event
(docs/codebook.md), and what `also` adds from the codebook's definitions. Five are the shared
task's own. A type of ours may be right for several labels (`bombing` for suicide bombs, grenades and mines), and a
label may have no type of ours but `other`: those are counted apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from summarize.codebook import CODEBOOK, Group
from summarize.record import EventType


@dataclass(frozen=True)
class Label:
    """A label and what is right for it.

    Attributes:
        meaning: What it stands for; ACLED's name of the sub-event where it is one.
        acled: Whether it is one of ACLED's.
        also: Types that are right beside those whose ACLED column names it.
    """

    meaning: str
    acled: bool = True
    also: frozenset[EventType] = frozenset()

    @cached_property
    def types(self) -> frozenset[EventType]:
        """Every type that is right."""
        named = (kind for kind, entry in CODEBOOK.items() if self.acled and self._is_named(entry.acled))
        return self.also.union(named)

    @property
    def groups(self) -> frozenset[Group]:
        """Groups of these types."""
        return frozenset(CODEBOOK[kind].group for kind in self.types)

    @property
    def has_type(self) -> bool:
        """Whether the codebook has a type for it; `other` is what is left."""
        return self.types != {EventType.OTHER}

    def _is_named(self, column: str | None) -> bool:
        return column is not None and self.meaning in column


def _also(*types: EventType) -> frozenset[EventType]:
    return frozenset(types)


LABELS: Mapping[str, Label] = MappingProxyType(
    {
        "ARMED_CLASH": Label("Armed clash"),
        "GOV_REGAINS_TERIT": Label("Government regains territory"),
        "NON_STATE_ACTOR_OVERTAKES_TER": Label("Non-state actor overtakes territory"),
        "AIR_STRIKE": Label("Air/drone strike"),
        "ART_MISS_ATTACK": Label("Shelling/artillery/missile attack"),
        "REM_EXPLOS": Label("Remote explosive/landmine/IED"),
        "SUIC_BOMB": Label("Suicide bomb"),
        "GRENADE": Label("Grenade"),
        "CHEM_WEAP": Label("Chemical weapon"),
        "ATTACK": Label("Violence against civilians / Attack"),
        # The codebook's definition of attack_on_civilians holds sexual violence.
        "SEX_VIOL": Label("Sexual violence", also=_also(EventType.ATTACK_ON_CIVILIANS)),
        "ABDUCT_DISSAP": Label("Abduction/forced disappearance"),
        "PEACE_PROTEST": Label("Peaceful protest"),
        # ACLED keeps a protest that is met by force under Protests; the codebook does not tell interventions apart.
        "PROTEST_WITH_INTER": Label("Protest with intervention", also=_also(EventType.PROTEST)),
        # The same; and where the force is the news, unarmed people were hurt directly.
        "FORCE_AGAINST_PROTEST": Label(
            "Excessive force against protesters", also=_also(EventType.PROTEST, EventType.ATTACK_ON_CIVILIANS)
        ),
        "VIOL_DEMONSTR": Label("Violent demonstration"),
        "MOB_VIOL": Label("Mob violence"),
        "AGREEMENT": Label("Strategic developments / Agreement"),
        "ARREST": Label("Arrests"),
        "NON_VIOL_TERRIT_TRANSFER": Label("Non-violent transfer of territory"),
        "PROPERTY_DISTRUCT": Label("Looting/property destruction"),
        # ACLED: groups that form, merge, split or move; of these the codebook has movements only.
        "CHANGE_TO_GROUP_ACT": Label("Change to group/activity", also=_also(EventType.MOBILIZATION, EventType.OTHER)),
        # The codebook's definition of mobilization holds new bases.
        "HQ_ESTABLISHED": Label("Headquarters or base established", also=_also(EventType.MOBILIZATION)),
        # Weapons seized or made safe: the codebook has no type for it.
        "DISR_WEAP": Label("Disrupted weapons use", also=_also(EventType.OTHER)),
        "OTHER": Label("Strategic developments / Other", also=_also(EventType.OTHER)),
        # The shared task's own labels, by their names.
        "ATTRIB": Label("attribution of responsibility", acled=False, also=_also(EventType.VERBAL_CONFLICT)),
        "DIPLO": Label(
            "diplomatic event",
            acled=False,
            also=_also(EventType.TALKS, EventType.AGREEMENT, EventType.VERBAL_CONFLICT, EventType.RESTRICTION),
        ),
        "ORG_CRIME": Label("organised crime", acled=False, also=_also(EventType.OTHER)),
        "NATURAL_DISASTER": Label("natural disaster", acled=False, also=_also(EventType.OTHER)),
        "MAN_MADE_DISASTER": Label("man-made disaster", acled=False, also=_also(EventType.OTHER)),
    }
)
"""Every label of the set."""
