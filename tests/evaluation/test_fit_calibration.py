"""What probabilities are worth: fitted to labels, and what ships is what the recordings give."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.fit_calibration import MAPS, answered, fitted, held_out, main, platt
from evals.fitting import Fitting
from summarize.asking.weighed import weights_of
from summarize.evaluation.calibration import Judged
from summarize.models.catalogue import DEFAULT_LOCAL_MODEL
from summarize.prompting import models_with_weights
from tests.conftest import ROOT


def _drawn(true: float, *, count: int = 4000) -> list[Judged]:
    """Items that come true as often as log odds of `true` times theirs say."""
    draw = random.Random(7)  # noqa: S311
    items = []
    for _ in range(count):
        said = draw.uniform(0.02, 0.98)
        odds = (said / (1 - said)) ** true
        items.append(Judged("events.0", said, draw.random() < odds / (1 + odds)))
    return items


@pytest.mark.parametrize("true", [0.5, 1.0, 2.0])
def test_the_map_that_the_outcomes_were_drawn_from_is_found(true: float) -> None:
    found = platt(_drawn(true))
    assert pytest.approx((true, 0), abs=0.15) == (found.slope, found.offset)


def test_what_comes_true_the_other_way_round_still_gives_a_map_that_keeps_the_order() -> None:
    items = [Judged("events.0", said, right=said < 0.5) for said in (0.1, 0.2, 0.8, 0.9)] * 10
    assert 0 < platt(items).slope < 0.1


@pytest.mark.parametrize("name", MAPS)
def test_a_document_has_no_part_in_its_own_map(name: str) -> None:
    documents: Sequence[Sequence[Judged]] = [_drawn(1, count=30), _drawn(0.5, count=40), _drawn(2, count=50)]
    spoilt = [[Judged(item.path, item.confidence, not item.right) for item in documents[0]], *documents[1:]]
    before, after = (held_out(given, MAPS[name])[0] for given in (documents, spoilt))
    assert [item.confidence for item in before] == [item.confidence for item in after]


@pytest.mark.parametrize("model", [DEFAULT_LOCAL_MODEL, *models_with_weights()])
def test_the_calibration_that_ships_is_that_which_the_recordings_give(model: str) -> None:
    by = Fitting.of(ROOT / "evals", f"local:{model}", None)
    weights = weights_of(by.prompt)
    by_kind = fitted(asyncio.run(answered(by)), weights)
    shipped = {kind: sigmoid for kind, sigmoid in weights.calibration if sigmoid is not None}
    assert set(shipped) == set(by_kind)
    for kind, documents in by_kind.items():
        fresh = platt([item for document in documents for item in document])
        assert pytest.approx((shipped[kind].slope, shipped[kind].offset), abs=0.05) == (fresh.slope, fresh.offset)


def test_a_suite_without_recordings_or_weighings_says_what_is_missing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "evals" / "cases", tmp_path / "evals" / "cases")
    shutil.copytree(ROOT / "evals" / "articles", tmp_path / "evals" / "articles")
    result = CliRunner().invoke(main, [str(tmp_path / "evals"), "--model", "local:qwen2.5-coder-0.5b"])
    assert 2 == result.exit_code
    assert "no case of the dev half" in " ".join(result.output.split())
