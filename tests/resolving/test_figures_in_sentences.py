"""Hard sentences of our own: every figure of each, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from summarize.resolving.figures import Quantity, find_figures


@dataclass(frozen=True)
class Expected:
    text: str
    kind: str
    value: float | tuple[float, float] | None
    unit: str | None
    hedge: str
    measure: str
    part_of: int | None


def expect(
    text: str,
    kind: str,
    value: float | tuple[float, float] | None,
    *,
    unit: str | None = "people",
    hedge: str = "exact",
    measure: str = "flow",
    part_of: int | None = None,
) -> Expected:
    return Expected(text, kind, value, unit, hedge, measure, part_of)


def seen(quantity: Quantity) -> Expected:
    low, high = quantity.min, quantity.max
    value = (low, high) if quantity.best is None and low is not None and high is not None else quantity.best
    return Expected(
        quantity.text,
        quantity.kind,
        value,
        quantity.unit,
        quantity.approximator,
        quantity.measure,
        quantity.part_of,
    )


SENTENCES: list[tuple[str, list[Expected]]] = [
    (
        "A bombing killed four and wounded a dozen.",
        [
            expect("four", "killed", 4),
            expect("a dozen", "wounded", 12),
        ],
    ),
    (
        "Four were killed.",
        [
            expect("Four", "killed", 4),
        ],
    ),
    (
        "No one was killed.",
        [
            expect("No one", "killed", 0),
        ],
    ),
    (
        "No casualties were reported.",
        [],
    ),
    (
        "There were no casualties.",
        [
            expect("no casualties", "casualties", 0),
        ],
    ),
    (
        "The blast went off, killing at least 20 people, among them five women.",
        [
            expect("at least 20 people", "killed", 20, hedge="at_least"),
            expect("five women", "killed", 5, part_of=0),
        ],
    ),
    (
        "Air defences shot down 27 of 41 drones.",
        [
            expect("27", "equipment", 27, unit="drones", part_of=1),
            expect("41 drones", "equipment", 41, unit="drones"),
        ],
    ),
    (
        "Three persons died (two were children).",
        [
            expect("Three persons", "killed", 3),
            expect("two", "killed", 2, part_of=0),
        ],
    ),
    (
        "On August 5, 2017, a 12-year-old boy, aged 12, was one of the first of 9/11.",
        [],
    ),
    (
        "The T-72 of the 101st Division broke Resolution 2254 of the G7 on a two-state solution.",
        [],
    ),
    (
        "Ahmed, 34, was killed by 1.500 militants.",
        [
            expect("1.500 militants", "fighters", 1_500, measure="stock"),
        ],
    ),
    (
        "Rebels hold three of the five key bridges.",
        [
            expect("three", "other", 3, unit="bridges", part_of=1),
            expect("five key bridges", "other", 5, unit="bridges"),
        ],
    ),
    (
        "Two of their six children died.",
        [
            expect("Two", "killed", 2, part_of=1),
            expect("six children", "other", 6),
        ],
    ),
    (
        "Three of the five were killed.",
        [
            expect("Three", "killed", 3, part_of=1),
            expect("five", "other", 5),
        ],
    ),
    (
        "One of the five soldiers was wounded.",
        [
            expect("One", "wounded", 1, part_of=1),
            expect("five soldiers", "fighters", 5, measure="stock"),
        ],
    ),
    (
        "Danli, one of the three leaders of the front, was killed.",
        [
            expect("three leaders", "other", 3),
        ],
    ),
    (
        "Danli was one of the six teachers killed in May and one of the five women who were detained.",
        [
            expect("six teachers", "killed", 6),
            expect("five women", "detained", 5),
        ],
    ),
    (
        "THE FATE OF FOUR OF THE NINE STUDENTS IS KNOWN.",
        [
            expect("FOUR", "other", 4, part_of=1),
            expect("NINE STUDENTS", "other", 9),
        ],
    ),
    (
        "Six of the soldiers fled and nine of the one-time rebels were killed.",
        [
            expect("Six of the soldiers", "displaced", 6),
            expect("nine of the one-time rebels", "killed", 9),
        ],
    ),
    (
        "Two of the 12 people on the bus were killed.",
        [
            expect("Two", "killed", 2, part_of=1),
            expect("12 people", "other", 12),
        ],
    ),
    (
        "3 in 10 residents are displaced.",
        [
            expect("3 in 10 residents", "displaced", 30, unit="percent", measure="stock"),
        ],
    ),
    (
        "One in five children is out of school.",
        [
            expect("One in five children", "other", 20, unit="percent"),
        ],
    ),
    (
        "They counted 623,000 people in 27 counties, of whom two thirds live in camps.",
        [
            expect("623,000 people", "other", 623_000),
            expect("27 counties", "other", 27, unit="counties"),
            expect("two thirds", "other", 66.67, unit="percent", part_of=0),
        ],
    ),
    (
        "They counted 623,000 people in 27 counties, of whom 300,000 live in camps.",
        [
            expect("623,000 people", "other", 623_000),
            expect("27 counties", "other", 27, unit="counties"),
            expect("300,000", "other", 300_000, part_of=0),
        ],
    ),
    (
        "They counted 27 counties, of which four are empty.",
        [
            expect("27 counties", "other", 27, unit="counties"),
            expect("four", "other", 4, unit="counties", part_of=0),
        ],
    ),
    (
        "Some 90,000 people fled, of whom about three quarters depend on aid.",
        [
            expect("Some 90,000 people", "displaced", 90_000, hedge="about"),
            expect("about three quarters", "other", 75, unit="percent", hedge="about", part_of=0),
        ],
    ),
    (
        "Some 90,000 people fled, of whom only half are adults and one in five is ill.",
        [
            expect("Some 90,000 people", "displaced", 90_000, hedge="about"),
            expect("half", "other", 50, unit="percent", part_of=0),
        ],
    ),
    (
        "Some 90,000 people fled, of whom one in five is ill.",
        [
            expect("Some 90,000 people", "displaced", 90_000, hedge="about"),
            expect("one in five", "other", 20, unit="percent", part_of=0),
        ],
    ),
    (
        "Of the crowd, of whom half a dozen were hurt, two third graders died.",
        [
            expect("half a dozen", "wounded", 6),
            expect("two third graders", "killed", 2),
        ],
    ),
    (
        "A third force and two quarters of the town are held.",
        [
            expect("two quarters of the town", "area_controlled_percent", 50, unit="percent", measure="stock"),
        ],
    ),
    (
        "They paid N200 million, KSh500,000 and 300 afghanis; the 300 Afghanis wore N95 masks on the N1.",
        [
            expect("N200 million", "money", 200_000_000, unit="naira"),
            expect("KSh500,000", "money", 500_000, unit="shillings"),
            expect("300 afghanis", "money", 300, unit="afghanis"),
        ],
    ),
    (
        "They paid 200 million naira, 500,000 birr, 3 million Congolese francs and 500 South Sudanese pounds.",
        [
            expect("200 million naira", "money", 200_000_000, unit="naira"),
            expect("500,000 birr", "money", 500_000, unit="birr"),
            expect("3 million Congolese francs", "money", 3_000_000, unit="francs"),
            expect("500 South Sudanese pounds", "money", 500, unit="pounds"),
        ],
    ),
    (
        "Of 20 candidates 12 won for three Turkish parties, and 4 million won prizes.",
        [
            expect("20 candidates", "other", 20, unit="candidates"),
            expect("three Turkish parties", "other", 3, unit="parties"),
            expect("4 million won prizes", "other", 4_000_000, unit="prizes"),
        ],
    ),
    (
        "Gunmen on motorbikes stormed a school and seized at least 300 girls.",
        [
            expect("at least 300 girls", "abducted", 300, hedge="at_least"),
        ],
    ),
    (
        "Forty boys were taken from a school by armed men.",
        [
            expect("Forty boys", "abducted", 40),
        ],
    ),
    (
        "Militants took 40 pupils hostage.",
        [
            expect("40 pupils", "abducted", 40),
        ],
    ),
    (
        "Bandits took 12 villagers from their homes.",
        [
            expect("12 villagers", "abducted", 12),
        ],
    ),
    (
        "Rebels took 12 soldiers prisoner.",
        [
            expect("12 soldiers", "captured", 12),
        ],
    ),
    (
        "Police seized 12 suspects in a raid.",
        [
            expect("12 suspects", "detained", 12),
        ],
    ),
    (
        "Gunmen seized 300 weapons and 12 villages.",
        [
            expect("300 weapons", "equipment", 300, unit="weapons"),
            expect("12 villages", "settlements", 12, unit="villages"),
        ],
    ),
    (
        "Bandits seized 300 kg of drugs.",
        [
            expect("300 kg", "other", 300, unit="kg"),
        ],
    ),
    (
        "Rebels said the army seized 12 villagers.",
        [
            expect("12 villagers", "other", 12),
        ],
    ),
    (
        "Rebels took 12 people to court.",
        [
            expect("12 people", "other", 12),
        ],
    ),
    (
        "12 people were taken to hospital by militants.",
        [
            expect("12 people", "other", 12),
        ],
    ),
    (
        "Soldiers took 12 people from the rubble.",
        [
            expect("12 people", "other", 12),
        ],
    ),
    (
        "The plan asks for $10.2 million, of which only 3.5 million has been received.",
        [
            expect("$10.2 million", "money", 10_200_000, unit="dollars"),
            expect("3.5 million", "money", 3_500_000, unit="dollars", part_of=0),
        ],
    ),
    (
        "The attack left 54 wounded, seven with gunshot wounds.",
        [
            expect("54", "wounded", 54),
            expect("seven", "wounded", 7, part_of=0),
        ],
    ),
    (
        "The attack wounded 54 people, three seriously.",
        [
            expect("54 people", "wounded", 54),
            expect("three", "wounded", 3, part_of=0),
        ],
    ),
    (
        "They won 30 seats, four with ease.",
        [
            expect("30 seats", "other", 30, unit="seats"),
        ],
    ),
    (
        "Five are missing out of 421.",
        [
            expect("Five", "missing", 5, measure="stock", part_of=1),
            expect("421", "other", 421),
        ],
    ),
    (
        "She scored five out of ten.",
        [],
    ),
    (
        "Twenty girls were abducted; seven had escaped.",
        [
            expect("Twenty girls", "abducted", 20),
            expect("seven", "other", 7),
        ],
    ),
    (
        "Gate 12 was freed and Flight 370 survived.",
        [],
    ),
    (
        "The toll rose to 21 from 15.",
        [
            expect("21", "killed", 21, measure="cumulative"),
            expect("15", "killed", 15, measure="cumulative"),
        ],
    ),
    (
        "No arrests were made.",
        [
            expect("No arrests", "detained", 0),
        ],
    ),
    (
        "No arrests were reported and no weapons were found.",
        [],
    ),
    (
        "Half of the city is under the control of the army.",
        [
            expect("Half of the city", "area_controlled_percent", 50, unit="percent", measure="stock"),
        ],
    ),
    (
        "The army controls two-thirds of Aleppo.",
        [
            expect("two-thirds of Aleppo", "area_controlled_percent", 66.67, unit="percent", measure="stock"),
        ],
    ),
    (
        "The US pledged $1.2 billion in aid.",
        [
            expect("$1.2 billion", "money", 1_200_000_000, unit="dollars"),
        ],
    ),
    (
        "Tens of families fled.",
        [
            expect("Tens of families", "displaced", None, unit="households", hedge="dozens"),
        ],
    ),
    (
        "Hundreds of thousands of people have been displaced since 2011.",
        [
            expect("Hundreds of thousands of people", "displaced", None, hedge="thousands", measure="cumulative"),
        ],
    ),
    (
        "Between 30 and 40 fighters were captured.",
        [
            expect("Between 30 and 40 fighters", "captured", (30, 40)),
        ],
    ),
    (
        "The number of dead rose from 20 to 50.",
        [
            expect("20", "killed", 20),
            expect("50", "killed", 50),
        ],
    ),
    (
        "The death toll has risen to 34.",
        [
            expect("34", "killed", 34, measure="cumulative"),
        ],
    ),
    (
        "Rebels fired 20 rockets at the base.",
        [
            expect("20 rockets", "strikes", 20, unit="rockets"),
        ],
    ),
    (
        "The army captured five villages and three tanks.",
        [
            expect("five villages", "settlements", 5, unit="villages"),
            expect("three tanks", "equipment", 3, unit="tanks"),
        ],
    ),
    (
        "Twelve Syrian soldiers and three civilians were killed.",
        [
            expect("Twelve Syrian soldiers", "killed", 12),
            expect("three civilians", "killed", 3),
        ],
    ),
    (
        "Police arrested more than 200 protesters.",
        [
            expect("more than 200 protesters", "detained", 200, hedge="more_than"),
        ],
    ),
    (
        "Some 1.5m people, or 15 per cent of the population, are displaced.",
        [
            expect("Some 1.5m people", "displaced", 1_500_000, hedge="about", measure="stock"),
            expect("15 per cent", "displaced", 15, unit="percent", measure="stock"),
        ],
    ),
    (
        "Two militants who killed three soldiers were arrested.",
        [
            expect("Two militants", "detained", 2),
            expect("three soldiers", "killed", 3),
        ],
    ),
    (
        "The militants killed three soldiers, wounded seven and captured two.",
        [
            expect("three soldiers", "killed", 3),
            expect("seven", "wounded", 7),
            expect("two", "captured", 2),
        ],
    ),
    (
        "As many as 300 people may have died.",
        [
            expect("As many as 300 people", "killed", 300, hedge="up_to"),
        ],
    ),
    (
        "The convoy of 40 trucks carried 500 tonnes of flour to 30,000 people.",
        [
            expect("40 trucks", "equipment", 40, unit="trucks"),
            expect("500 tonnes", "aid", 500, unit="tonnes"),
            expect("30,000 people", "other", 30_000),
        ],
    ),
    (
        "Several dozen people were wounded.",
        [
            expect("Several dozen people", "wounded", None, hedge="dozens"),
        ],
    ),
    (
        "At least two dozen villagers were abducted on 12 May.",
        [
            expect("At least two dozen villagers", "abducted", 24, hedge="at_least"),
        ],
    ),
    (
        "The siege lasted three years and five months.",
        [
            expect("three years", "duration", 3, unit="years"),
            expect("five months", "duration", 5, unit="months"),
        ],
    ),
    (
        "The village is 12 km north of the town and 300 m from the river.",
        [
            expect("12 km", "distance", 12, unit="km", measure="stock"),
            expect("300 m", "distance", 300, unit="m", measure="stock"),
        ],
    ),
    (
        "Nearly 300 people, mostly women, were trapped in the old city.",
        [
            expect("Nearly 300 people", "besieged", 300, hedge="nearly", measure="stock"),
        ],
    ),
    (
        "200+ people were killed, 200-odd were hurt, and 50 or more are missing.",
        [
            expect("200+ people", "killed", 200, hedge="at_least"),
            expect("200-odd", "wounded", 200, hedge="about"),
            expect("50 or more", "missing", 50, hedge="at_least", measure="stock"),
        ],
    ),
    (
        "5,000 to 6,000 people took to the streets.",
        [
            expect("5,000 to 6,000 people", "participants", (5000, 6000)),
        ],
    ),
    (
        "More than 100 families returned to their homes.",
        [
            expect("More than 100 families", "returned", 100, unit="households", hedge="more_than"),
        ],
    ),
    (
        "Call +963 11 555 1234 or 555-1234 for tickets at 10:30 a.m.",
        [],
    ),
    (
        "The team won 3-1 in the 2014-15 season.",
        [],
    ),
    (
        "Up to 70 people were killed or wounded in the strikes.",
        [
            expect("Up to 70 people", "casualties", 70, hedge="up_to"),
        ],
    ),
    (
        "He was one of two people who survived.",
        [
            expect("two people", "other", 2),
        ],
    ),
    (
        "One soldier was killed and another wounded.",
        [
            expect("One soldier", "killed", 1),
        ],
    ),
    (
        "One of the drones was shot down.",
        [],
    ),
    (
        "Under UN Security Council resolution 1701, 10,000 peacekeepers patrol the border.",
        [
            expect("10,000 peacekeepers", "fighters", 10_000, measure="stock"),
        ],
    ),
    (
        "In 2016, 2,000 people fled to Jordan.",
        [
            expect("2,000 people", "displaced", 2_000),
        ],
    ),
    (
        "The UN pledged $5 million to $10 million for shelters.",
        [
            expect("$5 million to $10 million", "money", (5000000, 10000000), unit="dollars"),
        ],
    ),
    (
        "Between 10% and 15% of residents have returned.",
        [
            expect("Between 10% and 15%", "returned", (10, 15), unit="percent", measure="cumulative"),
        ],
    ),
    (
        "The rebels hold 45 to 50 percent of the province.",
        [
            expect("45 to 50 percent", "area_controlled_percent", (45, 50), unit="percent", measure="stock"),
        ],
    ),
    (
        "An estimated 20 to 30 million people face hunger.",
        [
            expect("An estimated 20 to 30 million people", "other", (20000000, 30000000), hedge="estimated"),
        ],
    ),
    (
        "Half a million people were uprooted.",
        [
            expect("Half a million people", "displaced", 500_000),
        ],
    ),
    (
        "Two hundred and fifty families crossed the border on Monday.",
        [
            expect("Two hundred and fifty families", "other", 250, unit="households"),
        ],
    ),
    (
        "Government shelling killed at least 15 civilians, including three children and two nurses.",
        [
            expect("at least 15 civilians", "killed", 15, hedge="at_least"),
            expect("three children", "killed", 3, part_of=0),
            expect("two nurses", "killed", 2, part_of=0),
        ],
    ),
    (
        "Mortar fire killed six people, most of them women, and wounded 19 others.",
        [
            expect("six people", "killed", 6),
            expect("19", "wounded", 19),
        ],
    ),
    (
        "The group released 14 of its 33 captives.",
        [
            expect("14", "other", 14, part_of=1),
            expect("33 captives", "other", 33),
        ],
    ),
    (
        "Aid agencies delivered 1,200 food parcels and 35 tonnes of medicine to some 9,000 besieged residents.",
        [
            expect("1,200 food parcels", "aid", 1_200, unit="parcels"),
            expect("35 tonnes", "aid", 35, unit="tonnes"),
            expect("some 9,000 besieged residents", "besieged", 9_000, hedge="about", measure="stock"),
        ],
    ),
    (
        "The strike left 7 dead and 11 injured.",
        [
            expect("7 dead", "killed", 7),
            expect("11", "wounded", 11),
        ],
    ),
    (
        "Seven people died, 11 were injured and four are still missing.",
        [
            expect("Seven people", "killed", 7),
            expect("11", "wounded", 11),
            expect("four", "missing", 4, measure="stock"),
        ],
    ),
    (
        "The militia abducted scores of schoolgirls.",
        [
            expect("scores of schoolgirls", "abducted", None, hedge="dozens"),
        ],
    ),
    (
        "Warplanes carried out more than 60 air strikes on Tuesday.",
        [
            expect("more than 60 air strikes", "strikes", 60, unit="strikes", hedge="more_than"),
        ],
    ),
    (
        "A handful of fighters surrendered.",
        [
            expect("A handful of fighters", "captured", None, hedge="several"),
        ],
    ),
    (
        "The three-day truce covers a 15-km strip.",
        [
            expect("three-day", "duration", 3, unit="days"),
            expect("15-km", "distance", 15, unit="km", measure="stock"),
        ],
    ),
    (
        "The 300-metre tunnel was found on 3 June 2017.",
        [
            expect("300-metre", "distance", 300, unit="m", measure="stock"),
        ],
    ),
    (
        "She is one of eight siblings; her brother, 19, was shot dead.",
        [
            expect("eight siblings", "other", 8, unit="siblings"),
        ],
    ),
    (
        "The 35-year-old was among four men arrested on Friday.",
        [
            expect("four men", "detained", 4),
        ],
    ),
    (
        "Fewer than 100 families remain in the camp.",
        [
            expect("Fewer than 100 families", "remaining", 100, unit="households", hedge="fewer_than", measure="stock"),
        ],
    ),
    (
        "No fewer than 40 houses were burned down.",
        [
            expect("No fewer than 40 houses", "other", 40, unit="houses", hedge="at_least"),
        ],
    ),
    (
        "Up to a third of the town's 60,000 residents have left their homes.",
        [
            expect("Up to a third", "displaced", 33.33, unit="percent", hedge="up_to", measure="cumulative"),
            expect("60,000 residents", "other", 60_000),
        ],
    ),
    (
        "One in three houses has been destroyed.",
        [
            expect("One in three houses", "other", 33.33, unit="percent"),
        ],
    ),
    (
        "Casualties: 12 dead, 30 wounded.",
        [
            expect("12 dead", "killed", 12),
            expect("30", "wounded", 30),
        ],
    ),
    (
        "Number of displaced families: 452",
        [
            expect("452", "displaced", 452, unit="households"),
        ],
    ),
    (
        "About 70 per cent of the old city has been recaptured, the army said.",
        [
            expect("About 70 per cent", "area_controlled_percent", 70, unit="percent", hedge="about", measure="stock"),
        ],
    ),
    (
        "The army said it had recaptured 12 sq km and three villages.",
        [
            expect("12 sq km", "area", 12, unit="km2", measure="stock"),
            expect("three villages", "settlements", 3, unit="villages"),
        ],
    ),
    (
        "The convoy was 5 km long and carried 10,000 litres of fuel.",
        [
            expect("5 km", "distance", 5, unit="km", measure="stock"),
            expect("10,000 litres", "other", 10_000, unit="litres"),
        ],
    ),
    (
        "Some 1.3m refugees live in the country, which has a population of 4.5m.",
        [
            expect("Some 1.3m refugees", "displaced", 1_300_000, hedge="about", measure="stock"),
            expect("4.5m", "other", 4_500_000),
        ],
    ),
    (
        "Under UN resolution 1325, 15 countries met in Geneva for the G20.",
        [
            expect("15 countries", "other", 15, unit="countries"),
        ],
    ),
    (
        "MiG-29 and Su-25 jets hit the M5 highway near Camp 22.",
        [],
    ),
    (
        "Over the past two weeks more than 3,000 people have fled.",
        [
            expect("more than 3,000 people", "displaced", 3_000, hedge="more_than", measure="cumulative"),
        ],
    ),
    (
        "At 5 p.m. on Tuesday, four rockets landed near the airport.",
        [
            expect("four rockets", "strikes", 4, unit="rockets"),
        ],
    ),
    (
        "The war has killed more than 350,000 people since 2011.",
        [
            expect("more than 350,000 people", "killed", 350_000, hedge="more_than", measure="cumulative"),
        ],
    ),
    (
        "The shelling killed 3 and injured 5 in the village of al-Bab.",
        [
            expect("3", "killed", 3),
            expect("5", "wounded", 5),
        ],
    ),
    (
        "Thousands marched through the capital.",
        [
            expect("Thousands", "participants", None, hedge="thousands"),
        ],
    ),
    (
        "Hundreds of protesters gathered outside parliament.",
        [
            expect("Hundreds of protesters", "participants", None, hedge="hundreds"),
        ],
    ),
    (
        "Three soldiers and one civilian were killed, the governor said.",
        [
            expect("Three soldiers", "killed", 3),
            expect("one civilian", "killed", 1),
        ],
    ),
    (
        "Twenty-one people were hanged.",
        [
            expect("Twenty-one people", "killed", 21),
        ],
    ),
    (
        "The monitor put the toll at 87, of whom 23 were children.",
        [
            expect("87", "killed", 87, measure="cumulative"),
            expect("23", "killed", 23, measure="cumulative", part_of=0),
        ],
    ),
    (
        "The two sides exchanged 200 prisoners.",
        [
            expect("200 prisoners", "detained", 200),
        ],
    ),
    (
        "The army killed dozens of militants and destroyed six pickup trucks.",
        [
            expect("dozens of militants", "killed", None, hedge="dozens"),
            expect("six pickup trucks", "equipment", 6, unit="trucks"),
        ],
    ),
    (
        "The bombing killed 20 people, 12 of them soldiers.",
        [
            expect("20 people", "killed", 20),
            expect("12", "killed", 12, part_of=0),
        ],
    ),
    (
        "Only 400 people were left in the town, down from 8,000 in 2012.",
        [
            expect("400 people", "remaining", 400, measure="stock"),
            expect("8,000", "remaining", 8_000, measure="stock"),
        ],
    ),
    (
        "The population fell from 120,000 to 15,000.",
        [
            expect("120,000", "other", 120_000),
            expect("15,000", "other", 15_000),
        ],
    ),
    (
        "Clashes killed 5-10 fighters.",
        [
            expect("5-10 fighters", "killed", (5, 10)),
        ],
    ),
    (
        "He won 54-46.",
        [],
    ),
    (
        "A 7.8-magnitude earthquake killed 1,700 people.",
        [
            expect("1,700 people", "killed", 1_700),
        ],
    ),
    (
        "The ministry's 2016 report listed 64 attacks.",
        [
            expect("64 attacks", "strikes", 64, unit="attacks"),
        ],
    ),
    (
        "Forty-two migrants drowned off the coast.",
        [
            expect("Forty-two migrants", "killed", 42),
        ],
    ),
    (
        "Nearly 2,500 civilians have been evacuated from the enclave over the last 48 hours.",
        [
            expect("Nearly 2,500 civilians", "displaced", 2_500, hedge="nearly", measure="cumulative"),
        ],
    ),
    (
        "15 people were killed; among them were four women.",
        [
            expect("15 people", "killed", 15),
            expect("four women", "killed", 4, part_of=0),
        ],
    ),
    (
        "Two car bombs killed 30 soldiers, the deadliest in 3 years.",
        [
            expect("Two car bombs", "strikes", 2, unit="bombs"),
            expect("30 soldiers", "killed", 30),
            expect("3 years", "duration", 3, unit="years"),
        ],
    ),
    (
        "Troops killed 11 of the attackers.",
        [
            expect("11 of the attackers", "killed", 11),
        ],
    ),
    (
        "The dead include 5 policemen.",
        [
            expect("5 policemen", "killed", 5),
        ],
    ),
    (
        "12 soldiers, 3 policemen and 2 civilians were killed.",
        [
            expect("12 soldiers", "killed", 12),
            expect("3 policemen", "killed", 3),
            expect("2 civilians", "killed", 2),
        ],
    ),
    (
        "Of the 90 wounded, 14 are in critical condition.",
        [
            expect("90", "wounded", 90),
            expect("14", "wounded", 14, part_of=0),
        ],
    ),
    (
        "Nobody was hurt.",
        [
            expect("Nobody", "wounded", 0),
        ],
    ),
    (
        "There were no reports of casualties.",
        [],
    ),
    (
        "The river rose 2.5 metres.",
        [
            expect("2.5 metres", "distance", 2.5, unit="m", measure="stock"),
        ],
    ),
    (
        "The city of 200,000 people is under siege.",
        [
            expect("200,000 people", "besieged", 200_000, measure="stock"),
        ],
    ),
    (
        "The UN says 6.1 million people are internally displaced and 5 million are refugees.",
        [
            expect("6.1 million people", "displaced", 6_100_000, measure="stock"),
            expect("5 million", "displaced", 5_000_000, measure="stock"),
        ],
    ),
    (
        "The plan involves two phases and 3,500 troops.",
        [
            expect("two phases", "other", 2, unit="phases"),
            expect("3,500 troops", "fighters", 3_500, measure="stock"),
        ],
    ),
    (
        "The government raised the death toll from 31 to 44.",
        [
            expect("31", "killed", 31, measure="cumulative"),
            expect("44", "killed", 44, measure="cumulative"),
        ],
    ),
    (
        "More than a dozen people, among them a doctor, were killed.",
        [
            expect("More than a dozen people", "killed", 12, hedge="more_than"),
        ],
    ),
    (
        "More than one million people have fled.",
        [
            expect("More than one million people", "displaced", 1_000_000, hedge="more_than", measure="cumulative"),
        ],
    ),
    (
        "More than one person was killed.",
        [
            expect("More than one person", "killed", 1, hedge="more_than"),
        ],
    ),
    (
        "Officials said 8-year-old twins were among the 6 dead.",
        [
            expect("6 dead", "killed", 6),
        ],
    ),
    (
        "Around 1,000-1,500 ISIS militants are believed to be holed up in the city.",
        [
            expect("Around 1,000-1,500 ISIS militants", "fighters", (1000, 1500), hedge="about", measure="stock"),
        ],
    ),
    (
        "Insurgents took 40 hostages and killed three.",
        [
            expect("40 hostages", "abducted", 40),
            expect("three", "killed", 3),
        ],
    ),
    (
        "The Syrian army lost control of the town; 14 soldiers surrendered, and four tanks were seized.",
        [
            expect("14 soldiers", "captured", 14),
            expect("four tanks", "equipment", 4, unit="tanks"),
        ],
    ),
    (
        "Two-thirds of the 90 hostages were freed, the ministry said.",
        [
            expect("Two-thirds", "other", 66.67, unit="percent"),
            expect("90 hostages", "abducted", 90),
        ],
    ),
    (
        "The storm forced 1,000 people to flee and destroyed 300 homes, leaving 40 families homeless.",
        [
            expect("1,000 people", "displaced", 1_000),
            expect("300 homes", "other", 300, unit="homes"),
            expect("40 families", "displaced", 40, unit="households"),
        ],
    ),
    (
        "At least 9 of the 12 crew members survived.",
        [
            expect("At least 9", "other", 9, hedge="at_least", part_of=1),
            expect("12 crew members", "other", 12),
        ],
    ),
    (
        "An air strike on a market killed 21 people, wounding scores more.",
        [
            expect("21 people", "killed", 21),
            expect("scores", "wounded", None, hedge="dozens"),
        ],
    ),
    (
        "The attack left one dead and two injured.",
        [
            expect("one dead", "killed", 1),
            expect("two", "wounded", 2),
        ],
    ),
    (
        "The UN verified 1,215 deaths and 3,904 injuries.",
        [
            expect("1,215 deaths", "killed", 1_215),
            expect("3,904 injuries", "wounded", 3_904),
        ],
    ),
    (
        "Gunmen kidnapped 10 aid workers and demanded a ransom of €2m.",
        [
            expect("10 aid workers", "abducted", 10),
            expect("€2m", "money", 2_000_000, unit="EUR"),
        ],
    ),
    (
        "About 3,500 of the 5,000 residents have fled.",
        [
            expect("About 3,500", "displaced", 3_500, hedge="about", measure="cumulative", part_of=1),
            expect("5,000 residents", "other", 5_000),
        ],
    ),
    (
        "More than 80,000 people are living in camps for the displaced.",
        [
            expect("More than 80,000 people", "displaced", 80_000, hedge="more_than", measure="stock"),
        ],
    ),
    (
        "Nearly three quarters of the province is now in government hands.",
        [
            expect(
                "Nearly three quarters of the province",
                "area_controlled_percent",
                75,
                unit="percent",
                hedge="nearly",
                measure="stock",
            ),
        ],
    ),
    (
        "Close to 2 million returned home last year.",
        [
            expect("Close to 2 million", "returned", 2_000_000, hedge="nearly"),
        ],
    ),
    (
        "Police detained 36 demonstrators, 11 of whom were released.",
        [
            expect("36 demonstrators", "detained", 36),
            expect("11", "other", 11, part_of=0),
        ],
    ),
    (
        "Rockets hit the town, killing one child and injuring her two brothers.",
        [
            expect("one child", "killed", 1),
            expect("two brothers", "wounded", 2),
        ],
    ),
    (
        "A convoy carrying 2,500 blankets and 400 tents reached the town.",
        [
            expect("2,500 blankets", "aid", 2_500, unit="blankets"),
            expect("400 tents", "aid", 400, unit="tents"),
        ],
    ),
    (
        "The 101st Division, with some 6,000 soldiers, crossed Highway 5 at Kilometre 30.",
        [
            expect("some 6,000 soldiers", "fighters", 6_000, hedge="about", measure="stock"),
        ],
    ),
    (
        "On 14 and 15 March, 220 families arrived.",
        [
            expect("220 families", "other", 220, unit="households"),
        ],
    ),
    (
        "As of 1 May, 45 of the district's 60 villages were under rebel control.",
        [
            expect("45", "settlements", 45, unit="villages", part_of=1),
            expect("60 villages", "settlements", 60, unit="villages"),
        ],
    ),
    (
        "Up to 20,000 people a day cross the border.",
        [
            expect("Up to 20,000 people", "other", 20_000, hedge="up_to"),
        ],
    ),
    (
        "The 1994 genocide, the 2015 deal and the 1,500-year-old monastery were mentioned.",
        [],
    ),
    (
        "The hotline is 0800 123 456, the flight is MH17, and the score was 2-2.",
        [],
    ),
    (
        "The group of 77 met on Resolution 242 in Room 12.",
        [],
    ),
    (
        "None of the 14 passengers was hurt.",
        [
            expect("None", "wounded", 0, part_of=1),
            expect("14 passengers", "other", 14),
        ],
    ),
    (
        "Clashes killed or wounded 60 fighters.",
        [
            expect("60 fighters", "casualties", 60),
        ],
    ),
    (
        "The river flooded 1.500 houses.",
        [
            expect("1.500 houses", "other", 1_500, unit="houses"),
        ],
    ),
    (
        "Rescuers pulled 12 bodies from the rubble.",
        [
            expect("12 bodies", "killed", 12),
        ],
    ),
    (
        "The strikes claimed 19 lives.",
        [
            expect("19 lives", "killed", 19),
        ],
    ),
    (
        "Some 2k people were evacuated, the mayor wrote.",
        [
            expect("Some 2k people", "displaced", 2_000, hedge="about"),
        ],
    ),
    (
        "About 2,14,000 people were affected.",
        [
            expect("About 2,14,000 people", "other", 214_000, hedge="about"),
        ],
    ),
    (
        "The camp hosts 61, 000 people.",
        [
            expect("61, 000 people", "other", 61_000),
        ],
    ),
    (
        "Between June 6 and June 9, the army took five villages.",
        [
            expect("five villages", "settlements", 5, unit="villages"),
        ],
    ),
    (
        "In Idlib eight civilians including three children were killed in air strikes.",
        [
            expect("eight civilians", "killed", 8),
            expect("three children", "killed", 3, part_of=0),
        ],
    ),
    (
        "The attack claimed the lives of 3 people.",
        [
            expect("3 people", "killed", 3),
        ],
    ),
    (
        "The death toll from the blast in the northern city has reached at least 126.",
        [
            expect("at least 126", "killed", 126, hedge="at_least", measure="cumulative"),
        ],
    ),
    (
        "On September 10, 2013 strikes hit the town.",
        [],
    ),
    (
        "On September 10 2013 strikes hit the town.",
        [],
    ),
    (
        "Five children and four medical staff were killed.",
        [
            expect("Five children", "killed", 5),
            expect("four medical staff", "killed", 4),
        ],
    ),
    (
        "Dozens of shells fell on the town.",
        [
            expect("Dozens of shells", "strikes", None, unit="shells", hedge="dozens"),
        ],
    ),
    (
        "Nearly 30,000 U.S. soldiers are in the country.",
        [
            expect("Nearly 30,000 U.S. soldiers", "fighters", 30_000, hedge="nearly", measure="stock"),
        ],
    ),
    (
        "The trial of two officers for killing 6 clergymen opened.",
        [
            expect("two officers", "other", 2),
            expect("6 clergymen", "killed", 6),
        ],
    ),
    (
        "The blast killed 12 Americans and 18 Syrians.",
        [
            expect("12 Americans", "killed", 12),
            expect("18 Syrians", "killed", 18),
        ],
    ),
    (
        "Ten days before the vote 40 Kurds fled.",
        [
            expect("40 Kurds", "displaced", 40),
        ],
    ),
    (
        "The toll was 12. U.S. soldiers came.",
        [
            expect("12", "killed", 12, measure="cumulative"),
        ],
    ),
    (
        "They killed 5. S. Smith died.",
        [
            expect("5", "killed", 5),
        ],
    ),
    (
        "Some 30 IS militants held two IS-held towns.",
        [
            expect("Some 30 IS militants", "fighters", 30, hedge="about", measure="stock"),
            expect("two IS-held towns", "settlements", 2, unit="towns"),
        ],
    ),
    (
        "Of 41 drones, 27 were shot down.",
        [
            expect("41 drones", "equipment", 41, unit="drones"),
            expect("27", "equipment", 27, unit="drones", part_of=0),
        ],
    ),
    (
        "Three in four houses in the old town were damaged.",
        [
            expect("Three in four houses", "other", 75, unit="percent"),
        ],
    ),
    (
        "At least 5 UN peacekeepers and 12 al Qaeda fighters were captured.",
        [
            expect("At least 5 UN peacekeepers", "captured", 5, hedge="at_least"),
            expect("12 al Qaeda fighters", "captured", 12),
        ],
    ),
    (
        "The convoy brought $5 m in cash and €1.5bn in loans.",
        [
            expect("$5 m", "money", 5_000_000, unit="dollars"),
            expect("€1.5bn", "money", 1_500_000_000, unit="EUR"),
        ],
    ),
    (
        "It took about 5 1/2 hours to bring 3 1/2 tonnes of rice.",
        [
            expect("about 5 1/2 hours", "duration", 5.5, unit="hours", hedge="about"),
            expect("3 1/2 tonnes", "other", 3.5, unit="tonnes"),
        ],
    ),
    (
        "The vote was 5 1/3 in May, and he fled 1 1/2 years ago.",
        [],
    ),
    (
        "They paid millions of dollars for hundreds of years, hundreds of metres from dozens of barrel bombs.",
        [
            expect("millions of dollars", "money", None, unit="dollars", hedge="thousands"),
            expect("hundreds of years", "duration", None, unit="years", hedge="hundreds"),
            expect("hundreds of metres", "distance", None, unit="m", hedge="hundreds", measure="stock"),
            expect("dozens of barrel bombs", "equipment", None, unit="bombs", hedge="dozens"),
        ],
    ),
    (
        "After four more days of fighting one further kilometre was lost, and 12 more than before.",
        [
            expect("four more days", "duration", 4, unit="days"),
            expect("one further kilometre", "distance", 1, unit="km", measure="stock"),
        ],
    ),
    (
        "The raids destroyed 20 anti-aircraft artillery systems, 12 aircraft and 224 artillery and mortar systems.",
        [
            expect("20 anti-aircraft artillery systems", "equipment", 20, unit="systems"),
            expect("12 aircraft", "equipment", 12, unit="aircraft"),
            expect("224 artillery and mortar systems", "equipment", 224, unit="systems"),
        ],
    ),
    (
        "At least 70 regime and rebel fighters were killed, as were 12 Taliban and wounded soldiers.",
        [
            expect("At least 70 regime and rebel fighters", "killed", 70, hedge="at_least"),
        ],
    ),
    (
        "The army killed 12 and wounded 30 soldiers.",
        [
            expect("12", "killed", 12),
            expect("30 soldiers", "wounded", 30),
        ],
    ),
    (
        "The arrest brought to nine the number of people in custody.",
        [
            expect("nine", "detained", 9),
        ],
    ),
    (
        "Eight of those are in custody, the others in the custody court.",
        [
            expect("Eight", "detained", 8, measure="stock"),
        ],
    ),
    (
        "The house stands 300m (984ft) from the market.",
        [
            expect("300m (984ft)", "distance", 300, unit="m", measure="stock"),
        ],
    ),
    (
        "The camp is about 30km (19 miles) south of 12 sq km (about 4.6 square miles) of burnt forest.",
        [
            expect("about 30km", "distance", 30, unit="km", hedge="about", measure="stock"),
            expect("12 sq km", "area", 12, unit="km2", measure="stock"),
        ],
    ),
    (
        "They had to go 12 km (5 miles of it uphill) and paid $50m (£40m) for it.",
        [
            expect("12 km", "distance", 12, unit="km", measure="stock"),
            expect("5 miles", "distance", 5, unit="miles", measure="stock"),
            expect("$50m", "money", 50_000_000, unit="dollars"),
            expect("£40m", "money", 40_000_000, unit="GBP"),
        ],
    ),
    (
        "They held two villages (19 miles apart).",
        [
            expect("two villages", "settlements", 2, unit="villages"),
            expect("19 miles", "distance", 19, unit="miles", measure="stock"),
        ],
    ),
    (
        "They drove 50m north and dug 3.5 m deep.",
        [
            expect("50m north", "distance", 50, unit="m", measure="stock"),
            expect("3.5 m", "distance", 3.5, unit="m", measure="stock"),
        ],
    ),
    (
        "The council voted 15 to 0 on the two-year plan.",
        [
            expect("two-year", "duration", 2, unit="years"),
        ],
    ),
    (
        "Up to 100 men, aged 18 to 45, were taken prisoner.",
        [
            expect("Up to 100 men", "captured", 100, hedge="up_to"),
        ],
    ),
    (
        "A total of 1,964 households were displaced, and a further 300 are at risk.",
        [
            expect("1,964 households", "displaced", 1_964, unit="households", measure="cumulative"),
        ],
    ),
    (
        "Fighting since May has displaced 45,000 people, 60 percent of them children.",
        [
            expect("45,000 people", "displaced", 45_000, measure="cumulative"),
            expect("60 percent", "other", 60, unit="percent"),
        ],
    ),
    (
        "Wardens detained 40 villagers, of whom 12 were later released.",
        [
            expect("40 villagers", "detained", 40),
            expect("12", "other", 12, part_of=0),
        ],
    ),
    (
        "The police detained 46 suspects, of whom 38 were remanded in custody.",
        [
            expect("46 suspects", "detained", 46),
            expect("38", "detained", 38, part_of=0),
        ],
    ),
    (
        "The raid killed 14 men, six of whom were believed to be guards.",
        [
            expect("14 men", "killed", 14),
            expect("six", "killed", 6, part_of=0),
        ],
    ),
    (
        "The raid wounded at least 14, six of them badly.",
        [
            expect("at least 14", "wounded", 14, hedge="at_least"),
            expect("six", "wounded", 6, part_of=0),
        ],
    ),
    (
        "Two men died and four others sustained serious burns.",
        [
            expect("Two men", "killed", 2),
            expect("four", "wounded", 4),
        ],
    ),
    (
        "Some 22 people were being treated for gunshot wounds, and 12 for cholera.",
        [
            expect("Some 22 people", "wounded", 22, hedge="about"),
        ],
    ),
    (
        "Three passengers suffered no injuries.",
        [
            expect("Three passengers", "other", 3),
            expect("no injuries", "wounded", 0),
        ],
    ),
    (
        "The 2022 truce deal ends as the 2023 Relief Plan requires US$2.6 billion.",
        [
            expect("US$2.6 billion", "money", 2_600_000_000, unit="USD"),
        ],
    ),
    (
        "The 2000 soldiers and their 2000 tonnes of flour passed the 2000 tents and Nepal's 2015 quake ruins.",
        [
            expect("2000 soldiers", "fighters", 2000, measure="stock"),
            expect("2000 tonnes", "aid", 2000, unit="tonnes"),
            expect("2000 tents", "aid", 2000, unit="tents"),
        ],
    ),
    ("Troops eliminated four militants.", [expect("four militants", "killed", 4)]),
    ("Three rebels were later neutralised.", [expect("Three rebels", "killed", 3)]),
    ("Four rebels have neutralised the alarm.", [expect("Four rebels", "fighters", 4, measure="stock")]),
    ("The firm eliminated two workers.", [expect("two workers", "other", 2)]),
    ("Two candidates were eliminated.", [expect("Two candidates", "other", 2, unit="candidates")]),
    ("The blast killed a woman and her two children.", [expect("two children", "killed", 2)]),
    ("The strike killed a man, his wife and two sons near Bara.", [expect("two sons", "killed", 2)]),
    ("The strike killed a guard and two men entered.", [expect("two men", "other", 2)]),
    ("The strike killed a guard and two men were arrested.", [expect("two men", "detained", 2)]),
    ("He met a man and two women.", [expect("two women", "other", 2)]),
    (
        "Some 150 families had left the area.",
        [expect("Some 150 families", "displaced", 150, unit="households", hedge="about")],
    ),
    (
        "Some 150 soldiers had left the area.",
        [expect("Some 150 soldiers", "fighters", 150, hedge="about", measure="stock")],
    ),
    ("Twelve people left the city centre.", [expect("Twelve people", "other", 12)]),
    ("Twelve people were left in the area.", [expect("Twelve people", "remaining", 12, measure="stock")]),
    ("One of its soldiers was wounded.", [expect("One of its soldiers", "wounded", 1)]),
    ("Two of my staff were beaten.", [expect("Two of my staff", "other", 2)]),
    ("One of its soldiers was from Bara.", []),
    ("The one of its soldiers was wounded.", []),
    ("One of its soldiers has returned.", []),
    (
        "Eight people were killed in Khost, five women, two children and a guard among them.",
        [
            expect("Eight people", "killed", 8),
            expect("five women", "killed", 5, part_of=0),
            expect("two children", "killed", 2, part_of=0),
        ],
    ),
    (
        "Eight people were killed, five women were hurt and no child was among them.",
        [
            expect("Eight people", "killed", 8),
            expect("five women", "wounded", 5),
        ],
    ),
    (
        "They lost $30 million, including 16 per cent and six drones, and 40 vehicles, including two tanks.",
        [
            expect("$30 million", "money", 30_000_000, unit="dollars"),
            expect("16 per cent", "other", 16, unit="percent"),
            expect("six drones", "equipment", 6, unit="drones"),
            expect("40 vehicles", "equipment", 40, unit="vehicles"),
            expect("two tanks", "equipment", 2, unit="tanks", part_of=3),
        ],
    ),
    (
        "He gave $40 million, including $6 million for food, of which two thirds went to Bara.",
        [
            expect("$40 million", "money", 40_000_000, unit="dollars"),
            expect("$6 million", "money", 6_000_000, unit="dollars", part_of=0),
            expect("two thirds", "other", 66.67, unit="percent", part_of=1),
        ],
    ),
    ("Output changed by -6% in May.", []),
    (
        "The number of munitions dropped on the city now totals 6,602.",
        [expect("6,602", "strikes", 6602, unit="munitions", measure="cumulative")],
    ),
    (
        "The number of people killed in Darin totalled at least 602.",
        [expect("at least 602", "killed", 602, hedge="at_least", measure="cumulative")],
    ),
    ("The latest deaths bring the total to 922.", [expect("922", "killed", 922, measure="cumulative")]),
    ("The new arrests brought the total to 40.", [expect("40", "detained", 40, measure="cumulative")]),
    (
        "Two to three hundred thousand people fled.",
        [
            expect("Two to three hundred thousand people", "displaced", (200_000, 300_000)),
        ],
    ),
    (
        "Twenty to one hundred thousand people fled.",
        [
            expect("Twenty to one hundred thousand people", "displaced", (20_000, 100_000)),
        ],
    ),
    ("The mayor brought the total to 922.", []),
    ("The cost now totals 6,602, and repairs bring the total to 40.", []),
    ("The number of raids is known; it totals 40.", []),
    ("Output fell 5-6% in May.", [expect("5-6%", "other", (5, 6), unit="percent")]),
]


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_every_figure_of_a_hard_sentence_is_read_and_nothing_else(sentence: str, expected: list[Expected]) -> None:
    found = find_figures(sentence)
    assert expected == [seen(quantity) for quantity in found]
    assert [sentence[quantity.start : quantity.end] for quantity in found] == [q.text for q in found]
