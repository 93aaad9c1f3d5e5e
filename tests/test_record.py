import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from summarize import record
from summarize.record import EventSummary, Span


def _models() -> list[type[BaseModel]]:
    return [
        thing
        for _, thing in inspect.getmembers(record, inspect.isclass)
        if issubclass(thing, record.Record) and thing is not record.Record
    ]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_field_of_the_record_is_documented(model: type[BaseModel]) -> None:
    undocumented = [name for name, field in model.model_fields.items() if not field.description]
    assert undocumented == []


@pytest.mark.parametrize("model", _models(), ids=lambda model: model.__name__)
def test_every_part_of_the_record_is_frozen_and_closed(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


@given(st.text(min_size=1), st.integers(min_value=0, max_value=10**9))
def test_a_span_as_long_as_its_text_is_accepted(text: str, start: int) -> None:
    span = Span(start=start, end=start + len(text), text=text)
    assert text == span.text


@given(st.text(min_size=1), st.integers(min_value=1, max_value=50))
def test_a_span_of_another_length_is_refused(text: str, excess: int) -> None:
    with pytest.raises(ValidationError):
        Span(start=0, end=len(text) + excess, text=text)


def test_the_schema_names_every_field_of_the_summary() -> None:
    schema = EventSummary.model_json_schema()
    assert set(EventSummary.model_fields) == set(schema["properties"])
