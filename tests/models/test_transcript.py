"""A conversation as one text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarize.models.base import Message
from summarize.models.transcript import transcript

LINES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
TURNS = st.lists(st.tuples(LINES, LINES), max_size=4)


def test_every_question_is_a_line_that_ends_in_its_answer() -> None:
    messages = (
        Message("system", "Name it."),
        Message("user", "Rebels shelled Darin."),
        Message("assistant", "shelling"),
        Message("user", "Rebels"),
    )
    assert "Name it.\n\nRebels shelled Darin. => shelling\nRebels =>" == transcript(messages)


@given(LINES, TURNS, LINES, LINES)
def test_whatever_is_asked_next_what_was_read_stays_a_beginning(
    system: str, turns: list[tuple[str, str]], one: str, other: str
) -> None:
    read = [Message("system", system)]
    for asked, answered in turns:
        read += [Message("user", asked), Message("assistant", answered)]
    for last in (one, other):
        assert transcript([*read, Message("user", last)]).startswith(transcript(read))
