"""What every test gets: no network but loopback, no user settings, no plugins, and the seed article."""

from __future__ import annotations

import ipaddress
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_798dc3de459ced19.txt"

# How long an example takes is the machine's affair, and a busy one makes no test fail.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

_CONFIGURING = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_MODEL")

_connect = socket.socket.connect
_getaddrinfo = socket.getaddrinfo


class NetworkUsed(RuntimeError):
    """A test tried to leave this machine."""


def _is_loopback(host: object) -> bool:
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def _guarded_connect(self: socket.socket, address: Any) -> None:
    if isinstance(address, tuple) and not _is_loopback(address[0]):
        raise NetworkUsed(f"a test tried to connect to {address[0]}")
    _connect(self, address)


def _guarded_getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
    if not _is_loopback(host):
        raise socket.gaierror(socket.EAI_NONAME, f"a test asked for the address of {host}")
    return _getaddrinfo(host, *args, **kwargs)


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", _guarded_getaddrinfo)


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("SUMMARIZE_") and name != "SUMMARIZE_DATA"]:
        if name != "SUMMARIZE_MODELS":
            monkeypatch.delenv(name)
    for name in _CONFIGURING:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SUMMARIZE_ENTRY_POINTS", "off")
    monkeypatch.setenv("SUMMARIZE_STATES", "")


@pytest.fixture(scope="session")
def seed_text() -> str:
    """Text of the seed article, as stored."""
    return SEED.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def data() -> Path:
    """Folder of the labelled data; the test is skipped where it is not."""
    folder = Path(os.environ.get("SUMMARIZE_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the labelled data is not here; SUMMARIZE_DATA names its folder")
    return folder
