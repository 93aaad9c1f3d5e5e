from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.resolving.quotations import find_quotations

CASES = [
    ('He said "go home" and left.', ["go home"]),
    ("“Go home,” he said. “Now.”", ["Go home,", "Now."]),
    ("''Go home,'' he said.", ["Go home,"]),
    ("«Go home», he said.", ["Go home"]),
    ("The army ‘advanced slowly’ inside the town.", ["advanced slowly"]),
    ("'Go home,' he said, and it's done.", ["Go home,"]),
    ("The soldiers' boots and the rebels' guns", []),
    ("It’s the army’s ‘last stand’, he said.", ["last stand"]),
    ('A 6" gun fired.', []),
    ("He said “they told us ‘go’ and we went” later.", ["they told us ‘go’ and we went"]),
    ("“The first night was quiet.\n\n“The second was not.”", ["The first night was quiet.", "The second was not."]),
    ('""', []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_stands_between_quotation_marks_is_found(text: str, expected: list[str]) -> None:
    assert expected == [text[found.start : found.end] for found in find_quotations(text)]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»", max_size=120))
def test_quotations_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for found in find_quotations(text):
        assert end <= found.outer_start < found.start < found.end <= found.outer_end
        end = found.outer_end
