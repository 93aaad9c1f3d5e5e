from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.reading import find_dateline, sentences
from summarize.sentences import LONG_QUOTATION, WINDOW


def split(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


@pytest.mark.parametrize(
    "kept",
    [
        "The U.N. said that Gen. Omar and Lt. Col. Ali had met Mr. X on Friday.",
        "J. K. Row of the U.S. Army reached al-Sukhna at 5 p.m. Monday.",
        "“Every last block ... and every house … is fought for,” she said.",
        "The Gov. of the eastern prov. said that approx. 50 km. of road were cut.",
        "The army, acting under No. 5 Order of Sept. 5 last year, took 3.5 km of road.",
        "Then ''it is hard'' said Ms. Example, who stayed.",
        "The group (I.S.)—known as the I.S.—left.",
        "“Is it over?” he asked.",
    ],
)
def test_a_sentence_with_abbreviations_or_quotations_stays_whole(kept: str) -> None:
    assert split(kept) == [kept]


@pytest.mark.parametrize(
    "expected",
    [
        ["The army left at 5 p.m.", "Then it rained."],
        ["It was in the U.S.", "The army left."],
        ["The siege ended on 2 May.", "A convoy arrived in May.", "The road was open."],
        ["He said: “It is over.”", "The next day they left."],
        ['"Fighters fled."', "The mayor stayed."],
        ["It ended…", "The rest left."],
        ["They left (see the map).", "Others stayed."],
        ["[Editor’s note: names were changed.]", "The army left."],
        ["It was over.", "al-Sukhna had fallen."],
        ["“We won,” he said.", "“They left."],
        ["Он сказал.", "Она ушла."],
        ["他说。", "她走了。"],
    ],
)
def test_two_sentences_are_told_apart(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_every_line_of_a_list_is_a_sentence_of_its_own() -> None:
    text = "It hit:\n• a school\n- a market\n1. the Omar clinic\n2. a bridge.\n"
    assert split(text) == ["It hit:", "• a school", "- a market", "1. the Omar clinic", "2. a bridge."]


def test_a_headline_without_a_full_stop_is_a_heading_in_its_own_paragraph() -> None:
    found = sentences("Army takes town\nThe army took the town.\r\n\r\nIt rained.")
    assert [(s.heading, s.paragraph) for s in found] == [(True, 0), (False, 1), (False, 2)]


def test_a_text_of_nothing_but_a_headline_is_running_text() -> None:
    assert [s.heading for s in sentences("Army takes town")] == [False]


@pytest.mark.parametrize("line", ["The dead were:", "• A school was hit", "“It is over.”", "word " * 40])
def test_a_lead_in_a_list_item_a_quotation_and_a_long_line_are_no_headings(line: str) -> None:
    assert not sentences(f"{line}\nThe army left.")[0].heading


def test_the_time_stamp_of_a_live_blog_does_not_end_a_sentence() -> None:
    assert split("14:32 GMT Fighters left. 14:40 GMT Others came.") == [
        "14:32 GMT Fighters left.",
        "14:40 GMT Others came.",
    ]


def test_hard_wrapped_lines_are_joined_and_their_breaks_kept_in_the_text() -> None:
    text = (
        "The army, which had been moving for\nthree days, took the town on Friday and\n"
        "Mayor Omar left. The governor stayed and\nspoke.\n\nIt rained."
    )
    expected = [
        "The army, which had been moving for\nthree days, took the town on Friday and\nMayor Omar left.",
        "The governor stayed and\nspoke.",
        "It rained.",
    ]
    assert expected == split(text)


def test_hard_wrapped_capitals_are_joined_and_a_heading_between_them_is_not() -> None:
    text = (
        "OFFICIALS REPORTED ON FRIDAY THAT THE NATIONAL\nARMY HAD LEFT THE TOWN OF DARIN AND THE HILLS\n"
        "AROUND IT.\n\nROBBERY\nTHE MAYOR SAID THAT TWO SHOPS HAD BEEN LOOTED IN\nTHE NIGHT."
    )
    assert [s.text.split()[0] for s in sentences(text)] == ["OFFICIALS", "ROBBERY", "THE"]
    assert [s.heading for s in sentences(text)] == [False, True, False]


def test_a_sentence_that_ends_in_a_note_mark_is_no_heading() -> None:
    assert not sentences("The town fell in May.[3]\nIt was retaken in June.[4][5]")[0].heading


def test_carriage_returns_and_no_break_spaces_count_as_the_characters_they_are() -> None:
    text = "One\u00a0man left.\r\nTwo men\u00a0stayed.\r\n"
    assert [(s.start, s.end) for s in sentences(text)] == [(0, 13), (15, 30)]


def test_a_dateline_is_not_part_of_the_first_sentence() -> None:
    text = "BEIRUT, Aug 6, 2017 (Agency) - The army left. It rained."
    assert split(text) == ["The army left.", "It rained."]


def test_a_date_on_a_line_of_its_own_is_no_sentence() -> None:
    assert split("Army takes town\nSunday, 6 August 2017\nThe army left.") == [
        "Army takes town",
        "The army left.",
    ]


def test_a_long_quotation_is_split_at_the_sentences_inside_it() -> None:
    said = "Our house in the old town was hit at night. " * 12
    found = split(f"“{said.strip()}” The army denied it.")
    assert [len(found), all(len(sentence) < LONG_QUOTATION for sentence in found)] == [13, True]


def test_half_a_surrogate_pair_is_a_character_like_any_other() -> None:
    assert split("The army \ud800 left. It rained.") == ["The army \ud800 left.", "It rained."]


@pytest.mark.parametrize("space", ["\xa0", "\u2009", "\u202f", "\u3000", "\xa0\xa0", " \u202f"])
def test_a_wide_space_between_an_initial_and_its_full_stop_is_a_space(space: str) -> None:
    text = "A U@.N. team came. It left."
    plain = " " * len(space)
    assert [one.replace(space, plain) for one in split(text.replace("@", space))] == split(text.replace("@", plain))
    assert sentences(text.replace("@", space))[-1].text == "It left."


@pytest.mark.parametrize("text", ["", "  \n\t ", "2017-08-06\n"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    assert sentences(text) == ()


def test_the_seed_has_its_sixteen_sentences_and_its_dateline_is_none_of_them() -> None:
    seed = Path(__file__).parents[2] / "seeds" / "000_798dc3de459ced19.txt"
    found = sentences(seed.read_text(encoding="utf-8"))
    assert (len(found), found[0].start, found[0].text[:24]) == (16, 17, "Syrian government troops")
    assert not any(sentence.heading for sentence in found)


PIECES = st.sampled_from(
    [
        *'aZé.!?…"“”‘’«»()[]-–—•_ \n\r\t\u00a0\u2028 12我א',
        "U.S. ",
        "Gen. ",
        "al-",
        " said ",
        "2017-08-06",
        "\r\n",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80))
@example("(" * WINDOW + ". " + "x" * WINDOW + ".")
@example("date 2017-08-06 Army left.\n\nBEIRUT (Agency) - It rained.")
@settings(max_examples=150)
def test_sentences_are_in_order_and_hold_every_word_that_is_no_dateline(text: str) -> None:
    found = sentences(text)
    covered = {place for s in found for place in range(s.start, s.end)}
    dateline = {place for start, end in find_dateline(text).spans for place in range(start, end)}
    words = {place for place, character in enumerate(text) if not character.isspace()}

    assert [s.text for s in found] == [text[s.start : s.end] for s in found]
    assert sum(s.end - s.start for s in found) == len(covered)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert list(range(1, len(found) + 1)) == [s.number for s in found]
    assert words - dateline <= covered
    assert not covered & dateline
    assert all(s.text == s.text.strip() != "" for s in found)
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


@pytest.mark.parametrize("pattern", ["“", "word ", "x", "a. ", "(", " ", "BEIRUT ", "word word\n"])
def test_a_monotonous_text_is_split_in_bounded_time(pattern: str) -> None:
    text = pattern * (60_000 // len(pattern))
    assert all(s.end - s.start <= 3 * WINDOW for s in sentences(text))
