"""Runs and gates as JUnit XML, which CI systems show test by test.

The shape is that of the schema that Jenkins and GitLab read: a case without an answer is an `error`, a gate that does
not hold a `failure`, and a case that is not here `skipped`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from summarize.evaluation.gates import Gate
from summarize.evaluation.runs import CaseResult, Run
from summarize.evaluation.scores import OVERALL

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold, not even escaped (XML 1.0, production 2)."""


def run_junit(run: Run) -> str:
    """A run, a test for each answer."""
    header = run.header
    suite = ET.Element("testsuite", name=f"summarize eval {header.suite}", timestamp=header.started)
    for result in run.attempts:
        _answered(suite, header.suite, result)
    for name in header.absent:
        _test(suite, header.suite, name).append(ET.Element("skipped", message="text or recording is not here"))
    if run.unfinished:
        missing = _test(suite, header.suite, "unfinished")
        missing.append(ET.Element("error", message=f"{run.unfinished} answers were never reached"))
    seconds = sum(result.usage.seconds for result in run.attempts)
    return _written(suite, seconds)


def gates_junit(run: Run, gates: Sequence[Gate]) -> str:
    """The gates of a run, a test for each."""
    suite = ET.Element("testsuite", name=f"summarize eval gate {run.header.suite}", timestamp=run.header.started)
    for gate in gates:
        test = _test(suite, f"{run.header.suite}.gates", gate.name)
        found = "not measured" if gate.value is None else f"{gate.value:.4g}"
        if gate.value is None:
            test.append(ET.Element("error", message=f"{found}, allowed {gate.bound}"))
        elif not gate.holds:
            test.append(ET.Element("failure", message=f"{found}, allowed {gate.bound}"))
    return _written(suite, 0.0)


def _answered(suite: ET.Element, name: str, result: CaseResult) -> None:
    test = _test(suite, name, result.id if result.attempt == 1 else f"{result.id} #{result.attempt}")
    test.set("time", f"{result.usage.seconds:.3f}")
    if result.error is not None:
        test.append(ET.Element("error", message=_clean(result.error)))
    shares = {view: result.counts[view][OVERALL].f1 for view in result.counts}
    told = ", ".join(f"{view} F1 {'none' if f1 is None else f'{f1:.3f}'}" for view, f1 in shares.items())
    ET.SubElement(test, "system-out").text = _clean("\n".join([told, *result.notes]))


def _test(suite: ET.Element, owner: str, name: str) -> ET.Element:
    return ET.SubElement(suite, "testcase", classname=_clean(owner), name=_clean(name))


def _written(suite: ET.Element, seconds: float) -> str:
    tests = list(suite)
    counted = {kind: sum(test.find(kind[:-1]) is not None for test in tests) for kind in ("errors", "failures")}
    skipped = sum(test.find("skipped") is not None for test in tests)
    for name, value in {"tests": len(tests), **counted, "skipped": skipped, "time": f"{seconds:.3f}"}.items():
        suite.set(name, str(value))
    root = ET.Element("testsuites")
    root.append(suite)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
