"""Everyday words by which news tells an event without naming it: "the town fell", "two battalions were moved".

Such words mean many other things too, so they propose a type only beside, or in place of, the clear cues of
`summarize.lexicon.cues`. Whole words and phrases, every inflected form written out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from summarize.lexicon.cues import Cue
from summarize.record import EventType

_WORDS: Mapping[EventType, str] = MappingProxyType(
    {
        EventType.BATTLE: """
            gunfight, gunfights, traded fire, traded shots, trading fire, shots were exchanged, came under fire, came
            under attack, under fire, beat back, beaten back, fended off, held off, fought off, stood their ground,
            shots rang out, shots were heard, heavy losses, resisted, resistance, hit back, street to street, house to
            house
        """,
        EventType.TERRITORY_CAPTURED: """
            fell, fallen, falls, fall, seize, seizes, took back, taken back, take back, takes back, taking back, took
            over, takes over, taken over, flag over, flag was raised, flag was hoisted, raised its flag, raised their
            flag, hoisted, swept into, rolled into, marched into, walked into, in their hands, lost the town, lost the
            village, under new control, changed hands, wrested, overrun, no longer held, secured, take the, takes the
        """,
        EventType.OFFENSIVE: """
            thrust, gained ground, gaining ground, gain ground, sweep, sweeps, onslaught, drive on, drive to, drive
            towards, march on, marched on, marching on, bearing down, at the gates, inched, edged, moved against,
            moves against, pushed back, pushing back, ground operation, hunt for, hunting, clearing, crossed into,
            closing on, creeping forward, reached the outskirts, turned on, march against, strike at, front line moved
        """,
        EventType.AIR_STRIKE: """
            from the air, planes, plane, quadcopter, quadcopters, bombs fell, dropped, overhead, air force,
            bombed-out, loitering, kamikaze, air defence, air defense, shot down, missiles from the air, raid from the
            air
        """,
        EventType.SHELLING: """
            salvo, salvos, barrage, barrages, rounds, field guns, heavy guns, guns, ballistic, incoming fire, impact,
            impacts, landed, slammed into, crashed into, opened up, multiple-launch, volley, volleys, fired at, fired
            into
        """,
        EventType.BOMBING: """
            device, devices, charge, charges, planted, rigged, mined, blow up, blows up, blowing up, tripped, hidden
            bomb, went up, petrol bombs, petrol bomb, pipe bomb, detonator, detonators, drove over, stepped on, vest,
            packed with
        """,
        EventType.CHEMICAL_ATTACK: """
            gas, gases, choking, choked, gasping, suffocated, suffocation, blister, blisters, blistering, nerve,
            fumes, breathing difficulties, trouble breathing, could not breathe, burning eyes, agent, canister,
            canisters, foaming, pinpoint pupils, smelled of
        """,
        EventType.ATTACK_ON_CIVILIANS: """
            butchered, mutilated, mutilation, bodies, hanged, flogged, flogging, whipped, stoned to death, throats,
            machetes, machete, maimed, burned alive, burnt alive, gunshot, mass grave, mass graves, dragged, lives
            lost, cut down, bludgeoned, fired into a crowd, fired on a crowd, dead body, corpses, robbed and, violated
        """,
        EventType.ABDUCTION: """
            pulled from, pulled off, pulled out of, dragged from, dragged off, dragged away, carried off, led away,
            forcibly, captors, captor, captive, captivity, hostage, taken at gunpoint, took away, took them, took him,
            took her, taken hostage, held by, plain clothes, not been seen, never seen again, demanded money,
            vanished, bundled into, off a bus, from a bus, from the bus, missing since, released, freed, set free
        """,
        EventType.PROTEST: """
            crowd, crowds, shut down, shut their, kept shut, shuttered, stoppage, stoppages, placards, placard,
            banners, banner, petition, petitions, stay at home, stayed at home, stay away, stayed away, procession,
            processions, assembled, walked out, walked through, walked from, marchers, camped outside, camp outside,
            strike, strikes, blocked the road, blocked roads, blocking the road, lay down in, chained, in silence, in
            solidarity
        """,
        EventType.RIOT: """
            crowd, crowds, sticks, stones, stone, bottles, overturned, smashed, smashing, rampage, rampaged, windows,
            broke into, went for one another, went for each other, fistfight, fistfights, set upon, fought police,
            batons, barricades, barricade, burning tyres, burning tires, kills, angry
        """,
        EventType.MOBILIZATION: """
            moved, moves, moving, brought, posted, called up, call up, call-up, muster, mustered, reservist,
            reservists, landed, airlifted, airlift, dispatched, dispatch, rotated, battalion, battalions, brigade,
            brigades, regiment, regiments, sent, sends, armoured, armored, high alert, combat readiness, took up
            positions, taken up positions, dug in, digging in, digging trenches, trenches, flown in, on their way,
            ordered to, stepped up, new base, outpost, outposts, warship, warships, vessels, carrier, standing by,
            enlisted, volunteers, joined the
        """,
        EventType.WITHDRAWAL: """
            drawn back, drew back, drawing back, draw back, fallen back, fell back, falling back, fall back, redeploy,
            redeployed, redeployment, pull their, pulled their, pulling their, pulls its, pulled its, pull its, walked
            out, gave up, given up, giving up, moved out, deserted, empty, laid down, lay down, quit, gone, out of
            the, cleared out, slipped away, handed back, left without, stood down, dismantled
        """,
        EventType.DETENTION: """
            custody, cell, cells, picked up, rounded up, round-up, rounding up, locked up, behind bars, bail,
            prosecutor, prosecutors, warrant, warrants, guilty, years in prison, judge, judges, handcuffed,
            extradited, extradition, house arrest, questioned, raided, raids, suspected of, accused of, tribunal,
            released on, police took, taken in, in connection with, life sentence, death penalty, acquitted
        """,
        EventType.RESTRICTION: """
            forbade, forbid, forbids, forbidden, prohibited, prohibits, prohibit, prohibition, turned back, turning
            back, turns back, turned away, turning away, cut the, cut off, checkpoint, checkpoints, froze, outlawed,
            outlaws, revoked, halted, halts, halting, not allowed, not allow, no longer allowed, permit, permits,
            barricaded, sealed off, cordoned off, stopped, dusk to dawn, internet, not let, would not let, keeping
            people from, keeping families from, off limits, no vehicle, no vehicles, no one may, may not leave, must
            not, until further notice, waiting at, refused entry, encircled, closed off, tightened, blacklist,
            blacklisted, designated, stripped of, expelled, ring around
        """,
        EventType.PROPERTY_DESTRUCTION: """
            set on fire, set alight, on fire, wrecked, gutted, flattened, pulled down, tore down, torn down, knocked
            down, blow up, blown up, smashed, ablaze, reduced to, went up in flames, in flames, fire destroyed, carted
            off, stripped, chopped down, uprooted, excavators, excavator, bulldozer, bulldozers, graves, emptied,
            broken into
        """,
        EventType.AGREEMENT: """
            handed over, exchange, exchanged, ratified, ratify, understanding, compromise, undertook, undertaken,
            committed to, commit to, adopted, adopt, lifted, lift, reopened, reopen, terms, laid down their arms, lay
            down their arms, freed, frees, set free, released, releases, pause, hudna, shook hands, took effect, came
            into force, comes into force, took hold, ended the, hold their fire, safe passage, roadmap, handover
        """,
        EventType.TALKS: """
            sat down, sit down, sitting down, received, receives, round of, envoy, envoys, at the table, face to face,
            contacts, by phone, by telephone, telephone call, spoke with, spoken with, spoke to, mission, arrived in,
            flew to, travelled to, traveled to, trip, hosts, guests, elders, chaired, session, gathering, back
            channel, go-between
        """,
        EventType.VERBAL_CONFLICT: """
            deadline, decried, rebuked, summoned, summons, dismissed as, rebuffed, insulted, revenge, retaliate,
            retaliation, will pay, pay the price, traitors, traitor, must leave, must stop, gave them until, held
            responsible, hold responsible, responsible for, lies, lie, red line, provocation, provocations, protested,
            complained, appealed, appeal, calls it, crime, not accept, ruled out
        """,
        EventType.DISPLACEMENT: """
            reached, arrived, arriving, arrive, sleeping in, sheltering, walked back, walk back, driven out, driven,
            poured into, poured out, streamed, streaming, crossing, camp, camps, refuge, sought safety, took shelter,
            taken shelter, on the move, on the road, went home, go home, gone home, going home, came home, come home,
            came back, come back, gone back, went back, host families, evicted, eviction, evictions, resettled, packed
            up, moved out, send their families, sent their families, out of their homes, from their homes, their
            homes, emptied, moved to safety, on foot, newcomers, made their way
        """,
        EventType.AID_DELIVERY: """
            handed out, handing out, hand out, parcels, parcel, rations, ration, kitchen, kitchens, meals, tents,
            tarpaulins, blankets, clinic, clinics, flight, flights, truck, trucks, lorry, lorries, medicine,
            medicines, water trucking, doses, received, help, helped, set up, reached, barge, barges, unloaded, cash,
            sacks, tonnes, kits, treats, treat, surgery, field hospital, mobile teams, safe water, drinking water,
            fed, feeds, stocks
        """,
        EventType.TERRITORIAL_CONTROL: """
            in the hands, in rebel hands, in government hands, hands, belongs to, belong to, belonging to, sway, in
            charge, flies over, flag flies, runs, run by, dominates, dominated, keeps hold, kept hold, still has,
            still have, of the town, half of, most of, part of the, percent of, per cent of, whole of, all of the,
            lost, territory
        """,
        EventType.FORCE_PRESENCE: """
            keeps, keep, kept, camped, dug in, encamped, still there, still have, still has, men there, strong,
            numbers, battalion, battalions, brigade, brigades, gunmen, men, guards, howitzers, tanks, fighters,
            troops, soldiers, manned, manning, stayed behind, left behind, hiding, hold out, holding out, members,
            posts, based, snipers
        """,
        EventType.HUMANITARIAN_SITUATION: """
            stuck, still there, still inside, sleep, sleeping, sleeps, ran out, run out, running out, out of food, out
            of water, out of fuel, out of medicine, going without, do without, without, ill, sick, patients, no food,
            no water, no electricity, no power, no medicine, no doctor, face, faces, facing, thirst, queue, queues,
            dwindling, scarce, emergency, malnourished, destitute, live in, living in, sheltering, camps, cut off,
            left in the, low on, in the open, rationed, overcrowded, unable to leave, cannot leave, could not leave,
            waiting for, only one, no longer have, wells
        """,
    }
)

_WORD = re.compile(r"(?<![\w-])[^\W\d_]+")


_Phrases = Mapping[str, Sequence[tuple[str, EventType]]]
"""Phrases and what they announce, by the first word of the phrase, longer phrases first."""


@cache
def _by_first_word() -> _Phrases:
    return _phrases_of(_WORDS)


@cache
def _of_one_type(kind: EventType) -> _Phrases:
    return _phrases_of({kind: _WORDS[kind]})


def _phrases_of(listed: Mapping[EventType, str]) -> _Phrases:
    found: defaultdict[str, list[tuple[str, EventType]]] = defaultdict(list)
    for kind, words in listed.items():
        for phrase in {" ".join(part.split()) for part in words.split(",")}:
            first = _WORD.match(phrase)
            if first is None:
                raise ValueError(f"a cue begins with a letter: {phrase!r}")
            found[first.group()].append((phrase, kind))
    return {word: tuple(sorted(phrases, key=lambda item: -len(item[0]))) for word, phrases in found.items()}


def _small(text: str) -> str:
    """Small letters and blanks for white space, one for one, so that offsets stay."""
    return text.lower() if text.isascii() and text.isprintable() else "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    """A letter's small form, and a blank for any white space; one character each, so that offsets stay."""
    small = " " if letter.isspace() else letter.lower()
    return small if len(small) == 1 else letter


def find_faint_cues(text: str) -> tuple[Cue, ...]:
    """Every faint cue of `text`, in order of appearance; one word may announce several types.

    Args:
        text: A sentence.
    """
    return tuple(_found(text, _by_first_word()))


def faint_cues_of(text: str, kind: EventType) -> Iterator[Cue]:
    """The faint cues of one type in order, each found when it is asked for."""
    return _found(text, _of_one_type(kind)) if kind in _WORDS else iter(())


def _found(text: str, phrases: _Phrases) -> Iterator[Cue]:
    lowered = _small(text)
    for word in _WORD.finditer(lowered):
        announcing = phrases.get(word.group())
        if announcing is None:
            continue
        start = word.start()
        seen: set[EventType] = set()
        for phrase, kind in announcing:
            end = start + len(phrase)
            if kind not in seen and lowered.startswith(phrase, start) and not lowered[end : end + 1].isalnum():
                seen.add(kind)
                yield Cue(start, end, text[start:end], kind)
