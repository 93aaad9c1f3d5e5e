from datetime import date

import pytest

from summarize.evaluation.edtf import bounds, within


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2017-08-05", date(2017, 8, 5), date(2017, 8, 5)),
        ("2017-08-05T14:00", date(2017, 8, 5), date(2017, 8, 5)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2017", date(2017, 1, 1), date(2017, 12, 31)),
        ("201X", date(2010, 1, 1), date(2019, 12, 31)),
        ("2017-XX", date(2017, 1, 1), date(2017, 12, 31)),
        ("2017-08-XX", date(2017, 8, 1), date(2017, 8, 31)),
        ("2017-21", date(2017, 3, 1), date(2017, 5, 31)),
        ("2017-24", date(2017, 12, 1), date(2018, 2, 28)),
        ("2017-08-05~", date(2017, 8, 5), date(2017, 8, 5)),
        ("../2017-08-05", None, date(2017, 8, 5)),
        ("2017-06-06/..", date(2017, 6, 6), None),
        ("2017-07-24/2017-08-05", date(2017, 7, 24), date(2017, 8, 5)),
    ],
)
def test_an_edtf_string_has_a_first_and_a_last_day(edtf: str, first: date | None, last: date | None) -> None:
    assert (first, last) == bounds(edtf)


@pytest.mark.parametrize("written", ["yesterday", "2017-13-01", "2017-02-30", "../..", "2017-08-05/2017-08-01", "17"])
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        bounds(written)


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("2017-08-05", "2017-08", True),
        ("2017-08", "2017-08-05", False),
        ("2017-08-01", "../2017-08-05", True),
        ("2017-08-06", "../2017-08-05", False),
        ("../2017-08-05", "../2017-08-06", True),
        ("../2017-08-05", "2017-08-05", False),
        ("2017-06-06/..", "2017-08-05", False),
    ],
)
def test_an_interval_lies_within_another_when_all_its_days_do(inner: str, outer: str, expected: bool) -> None:
    assert expected is within(bounds(inner), bounds(outer))
