"""Prompt files to text: front matter, Jinja blocks, worked examples, and a digest of all that was sent.

A prompt file is Markdown. Its front matter (YAML between `---` lines) has `name`, `version`, `strategy`,
`description` and optionally `examples`, a YAML file of worked examples beside it. Its body holds Jinja blocks:
`system`, sent once, and `question`, filled for every sentence or passage and for every example. A prompt of the
strategy `weighed` also has `phrase`, asked about each phrase when the type is known, and
names `weights` and `parts`, YAML files. The prompt that ships has others for some models: `weights/MODEL/weighed.yaml`
and `parts.yaml`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from summarize.errors import PromptError
from summarize.record import EventType, PromptUsed, Role
from summarize.strategies import StrategyName
from summarize.yaml_text import load_yaml

BLOCKS: Mapping[StrategyName, tuple[str, ...]] = MappingProxyType(
    {
        "article": ("system", "question"),
        "sentence": ("system", "question"),
        "weighed": ("system", "question", "phrase"),
    }
)
"""The Jinja blocks a prompt must have."""
_WEIGHTS = "weights"
"""Folder of the weights that ship, in that of the prompts."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ExampleEvent(_Strict):
    """One expected event of a worked example; phrases are verbatim from its text."""

    sentence: int = 1
    """Sentence number within the example."""
    type: EventType
    """Codebook type."""
    label: str | None = None
    """Free label, for the type `other`."""
    participants: tuple[tuple[Role, str], ...] = ()
    """Roles and phrases."""
    places: tuple[str, ...] = ()
    """Place phrases."""


class Example(_Strict):
    """A worked example: a made-up text and what should be answered."""

    id: str
    """Name of the example."""
    text: str
    """A sentence or a short passage."""
    events: tuple[ExampleEvent, ...] = ()
    """What it reports; empty for a text that reports nothing."""


def _pairs(value: Any) -> Any:
    """A mapping as pairs, so that a prompt can be hashed."""
    return tuple(value.items()) if isinstance(value, Mapping) else value


class Sigmoid(_Strict):
    """A logistic map of log odds (Platt 1999), from a probability that a model gives to one that came out right.

    `slope` 1 and `offset` 0 leave a probability as it is; a slope between 0 and 1 says that it claims too much.
    """

    slope: float = Field(gt=0)
    """Factor of the log odds; positive, so that what was more probable stays so."""
    offset: float
    """What is added to them."""


class Calibration(_Strict):
    """What the probabilities of a strategy are worth, kind by kind; a kind that is not there has no confidence."""

    event: Sigmoid | None = None
    """That a sentence reports an event of a type."""
    participant: Sigmoid | None = None
    """That somebody is in an event in a role."""
    place: Sigmoid | None = None
    """That an event is placed somewhere."""


class TypeWeights(_Strict):
    """How much each sign counts when a sentence's type is decided; natural logarithms, added up.

    A conditional logit (McFadden 1974) over the types and none, fitted to labelled sentences.
    """

    logprob: float
    """Factor of the model's log probability of a type's name."""
    none_logprob: float
    """Added to that factor for the answer that nothing is reported."""
    clear: float
    """A word that names this kind of event stands in the sentence."""
    nominal: float
    """Such words all stand close behind a determiner or preposition, as nouns do that only refer to an event."""
    general: float
    """Only words of violence that do not tell its kind stand there."""
    faint: float
    """Only everyday words that can tell this type stand there."""
    repeated: float
    """Each further clear word, up to two."""
    none: float
    """That nothing is reported."""
    length: float
    """That nothing is reported, times the natural logarithm of a sentence's length in units of twenty words."""
    undated: float
    """That nothing is reported by a sentence without a time: news dates what happened, not what is meant or wished."""
    undated_acting: float = 0.0
    """The same, beside that, where a party stands right ahead of a word that announces an event: "rebels shelled"."""
    undated_situation: float
    """What a sentence without a time has for a situation, which lasts and is seldom dated."""
    party_ahead: float = 0.0
    """A party stands right ahead of a word that announces this kind of event: "rebels shelled"."""
    party_behind: float = 0.0
    """A party stands right behind one: "killing 15 soldiers"."""
    bias: Annotated[tuple[tuple[EventType, float], ...], BeforeValidator(_pairs)] = ()
    """What each type's name has by itself, content apart; 0 for those that are not named."""
    lean: float = Field(default=0.0, ge=0)
    """By how much, as a natural logarithm, nothing must be more probable than the most probable type to be believed.

    An event that is left out leaves no trace, one that is reported says how sure it is.
    """
    second: float = Field(ge=0, le=1)
    """Probability from which a second type that clear words name is asked about too."""
    second_acting: float = Field(default=1.0, ge=0, le=1)
    """The same where a party stands right ahead of these words, as in a clause of its own; the lower one counts."""
    calibration: Calibration = Calibration()
    """What the probabilities are worth; fitted apart, for it changes no choice."""


class Part(StrEnum):
    """What a phrase can be in an event; which role of the record that is depends on the event's type."""

    WHO = "who"
    """Does it."""
    WHOM = "whom"
    """It is done to."""
    SIDE = "side"
    """One of several that do it to one another."""
    AFFECTED = "affected"
    """Flees, is trapped, lacks."""
    WHERE = "where"
    """The place."""


_Pairs = Annotated[tuple[tuple[str, float], ...], BeforeValidator(_pairs)]


class PartWeights(_Strict):
    """How much each sign counts when the part of a phrase is decided; natural logarithms, added up for each part.

    A conditional logit (McFadden 1974) over the parts and none, fitted to labelled sentences. Signs that are not named
    count nothing.
    """

    who: _Pairs
    whom: _Pairs
    side: _Pairs
    affected: _Pairs
    where: _Pairs
    threshold: float = Field(ge=0, le=1)
    """Probability from which a phrase is taken to fill its most probable part."""

    def of(self, part: Part) -> Mapping[str, float]:
        """The weights of one part by sign."""
        return _mapping(getattr(self, part))


@lru_cache(maxsize=64)
def _mapping(pairs: tuple[tuple[str, float], ...]) -> Mapping[str, float]:
    return MappingProxyType(dict(pairs))


_StrictT = TypeVar("_StrictT", bound=_Strict)


class _FrontMatter(_Strict):
    name: str
    version: str
    strategy: StrategyName
    description: str
    examples: str | None = None
    weights: str | None = None
    parts: str | None = None


@dataclass(frozen=True)
class Prompt:
    """A prompt file, read and checked.

    Attributes:
        name: Name in the front matter.
        version: Version in the front matter.
        strategy: The strategy it is written for.
        description: What it is.
        body: Jinja source.
        examples: Worked examples in order.
        weights: How the type of a sentence is decided; of the strategy `weighed` only.
        parts: How the part of a phrase is decided; of the strategy `weighed` only.
        origin: Where it was read from, for messages.
    """

    name: str
    version: str
    strategy: StrategyName
    description: str
    body: str
    examples: tuple[Example, ...] = ()
    weights: TypeWeights | None = None
    parts: PartWeights | None = None
    origin: str = field(default="prompt", compare=False)

    @cached_property
    def digest(self) -> str:
        """First 16 hexadecimal digits of the SHA-256 of body, examples and weights."""
        parts = [self.body, *(example.model_dump_json() for example in self.examples)]
        if self.weights is not None:
            parts.append(self.weights.model_dump_json())
        if self.parts is not None:
            parts.append(self.parts.model_dump_json())
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    @property
    def used(self) -> PromptUsed:
        """The record's note of this prompt."""
        return PromptUsed(name=self.name, version=self.version, digest=self.digest)

    @cached_property
    def _template(self) -> Any:
        from jinja2 import StrictUndefined, TemplateError  # noqa: PLC0415
        from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

        environment = SandboxedEnvironment(
            undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True
        )
        try:
            return environment.from_string(self.body)
        except TemplateError as error:
            line = getattr(error, "lineno", None)
            raise PromptError(
                f"the template does not parse: {error}",
                where=f"{self.origin}, body line {line}" if line else self.origin,
                hint="see docs/prompts.md for what a prompt file holds",
            ) from error

    def render(self, block: str, values: Mapping[str, Any]) -> str:
        """Fill one block of the prompt.

        Args:
            block: `system`, `question` or `phrase`.
            values: What the template may name.

        Raises:
            PromptError: The template does not parse, lacks the block, or names something unknown.
        """
        from jinja2 import TemplateError  # noqa: PLC0415

        template = self._template
        if block not in template.blocks:
            raise PromptError(
                f"block {block!r} is missing",
                where=self.origin,
                hint=f"a prompt of this strategy has the blocks {', '.join(BLOCKS[self.strategy])}",
            )
        try:
            text = "".join(template.blocks[block](template.new_context(dict(values))))
        except TemplateError as error:
            raise PromptError(f"block {block!r} cannot be filled: {error}", where=self.origin) from error
        return text.strip()


def load_prompt(path: Path | str) -> Prompt:
    """Read a prompt file and its examples.

    Raises:
        PromptError: The file cannot be read, has no front matter, misses a field or a block, or names an
            examples file that is broken.
    """
    path = Path(path)
    front, body = _split(_read(path), str(path))
    meta = _validated(_FrontMatter, front, str(path))
    examples = _examples(path.parent / meta.examples) if meta.examples else ()
    prompt = Prompt(
        meta.name,
        meta.version,
        meta.strategy,
        meta.description,
        body,
        examples,
        weights=_weights(TypeWeights, "weights", path, meta),
        parts=_weights(PartWeights, "parts", path, meta),
        origin=str(path),
    )
    for block in BLOCKS[meta.strategy]:
        if block not in prompt._template.blocks:  # noqa: SLF001
            raise PromptError(
                f"block {block!r} is missing",
                where=str(path),
                hint="write {% block " + block + " %} ... {% endblock %}",
            )
    return prompt


def save_prompt(prompt: Prompt, folder: Path, name: str) -> Path:
    """Write a prompt so that `load_prompt` reads the same one, with its examples and weights beside it.

    Args:
        prompt: What is to be written.
        folder: Where; it is made if need be. Files of the same name are replaced.
        name: Name of the files, without suffix.

    Returns:
        The prompt file.

    Raises:
        PromptError: A file cannot be written.
    """
    front = {key: getattr(prompt, key) for key in ("name", "version", "strategy", "description")}
    files: dict[str, str] = {}
    if prompt.examples:
        front["examples"] = f"{name}-examples.yaml"
        listed = [example.model_dump(mode="json", exclude_defaults=True) for example in prompt.examples]
        files[front["examples"]] = _dumped(listed)
    if prompt.weights is not None:
        front["weights"] = f"{name}-weights.yaml"
        files[front["weights"]] = written_weights(prompt.weights)
    if prompt.parts is not None:
        front["parts"] = f"{name}-parts.yaml"
        files[front["parts"]] = written_parts(prompt.parts)
    files[f"{name}.md"] = f"---\n{_dumped(front)}---\n{prompt.body}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")
    except OSError as error:
        raise PromptError(f"cannot be written: {error.strerror}", where=str(error.filename or folder)) from error
    return folder / f"{name}.md"


def written_weights(weights: TypeWeights) -> str:
    """Weights as the YAML that a prompt file names, with their calibration where they have one."""
    told = weights.model_dump(exclude={"calibration"}) | {"bias": {kind.value: one for kind, one in weights.bias}}
    if weights.calibration != Calibration():
        told["calibration"] = weights.calibration.model_dump(exclude_none=True)
    return _dumped(told)


def written_parts(parts: PartWeights) -> str:
    """Weights of parts as the YAML that a prompt file names."""
    return _dumped({name: dict(value) if isinstance(value, tuple) else value for name, value in parts})


def _dumped(value: Any) -> str:
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=1_000_000)


def builtin_prompt(strategy: StrategyName, model: str | None = None) -> Prompt:
    """The prompt that ships for a strategy.

    Args:
        strategy: The strategy.
        model: Name of the model that is going to be asked; weights that ship for it take the place of those that the
            prompt names, which were fitted to the default model.
    """
    return _builtin(strategy, model if model in models_with_weights() else None)


@lru_cache(maxsize=8)
def _builtin(strategy: StrategyName, model: str | None) -> Prompt:
    path = prompts_folder() / f"{strategy}.md"
    prompt = load_prompt(path)
    if model is None or prompt.strategy != "weighed":
        return prompt
    folder = path.parent / _WEIGHTS / model
    weights, parts = _file_of(TypeWeights, folder / "weighed.yaml"), _file_of(PartWeights, folder / "parts.yaml")
    return replace(prompt, weights=weights, parts=parts)


@lru_cache(maxsize=1)
def models_with_weights() -> tuple[str, ...]:
    """Names of the models for which the strategy `weighed` ships weights of their own, in alphabetical order."""
    return tuple(sorted(folder.name for folder in (prompts_folder() / _WEIGHTS).iterdir() if folder.is_dir()))


def prompts_folder() -> Path:
    """Folder of the prompts that ship: inside the wheel, or beside the package in a checkout."""
    packaged = Path(str(resources.files("summarize"))) / "prompts"
    return packaged if packaged.is_dir() else packaged.parent.parent / "prompts"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PromptError(
            f"cannot be read: {error.strerror}", where=str(path), hint="name an existing prompt file"
        ) from error
    except UnicodeDecodeError as error:
        raise PromptError(f"is not UTF-8 at byte {error.start}", where=str(path)) from error


def _split(text: str, where: str) -> tuple[Any, str]:
    opening, _, rest = text.partition("---\n")
    front, closing, body = rest.partition("\n---\n")
    if opening.strip() or not closing:
        raise PromptError(
            "no front matter",
            where=where,
            hint="start the file with name, version, strategy and description between two lines of ---",
        )
    return _yaml(front, where), body


def _yaml(text: str, where: str) -> Any:
    try:
        return load_yaml(text)[0]
    except (ValueError, yaml.YAMLError) as error:
        raise PromptError(f"is not YAML: {' '.join(str(error).split())}", where=where) from error


def _examples(path: Path) -> tuple[Example, ...]:
    items = _yaml(_read(path), str(path))
    if not isinstance(items, list):
        raise PromptError("is not a list of examples", where=str(path))
    return tuple(_validated(Example, item, f"{path}, example {number}") for number, item in enumerate(items, 1))


def _weights(kind: type[_StrictT], key: str, path: Path, meta: _FrontMatter) -> _StrictT | None:
    """Weights of one kind, from the file beside the prompt that its front matter names under `key`."""
    if meta.strategy != "weighed":
        return None
    name = getattr(meta, key)
    if name is None:
        raise PromptError(f"names no {key}", where=str(path), hint="a prompt of the strategy weighed needs them")
    return _file_of(kind, path.parent / name)


def _file_of(kind: type[_StrictT], path: Path) -> _StrictT:
    return _validated(kind, _yaml(_read(path), str(path)), str(path))


def _validated(model: type[_StrictT], value: Any, where: str) -> _StrictT:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise PromptError("; ".join(map(_fault, error.errors())), where=where) from error


def _fault(detail: Mapping[str, Any]) -> str:
    field_name = ".".join(str(part) for part in detail["loc"])
    return f"{field_name}: {detail['msg'].lower()}" if field_name else str(detail["msg"])
