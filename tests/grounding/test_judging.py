"""Quotations whose every word stands there, cut so that they say something else."""

from __future__ import annotations

import pytest

from benchmarks.grounding.cases import Case, read_cases
from summarize.grounding import MatchStatus, SourceText, locate, verify_quote

TEXT = (
    "The ministry denied on Tuesday that the army had shelled Tal Rifat. It is not true that rebels took the town. "
    "No civilians were killed in the strike. The hostages have not been released. Police did not say that the suspect "
    "had fled. Anti-government protests began. T-72 tanks were seen among two hundred thousand refugees. Nobody was "
    "arrested. The report was confirmed by nobody. He did not deny that troops had entered the city. "
    "At least 12 people died. The deal would allow aid in. There was no official confirmation. "
    "The town, which was never shelled, is calm."
)


@pytest.mark.parametrize(
    "quote",
    [
        "the army had shelled Tal Rifat",
        "THE ARMY HAD SHELLED TAL RIFAT",
        "rebels took the town",
        "civilians were killed in the strike",
        "been released",
        "the suspect had fled",
        "government protests began",
        "72 tanks were seen",
        "two hundred",
        "hundred thousand refugees",
        "was arrested",
        "The report was confirmed",
        "shelled, is calm",
        "Police did",
    ],
)
def test_a_quotation_cut_out_of_its_negation_is_refused_where_it_stands(quote: str) -> None:
    match = verify_quote(quote, TEXT)
    assert (MatchStatus.NEAR, True) == (match.status, "leaves behind" in match.reason)
    assert (match.start, match.end) == (locate(quote, TEXT).start, locate(quote, TEXT).end)


@pytest.mark.parametrize("quote", ["troops had entered the city", "the army", "Tal Rifat", "two hundred thousand"])
def test_what_the_text_does_not_deny_is_kept(quote: str) -> None:
    assert verify_quote(quote, TEXT).status is MatchStatus.EXACT


@pytest.mark.parametrize("quote", ["12 people", "allow aid in", "official confirmation"])
def test_a_hedge_left_behind_is_named_and_refused_only_when_strict(quote: str) -> None:
    lenient, strict = verify_quote(quote, TEXT), verify_quote(quote, TEXT, strict=True)
    assert (MatchStatus.EXACT, True) == (lenient.status, "leaves behind" in lenient.reason)
    assert MatchStatus.NEAR is strict.status


def test_the_first_fair_occurrence_counts() -> None:
    text = "He denied that rebels took the town. Later it was clear: rebels took the town."
    assert text.rindex("rebels") == verify_quote("rebels took the town", text).start


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("подтвердили удар", "Власти не подтвердили удар."),
        ("تؤكد الحكومة", "ولم تؤكد الحكومة"),
        ("到达村庄", "救援队未到达村庄"),
        ("confirmó el ataque", "El ejército no confirmó el ataque, según el vocero."),
    ],
)
def test_a_negation_directly_before_is_seen_in_other_languages(quote: str, text: str) -> None:
    assert not verify_quote(quote, text).supported


CASES = list(read_cases())
MARKS = " .,!?\"'“”‘’«»「」…。"


def _wrong(case: Case, source: SourceText) -> bool:
    match = verify_quote(case.quote, source)
    meant = case.words is None or (match.text or "").strip(MARKS) == case.words.strip(MARKS)
    return match.supported != case.supported or (match.supported and not meant)


@pytest.mark.parametrize("article", sorted({case.article for case in CASES}))
def test_the_benchmark_is_kept_with_full_extent_and_nothing_else_accepted(article: str) -> None:
    cases = [case for case in CASES if case.article == article]
    source = SourceText(cases[0].text)
    assert [] == [(case.kind, case.quote) for case in cases if _wrong(case, source)]


def test_the_benchmark_is_as_large_as_its_page_says() -> None:
    kinds = {case.kind for case in CASES if not case.supported}
    assert (True, True, True) == (len(CASES) >= 300, len({case.article for case in CASES}) >= 12, len(kinds) >= 15)
