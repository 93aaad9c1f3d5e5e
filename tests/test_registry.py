"""Finding things by name: ours, installed packages', and this process's."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from summarize import registry
from summarize.registry import Registry


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A package that is installed announces `theirs`, and tries to take over `ours`."""
    monkeypatch.delenv("SUMMARIZE_ENTRY_POINTS", raising=False)
    points = EntryPoints(
        [EntryPoint("theirs", "math:tau", "group"), EntryPoint("ours", "math:tau", "group")],
    )
    monkeypatch.setattr(registry, "entry_points", lambda group: points.select(group=group))


def _registry() -> Registry[float]:
    return Registry("group", {"ours": "math:pi"})


@pytest.mark.usefixtures("announced")
def test_an_installed_package_is_found_beside_the_built_in_ones() -> None:
    assert {"ours", "theirs"} == set(_registry())


@pytest.mark.usefixtures("announced")
def test_an_installed_package_cannot_take_over_a_built_in_name() -> None:
    assert 3.1 < _registry()["ours"] < 3.2


@pytest.mark.usefixtures("announced")
def test_entry_points_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_ENTRY_POINTS", "off")
    assert {"ours"} == set(_registry())


@pytest.mark.usefixtures("announced")
def test_what_is_registered_in_the_process_comes_first() -> None:
    found = _registry()
    found.register("ours", 1.0)
    found.register("new", 2.0)
    assert (1.0, 2.0, 3) == (found["ours"], found["new"], len(found))


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="nothing"):
        _registry()["nothing"]
