"""What both peers are made of: a distribution, asked through one address."""

from __future__ import annotations

from importlib import metadata
from typing import ClassVar


class Tool:
    """Another tool as a system that can be asked.

    Args:
        model: Model name as the server knows it.
        base_url: Address of the API.
        api_key: Its key.
    """

    distribution: ClassVar[str]
    """Name of its package."""

    def __init__(self, model: str, base_url: str, api_key: str) -> None:
        self.model, self.base_url, self.api_key = model, base_url, api_key

    @property
    def version(self) -> str:
        """Distribution and version.

        Raises:
            PackageNotFoundError: It is not installed.
        """
        return f"{self.distribution} {metadata.version(self.distribution)}"
