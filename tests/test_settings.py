from datetime import date
from pathlib import Path

import pytest

from summarize.errors import SettingsError
from summarize.settings import (
    DEFAULT,
    FILE_NAME,
    HIDDEN,
    Settings,
    environment_name,
    load_settings,
    public_address,
    unknown_variables,
)


@pytest.fixture(autouse=True)
def no_user_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def folder(tmp_path: Path, text: str | bytes) -> Path:
    work = tmp_path / "work" / "deep"
    work.mkdir(parents=True)
    (tmp_path / "work" / "summarize.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return work


def test_a_flag_wins_over_the_environment_that_over_the_file_and_that_over_the_default(
    tmp_path: Path,
) -> None:
    start = folder(tmp_path, 'model = "file"\nformat = "json"\nlanguage = "fr"\n')
    environ = {"SUMMARIZE_MODEL": "variable", "SUMMARIZE_FORMAT": "jsonl"}
    found = load_settings({"model": "flag", "format": None}, environ, start)

    expected = ("flag", "jsonl", "fr", False)
    assert expected == (found.values.model, found.values.format, found.values.language, found.values.quiet)
    origins = ("--model", "SUMMARIZE_FORMAT", str(tmp_path / "work" / "summarize.toml"), DEFAULT)
    assert origins == tuple(found.origins[name] for name in ("model", "format", "language", "quiet"))


def test_address_and_key_come_from_the_variables_that_other_tools_use(tmp_path: Path) -> None:
    environ = {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1", "OPENAI_API_KEY": "made-up"}
    found = load_settings({}, environ, tmp_path)
    assert found.values.base_url == environ["OPENAI_BASE_URL"]
    assert found.values.api_key is not None
    assert found.values.api_key.get_secret_value() == environ["OPENAI_API_KEY"]


def test_a_key_is_never_shown(tmp_path: Path) -> None:
    found = load_settings({"api_key": "made-up-secret"}, {}, tmp_path)
    assert HIDDEN in {name: shown for name, shown, _ in found.rows()}["api_key"]
    assert "made-up-secret" not in f"{found}{list(found.rows())}{found.values!r}"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"),
        ("https://desk:hush@models.example:8443/v1", "https://models.example:8443/v1"),
        ("https://models.example/v1/@team?key=hush#hush", "https://models.example/v1/@team"),
        ("htp://desk:hush@models.example/v1", "…"),
        ("https://desk:hu/sh@models.example/v1?key=hush", "…"),
        ("localhost", "localhost"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, expected: str) -> None:
    assert expected == public_address(address)


def test_neither_the_settings_nor_an_error_show_the_secrets_of_an_address(tmp_path: Path) -> None:
    found = load_settings({"base_url": "https://desk:hush@models.example/v1?key=hush"}, {}, tmp_path)
    assert "https://models.example/v1" == {name: shown for name, shown, _ in found.rows()}["base_url"]
    for broken in ("htp://desk:hush@models.example/v1", "https://desk:hush/x@models.example"):
        with pytest.raises(SettingsError) as caught:
            load_settings({"base_url": broken}, {}, tmp_path)
        assert "hush" not in str(caught.value)


def test_a_wrong_key_value_is_not_shown_either(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({}, {}, folder(tmp_path, "api_key = 12345678"))
    assert "12345678" not in str(caught.value)


def test_the_file_of_the_user_holds_where_no_folder_has_one(tmp_path: Path) -> None:
    path = tmp_path / "config" / "summarize" / "summarize.toml"
    path.parent.mkdir(parents=True)
    path.write_text('model = "mine"')
    found = load_settings({}, {}, tmp_path)
    assert (path, "mine") == (found.file, found.values.model)


def test_a_prompt_in_the_file_counts_from_the_folder_of_the_file(tmp_path: Path) -> None:
    start = folder(tmp_path, 'prompt = "mine.md"')
    assert load_settings({}, {}, start).values.prompt == tmp_path / "work" / "mine.md"


def test_an_empty_variable_counts_as_not_set(tmp_path: Path) -> None:
    assert load_settings({}, {"SUMMARIZE_MODEL": ""}, tmp_path).origins["model"] == DEFAULT


@pytest.mark.parametrize(("value", "expected"), [("1", True), ("true", True), ("0", False), ("no", False)])
def test_a_switch_in_the_environment_is_read(tmp_path: Path, value: str, expected: bool) -> None:
    assert load_settings({}, {"SUMMARIZE_QUIET": value}, tmp_path).values.quiet is expected


def test_a_date_in_the_file_is_a_date(tmp_path: Path) -> None:
    found = load_settings({}, {}, folder(tmp_path, "dateline = 2017-08-06"))
    assert found.values.dateline == date(2017, 8, 6)


@pytest.mark.parametrize(
    ("environ", "where", "hint"),
    [
        ({"SUMMARIZE_STRATEGY": "both"}, "SUMMARIZE_STRATEGY", "'article', 'sentence' or 'weighed'"),
        ({"SUMMARIZE_PARALLEL": "0"}, "SUMMARIZE_PARALLEL", "greater than or equal to 1"),
        ({"SUMMARIZE_MIN_CONFIDENCE": "70"}, "SUMMARIZE_MIN_CONFIDENCE", "0.7 for 70 %"),
        ({"SUMMARIZE_MIN_CONFIDENCE": "nan"}, "SUMMARIZE_MIN_CONFIDENCE", "0.7 for 70 %"),
        ({"SUMMARIZE_MIN_CONFIDENCE": "high"}, "SUMMARIZE_MIN_CONFIDENCE", "0.7 for 70 %"),
        ({"SUMMARIZE_TIMEOUT": "soon"}, "SUMMARIZE_TIMEOUT", "number"),
        ({"OPENAI_BASE_URL": "127.0.0.1"}, "OPENAI_BASE_URL", "http://"),
        ({"OPENAI_BASE_URL": "http://\udcff/v1"}, "OPENAI_BASE_URL", "cannot be printed"),
        ({"SUMMARIZE_DATELINE": "6.8.17"}, "SUMMARIZE_DATELINE", "YYYY-MM-DD"),
        ({"SUMMARIZE_DATELINE": "0"}, "SUMMARIZE_DATELINE", "YYYY-MM-DD"),
        ({"SUMMARIZE_QUIET": "perhaps"}, "SUMMARIZE_QUIET", "boolean"),
    ],
)
def test_a_value_that_does_not_fit_names_its_origin_and_what_would(
    tmp_path: Path, environ: dict[str, str], where: str, hint: str
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({}, environ, tmp_path)
    assert caught.value.where == where
    assert hint in (caught.value.hint or "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('modle = "x"', "did you mean 'model'?"),
        ('colour = "x"', "the keys are model, base_url"),
        ("model = ", "is not TOML"),
        (f"model = {'[' * 3000}{']' * 3000}", "is not TOML: too deep"),
        (b"model = '\xff'", "cannot be read"),
        ("[model]\nname = 'x'", "model cannot be"),
    ],
)
def test_a_broken_file_is_named_with_the_key(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings({}, {}, folder(tmp_path, text))
    assert caught.value.where == str(tmp_path / "work" / "summarize.toml")
    assert message in str(caught.value)


def test_every_setting_has_a_variable_and_a_description() -> None:
    assert len({environment_name(name) for name in Settings.model_fields}) == len(Settings.model_fields)
    assert all(field.description for field in Settings.model_fields.values())


def test_variables_that_look_like_settings_and_are_none_are_told() -> None:
    given = {"SUMMARIZE_MODLE": "x", "SUMMARIZE_MODEL": "y", "SUMMARIZE_DATA": "z", "PATH": "p", "SUMMARIZE_ZZZ": "q"}
    told = unknown_variables(given)
    assert ["SUMMARIZE_MODLE", "SUMMARIZE_ZZZ"] == list(told)
    assert "SUMMARIZE_MODEL" == told["SUMMARIZE_MODLE"]
    assert {"SUMMARIZE_API_KEY": "OPENAI_API_KEY"} == unknown_variables({"SUMMARIZE_API_KEY": "k"})


def test_settings_with_a_byte_order_mark_are_read(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('model = "m"\n', encoding="utf-8-sig")
    assert "m" == load_settings(environ={}, start=tmp_path).values.model
