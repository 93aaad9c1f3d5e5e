"""Addresses: fetch one page over http or https, with limits on time and size."""

from __future__ import annotations

from dataclasses import dataclass

from summarize._version import __version__
from summarize.errors import InputError

TIMEOUT = 30.0
"""Seconds without an answer before a page is given up."""
MAX_BYTES = 20_000_000
"""Largest page that is read."""


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
        InputError: It cannot be reached, the server refuses, or it is larger than `MAX_BYTES`.
    """
    from urllib.error import HTTPError  # noqa: PLC0415
    from urllib.request import Request, urlopen  # noqa: PLC0415

    try:
        request = Request(address, headers={"User-Agent": f"summarize-events/{__version__}"})  # noqa: S310 - is_address
        with urlopen(request, timeout=TIMEOUT) as response:  # noqa: S310 - is_address
            data = response.read(MAX_BYTES + 1)
            headers = response.headers
    except HTTPError as error:
        raise InputError(f"the server answered {error.code} {error.reason}", where=address) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise InputError(
            f"could not be fetched: {reason}", where=address, hint="check the address and the connection"
        ) from error
    if len(data) > MAX_BYTES:
        raise InputError(f"is larger than {MAX_BYTES:,} bytes", where=address)
    return Fetched(data, headers.get_content_type(), headers.get_content_charset())
