"""The bar on labelled displacement reports; skipped where the data is not at hand."""

from __future__ import annotations

import pytest

from benchmarks.resolving.__main__ import data_folder
from benchmarks.resolving.figures import measure

BAR = 0.92


@pytest.mark.skipif(not (data_folder() / "idetect").is_dir(), reason="the idetect data is not at hand")
def test_the_displacement_figure_and_its_unit_are_found_where_an_excerpt_states_it() -> None:
    result = measure(data_folder())
    assert result.stated > 100
    assert result.counts["unit"] / result.stated >= BAR, result.missed
