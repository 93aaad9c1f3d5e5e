import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from summarize.cli.output import FRAMINGS, Framing, Output
from summarize.errors import OutputError

resource = pytest.importorskip("resource", reason="the system has no limit on file sizes")


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let files grow to `size` bytes, as on a disk that is nearly full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def write_all(target: Path, framing: Framing, texts: Iterable[str]) -> None:
    with Output(target, framing) as out:
        for text in texts:
            out.write(text)


def test_when_there_is_no_more_room_what_was_whole_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    texts = ['{"number": 1}\n', '{"number": 2, "text": "much too long to fit"}\n']
    with room_for(40), pytest.raises(OutputError, match="too large") as caught:
        write_all(target, FRAMINGS["json"], texts)
    assert caught.value.where == str(target)
    assert json.loads(target.read_text()) == [{"number": 1}]
    assert list(tmp_path.iterdir()) == [target]


def test_when_not_even_one_fits_the_file_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with room_for(10), pytest.raises(OutputError):
        write_all(target, Framing(), ["much too long to fit"])
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_error_of_the_caller_keeps_what_was_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    with pytest.raises(ZeroDivisionError):
        write_all(target, FRAMINGS["json"], ('{"number": 1}\n' if number else str(1 // 0) for number in (1, 0)))
    assert json.loads(target.read_text()) == [{"number": 1}]


def test_what_another_process_left_behind_stands_in_nobody_s_way(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    code = "import os, sys; from pathlib import Path; from summarize.cli.output import *;"
    code += "out = Output(Path(sys.argv[1]), Framing()); out.write('half'); os.kill(os.getpid(), 9)"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    left = list(tmp_path.glob(".out.txt.*.part"))
    assert (2, False) == (len(left), target.exists())
    write_all(target, Framing(), ["whole"])
    assert "whole" == target.read_text()


def test_two_at_once_do_not_share_what_is_unfinished(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    with Output(target, Framing()) as first:
        first.write("first")
        write_all(target, Framing(), ["second"])
    assert ("first", [target]) == (target.read_text(), list(tmp_path.iterdir()))


def test_a_link_goes_on_pointing_at_the_file_that_was_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    with Output(link, Framing()) as out:
        out.write("new")
    assert (link.is_symlink(), target.read_text()) == (True, "new")


@pytest.mark.parametrize("count", [1, 2, 3])
def test_several_summaries_in_json_are_one_array(tmp_path: Path, count: int) -> None:
    target = tmp_path / "out.json"
    with Output(target, FRAMINGS["json"]) as out:
        for number in range(count):
            out.write(json.dumps({"number": number}, indent=2) + "\n")
    assert json.loads(target.read_text()) == [{"number": number} for number in range(count)]
