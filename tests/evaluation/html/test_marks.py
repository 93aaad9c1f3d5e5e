"""Marks cut an article into pieces, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.evaluation.html.marks import STATES, Mark, pieces

_MARKS = st.lists(
    st.builds(
        lambda start, length, number, state: Mark(start, start + length, number, state),
        st.integers(0, 40),
        st.integers(1, 20),
        st.integers(1, 4),
        st.sampled_from([None, *STATES]),
    ),
    max_size=8,
)


@given(st.text(max_size=50), _MARKS)
def test_the_pieces_are_the_article(text: str, marks: list[Mark]) -> None:
    assert text == "".join(piece.text for piece in pieces(text, marks))


@given(st.text(max_size=50), _MARKS)
def test_a_mark_covers_its_own_words_and_no_others(text: str, marks: list[Mark]) -> None:
    for number in {mark.number for mark in marks}:
        told = [mark for mark in marks if mark.number == number and mark.state is not None]
        expected = {at for mark in told for at in range(mark.start, min(mark.end, len(text)))}
        found, at = set(), 0
        for piece in pieces(text, marks):
            if number in piece.events:
                found |= set(range(at, at + len(piece.text)))
            at += len(piece.text)
        assert expected == found


@given(st.text(min_size=61, max_size=70), _MARKS)
def test_every_event_has_one_anchor(text: str, marks: list[Mark]) -> None:
    anchors = [number for piece in pieces(text, marks) for number in piece.anchors]
    assert sorted({mark.number for mark in marks if mark.state is not None}) == sorted(anchors)


def test_words_that_tell_of_several_events_show_the_worst() -> None:
    marks = [Mark(0, 6, 1, "correct"), Mark(2, 4, 2, "missing"), Mark(3, 4, 1)]
    found = [(piece.text, piece.state, piece.events, piece.values) for piece in pieces("abcdefg", marks)]
    expected = [
        ("ab", "correct", (1,), ()),
        ("c", "missing", (1, 2), ()),
        ("d", "missing", (1, 2), (1,)),
        ("ef", "correct", (1,), ()),
        ("g", None, (), ()),
    ]
    assert expected == found
