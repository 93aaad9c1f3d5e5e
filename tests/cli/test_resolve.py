"""`summarize resolve`: lines in, JSON lines out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from summarize.cli.resolve import resolve
from summarize.errors import DatelineError, EncodingError


def run(*arguments: str, lines: str | bytes = "") -> Result:
    return CliRunner().invoke(resolve, list(arguments), input=lines)


def rows(*arguments: str, lines: str | bytes = "") -> list[dict[str, Any]]:
    result = run(*arguments, lines=lines)
    assert result.exception is None, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_plain_line_is_a_phrase() -> None:
    [row] = rows("figures", lines="about 2,000 fighters\n")
    assert row["phrase"] == "about 2,000 fighters"
    assert (row["value"]["best"], row["value"]["approximator"], row["value"]["kind"]) == (
        2000,
        "about",
        "fighters",
    )
    assert row["reason"] is None


def test_an_object_gives_the_context() -> None:
    context = "Shelling left 12 people dead and 34 wounded."
    [row] = rows("figures", lines=json.dumps({"phrase": "34", "context": context}))
    assert row["value"]["kind"] == "wounded"
    start = context.index("34")
    assert row["value"]["span"] == {"start": start, "end": start + 2, "text": "34"}


def test_what_has_no_value_is_null_and_a_reason() -> None:
    first, second = rows("figures", lines="almost entirely\nResolution 2254\n")
    assert first["value"] is None
    assert first["reason"] == "no number"
    assert second["value"] is None
    assert "resolution" in second["reason"]


@pytest.mark.parametrize("command", ["time", "figures", "places", "actors"])
@pytest.mark.parametrize("line", [r'{"phrase": "\ud800"}', r'{"phrase": "12", "context": "12 \ud800 men"}'])
def test_half_a_character_costs_its_line_only(command: str, line: str) -> None:
    first, second = rows(command, lines=f"{line}\n12 men")
    assert (None, "half of a surrogate pair, which is no text") == (first["value"], first["reason"])
    assert first["phrase"] == json.loads(line)["phrase"]
    assert second["phrase"] == "12 men"


def test_each_line_gives_one_line_in_order() -> None:
    lines = '12 people\n\n{"phrase": 5}\n{"phrase": "x"\n{"phrase": ""}\n[1]\nthree tanks\n'
    result = rows("figures", lines=lines)
    assert len(result) == 7
    assert [row["value"] is not None for row in result] == [True, False, False, False, False, True, True]
    assert all(row["reason"] for row in result if row["value"] is None)


def test_times_count_from_the_dateline() -> None:
    [row] = rows("time", "--dateline", "2017-08-06", lines="on Saturday\n")
    assert (row["value"]["earliest"], row["value"]["latest"]) == ("2017-08-05", "2017-08-05")


def test_tense_of_the_context_gives_the_direction() -> None:
    context = "The two sides will meet on Friday in Geneva."
    [row] = rows("time", "--dateline", "2017-08-06", lines=json.dumps({"phrase": "on Friday", "context": context}))
    assert row["value"]["earliest"] == "2017-08-11"


def test_a_time_without_a_dateline_has_a_reason() -> None:
    [row] = rows("time", lines="on Saturday\n")
    assert row["value"] is None
    assert row["reason"]


def test_places_carry_precision_and_country() -> None:
    [row] = rows(
        "places",
        lines=json.dumps({"phrase": "Raqqa", "context": "Fighting went on in Raqqa in northern Syria."}),
    )
    assert row["value"]["country"] == "SYR"
    assert row["value"]["precision"] == "settlement"


def test_a_place_nobody_knows_keeps_its_name_and_a_reason() -> None:
    [row] = rows("places", lines="Qwxyzburg\n")
    assert row["value"]["name"] == "Qwxyzburg"
    assert row["value"]["lat"] is None
    assert row["reason"]


def test_actors_name_the_rule() -> None:
    [row] = rows("actors", lines="the Syrian army\n")
    assert row["value"]["actor_class"] == "state_forces"
    assert row["value"]["country"] == "SYR"
    assert row["value"]["rule"]


def test_figures_in_running_text_have_offsets() -> None:
    text = "In Müllheim — a town — 12 people, including two children, were killed and 34 wounded."
    found = rows("figures-in", lines=text)
    assert [text[row["start"] : row["end"]] for row in found] == ["12 people", "two children", "34"]
    assert [row["value"]["part_of"] for row in found] == [None, 0, None]


def test_times_in_running_text_have_offsets() -> None:
    text = "The town fell on Saturday. Talks begin on 12 August."
    found = rows("times-in", "--dateline", "2017-08-06", lines=text)
    assert [text[row["start"] : row["end"]] for row in found] == [row["text"] for row in found]
    assert [row["value"]["earliest"] for row in found] == ["2017-08-05", "2017-08-12"]


def test_a_byte_order_mark_is_no_part_of_the_phrase() -> None:
    [row] = rows("figures", lines=b"\xef\xbb\xbf12 people\n")
    assert row["phrase"] == "12 people"


@pytest.mark.parametrize("command", ["figures", "figures-in", "times-in"])
@pytest.mark.parametrize(
    ("lines", "place"),
    [(b"\xff\xfe12\n", "line 1, byte 0"), (b"12 people\nno\n12 \xff\n", "line 3, byte 3")],
)
def test_bytes_that_are_no_text_are_an_error_that_names_the_place(command: str, lines: bytes, place: str) -> None:
    result = run(command, lines=lines)
    assert isinstance(result.exception, EncodingError)
    assert place in str(result.exception)


def test_a_dateline_that_is_no_date_is_an_error() -> None:
    result = run("time", "--dateline", "2017-02-30", lines="today\n")
    assert isinstance(result.exception, DatelineError)


def test_a_file_can_be_named(tmp_path: Any) -> None:
    path = tmp_path / "phrases.txt"
    path.write_text("dozens of people\n", encoding="utf-8")
    [row] = rows("figures", str(path))
    assert row["value"]["best"] is None
    assert row["value"]["approximator"] == "dozens"


def test_the_six_commands_are_there() -> None:
    assert {"time", "figures", "places", "actors", "times-in", "figures-in"} == set(resolve.commands)
