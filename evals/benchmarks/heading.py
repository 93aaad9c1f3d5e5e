"""The head and the foot of every report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evals.benchmarks.answers import Answered


def heading(answered: Answered, names: Sequence[str]) -> str:
    """What was asked with what, and how many of the documents were answered."""
    header = answered.header
    there = sum(answered.record(name) is not None for name in names)
    chosen = ", ".join(f"{name} {value}" for name, value in header.choices.items())
    prompt = f"prompt {header.prompt.name} {header.prompt.version} ({header.prompt.digest})"
    lines = [
        f"# {header.benchmark}: {header.model}",
        "",
        f"{there}/{len(names)} documents answered ({chosen}), {header.mode},",
        f"strategy {header.strategy}, {prompt}, {header.package}, {header.started}.",
        _took(answered, names),
    ]
    return "\n".join(lines)


def _took(answered: Answered, names: Sequence[str]) -> str:
    usage = [answered.answers[name].usage for name in names if name in answered.answers]
    read, written = sum(one.prompt_tokens for one in usage), sum(one.completion_tokens for one in usage)
    return f"Tokens read {read}, written {written}; {sum(one.seconds for one in usage):.1f} s."


def failures(answered: Answered, names: Sequence[str]) -> Iterator[str]:
    """Documents without an answer, which count as empty."""
    failed = [name for name in names if answered.record(name) is None]
    if failed:
        told = (f"- {name}: {_why(answered, name)}" for name in failed)
        yield "\n".join(["Documents without an answer, scored as empty:", "", *told])


def _why(answered: Answered, name: str) -> str:
    answer = answered.answers.get(name)
    return "never reached" if answer is None else answer.error or "no record"
