"""Addresses: fetch one page over http or https, with limits on time and size."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from summarize._version import __version__
from summarize.errors import InputError

if TYPE_CHECKING:
    from http.client import HTTPResponse

TIMEOUT = 30.0
"""Seconds without a byte before a page is given up."""
WHOLE_TIMEOUT = 120.0
"""Seconds after which a page that is still arriving is given up."""
MAX_BYTES = 20_000_000
"""Largest page that is read."""
_CHUNK = 65_536
_KEPT = "%/:=&?~#+!$,;'@()*[]"
_CHECK = "check the address and the connection"


@dataclass(frozen=True)
class Fetched:
    """What a server sent: the bytes, its media type and the encoding that it named."""

    data: bytes
    media_type: str
    charset: str | None


def is_address(name: str) -> bool:
    """Whether an input is an http or https address rather than a path."""
    return name.lower().startswith(("http://", "https://"))


def fetch(address: str) -> Fetched:
    """Fetch a page.

    Raises:
        InputError: It cannot be reached, the server refuses, or it is larger than `MAX_BYTES`, or breaks off.
    """
    from http.client import HTTPException  # noqa: PLC0415
    from urllib.error import HTTPError  # noqa: PLC0415
    from urllib.request import Request, urlopen  # noqa: PLC0415

    try:
        sent = {"User-Agent": f"summarize-events/{__version__}"}
        request = Request(_ascii(address), headers=sent)  # noqa: S310 - is_address
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 - is_address
            data = _whole(response, address)
            headers = response.headers
    except HTTPError as error:
        answered = " ".join(f"{error.code} {error.reason}".split())
        raise InputError(f"the server answered {answered}", where=address, hint=_CHECK) from error
    except (OSError, ValueError, HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(f"could not be fetched: {reason}", where=address, hint=_CHECK) from error
    return Fetched(data, headers.get_content_type(), headers.get_content_charset())


def _ascii(address: str) -> str:
    """An address as it goes over the wire; people copy it with the letters of their script in it.

    Raises:
        ValueError: It has no host, or one that cannot be written in ASCII.
    """
    parts = urlsplit(address)
    host = (parts.hostname or "").encode("idna").decode("ascii")
    netloc = parts.netloc if parts.netloc.isascii() else f"{host}:{parts.port}" if parts.port else host
    escaped = {name: quote(getattr(parts, name), safe=_KEPT) for name in ("path", "query", "fragment")}
    return parts._replace(netloc=netloc, **escaped).geturl()


def _whole(response: HTTPResponse, address: str) -> bytes:
    """The body, read with a limit on its size and on the time it takes.

    Raises:
        InputError: It is too large, too slow, or shorter than the server said.
    """
    deadline = time.monotonic() + WHOLE_TIMEOUT
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > MAX_BYTES:
            raise InputError(f"is larger than {MAX_BYTES:,} bytes", where=address)
        if time.monotonic() > deadline:
            raise InputError(f"was still arriving after {WHOLE_TIMEOUT:.0f} s", where=address, hint=_CHECK)
    if response.length:
        raise InputError(f"broke off {response.length:,} bytes before its end", where=address, hint="try again")
    return bytes(data)
