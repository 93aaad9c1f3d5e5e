import socket

import pytest

from tests.conftest import NetworkUsed


def test_a_test_cannot_connect_to_another_machine() -> None:
    with socket.socket() as closed, pytest.raises(NetworkUsed):
        closed.connect(("192.0.2.1", 80))


def test_a_test_cannot_look_up_a_name() -> None:
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("example.org", 443)
