import io
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from summarize.article import Article
from summarize.errors import DatelineError, EncodingError, InputError
from summarize.reading import read_all, read_article, read_path
from summarize.record import DatelineBasis

TEXT = "The army left Darin on Monday. It rained."
PAGE = """<html><head><title>Army leaves Darin</title>
<meta property="og:site_name" content="Example News">
<meta property="article:published_time" content="2017-08-06T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Army leaves Darin</h1>
<p>The army left the town of Darin on Monday after three days of fighting, a monitor said.</p>
<p>Some 200 people had fled their homes by then, the mayor said in a short statement.</p></article></body></html>"""


def read_one(*inputs: str | Path, **options: object) -> Article:
    (found,) = read_all(inputs, **options)  # type: ignore[arg-type]
    assert isinstance(found, Article), found
    return found


def read_error(*inputs: str | Path) -> InputError:
    (found,) = read_all(inputs)
    assert isinstance(found, InputError), found
    return found


def test_the_text_is_stored_untouched() -> None:
    text = "\ufeff  The army left.\r\n\r\nIt\u00a0rained.  "
    assert read_article(text).text == text


def test_without_a_name_the_id_is_the_head_of_the_texts_hash() -> None:
    article = read_article(TEXT)
    assert article.id == article.document.sha256[:16]


@pytest.mark.parametrize(
    ("given", "published", "text", "day", "basis"),
    [
        ("2017-08-01", "2017-08-02", "2017-08-03 Troops left.", 1, DatelineBasis.GIVEN),
        (None, "2017-08-02", "2017-08-03 Troops left.", 2, DatelineBasis.METADATA),
        (None, None, "2017-08-03 Troops left.", 3, DatelineBasis.TEXT),
        (datetime(2017, 8, 4, 12), None, "Troops left.", 4, DatelineBasis.GIVEN),  # noqa: DTZ001 - of the caller's zone
    ],
)
def test_the_caller_wins_over_metadata_and_that_over_the_text(
    given: date | str | None, published: str | None, text: str, day: int, basis: DatelineBasis
) -> None:
    article = read_article(text, dateline=given, published=published)
    assert (article.dateline, article.dateline_basis) == (date(2017, 8, day), basis)
    assert type(article.dateline) is date


def test_without_any_date_there_is_none() -> None:
    assert read_article(TEXT).document.dateline_basis is DatelineBasis.NONE


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "is empty"), (" \n", "is empty"), ("2017-08-06", "no sentence"), ("...\n--", "no sentence")],
)
def test_a_text_without_words_is_refused(text: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_article(text)


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(InputError, match="character 3 of the text is half of a surrogate pair"):
        read_article("abc\ud800")
    with pytest.raises(InputError, match="character 0 of title is half of a surrogate pair"):
        read_article("abc", title="\udc00")


def test_a_text_given_in_place_of_a_path_is_an_error_that_says_how() -> None:
    error = read_error(TEXT * 200)
    assert len(error.where or "") < 300
    assert "summarize -" in (error.hint or "")


@pytest.mark.parametrize("name", ["", "a\x00b"])
def test_a_name_that_cannot_be_a_path_is_an_error(name: str) -> None:
    assert isinstance(read_error(name), InputError)


def test_standard_input_that_is_closed_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read_error("-").message == "is closed"


def test_a_file_whose_name_is_no_text_can_still_be_read(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    try:
        path.write_text(TEXT)
    except OSError:
        pytest.skip("the file system takes no such names")
    assert read_one(path).id == "caf\ufffd"


def test_a_file_gives_its_stem_as_id_and_its_path_as_origin(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(TEXT)
    article = read_one(path)
    assert (article.id, article.origin, len(article.sentences)) == ("one", str(path), 2)


def test_a_folder_is_read_in_order_with_what_lies_deeper_and_without_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/c.TXT", "ignored.csv", "deep/d.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": TEXT, "id": "d"}) if name.endswith("jsonl") else TEXT)
    assert [article.id for article in read_path(tmp_path)] == ["a", "b", "c", "d"]


def test_files_of_one_name_in_a_folder_are_told_apart_by_where_they_are(tmp_path: Path) -> None:
    for name in ("a/report.txt", "b/report.txt", "b/report.md", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = [item.id for item in read_all([tmp_path]) if isinstance(item, Article)]
    assert found == ["a/report", "b/report.md", "b/report.txt", "c"]


def test_no_two_articles_have_the_same_id(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_text('{"text": "It rained.", "id": "a"}\n{"text": "It rained.", "id": "a-2"}\n{"text": "It rained."}\n')
    (tmp_path / "a.txt").write_text(TEXT)
    found = [item.id for item in read_all([lines, tmp_path / "a.txt", lines]) if isinstance(item, Article)]
    assert found == ["a", "a-2", found[2], "a-3", "a-4", "a-2-2", f"{found[2]}-2"]


def test_what_is_hidden_in_a_folder_is_left_alone(tmp_path: Path) -> None:
    for name in (".git/a.txt", ".draft.txt", "shown.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    assert read_one(tmp_path).id == "shown"


@pytest.mark.parametrize(
    "text", ['{"text": "It rained."}\n{"text": "It snowed."}\n', '[\n {"text": "It rained."}\n]\n']
)
def test_json_is_not_taken_for_an_article(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.json").write_text(text)
    assert "is JSON" in read_error(tmp_path / "a.json").message
    (found,) = read_all(["-"], stdin=io.BytesIO(text.encode()))
    assert "FILE.jsonl" in str(found)


@pytest.mark.parametrize("text", ["[The army left Darin.]", '{"Leave," they said.', "[1] The army left."])
def test_a_text_may_begin_with_a_bracket(text: str) -> None:
    (found,) = read_all(["-"], stdin=io.BytesIO(text.encode()))
    assert isinstance(found, Article)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_json_lines_may_be_in_any_unicode_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(
        '{"text": "It rained.", "id": "a"}\r\n{"text": "Il a plu à Évry.", "id": "b"}\r\n'.encode(encoding)
    )
    assert [item.text for item in read_all([path]) if isinstance(item, Article)] == ["It rained.", "Il a plu à Évry."]


@pytest.mark.parametrize(("given", "code"), [("en", "en"), ("en-GB", "en"), ("PT_br", "pt")])
def test_the_language_of_a_line_is_its_code_without_a_region(tmp_path: Path, given: str, code: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "language": given}))
    assert read_one(path).language == code


def test_a_folder_goes_on_after_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00")
    (tmp_path / "b.txt").write_text(TEXT)
    kinds = [type(item) for item in read_all([tmp_path])]
    assert kinds == [EncodingError, Article]


def test_json_lines_bring_their_metadata(tmp_path: Path) -> None:
    line = {
        "text": TEXT,
        "id": 7,
        "title": "Army leaves",
        "publisher": "Example News",
        "date": "2017-08-06T10:00:00+03:00",
        "language": "fr",
        "url": "https://example.org/7",
        "more": [1],
    }
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(line) + "\n\n")
    document = read_one(path).document
    assert document.model_dump(exclude={"sha256", "characters"}) == {
        "id": "7",
        "title": "Army leaves",
        "publisher": "Example News",
        "dateline": date(2017, 8, 6),
        "dateline_basis": DatelineBasis.METADATA,
        "language": "fr",
        "origin": "https://example.org/7",
    }


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "is not JSON: "),
        ("[" * 100_000, "is not JSON: too deep"),
        ("[1]", "is a list, not a JSON object"),
        ('{"body": "x"}', "has no 'text'"),
        ('{"text": 3}', "'text' is a number, not a string"),
        ('{"text": ""}', "is empty"),
        ('{"text": null}', "'text' is null, not a string"),
        ('{"text": "It rained.", "language": "english"}', "'language' is 'english', not a code"),
        ('{"text": "It rained.", "id": true}', "'id' is true or false, not a string"),
        ('{"text": "It rained.", "title": ["x"]}', "'title' is a list, not a string"),
        ('{"text": "It rained.", "date": "soon"}', "'soon' is not a date"),
    ],
)
def test_a_broken_line_is_named_and_the_others_are_read(tmp_path: Path, line: str, problem: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "{TEXT}"}}\n{line}\n{{"text": "{TEXT}"}}\n')
    first, error, last = read_all([path])
    assert isinstance(error, InputError)
    assert (error.where, problem in error.message) == (f"{path}:2", True)
    assert isinstance(first, Article)
    assert isinstance(last, Article)


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"text": "\xff"}\n')
    assert read_error(path).where == f"{path}:1"


@pytest.mark.parametrize(("name", "problem"), [("missing.jsonl", "no such file"), ("empty.jsonl", "is empty")])
def test_json_lines_that_are_not_there_or_hold_nothing_are_an_error(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "empty.jsonl").write_text("\n\n")
    assert problem in read_error(tmp_path / name).message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_json_lines_are_read_from_a_named_pipe(tmp_path: Path, encoding: str) -> None:
    pipe = tmp_path / "a.jsonl"
    os.mkfifo(pipe)
    written = "".join(f'{{"id": "{name}", "text": "{TEXT}"}}\n' for name in "ab").encode(encoding)
    writer = Thread(target=pipe.write_bytes, args=[written])
    writer.start()
    assert ["a", "b"] == [article.id for article in read_path(pipe)]
    writer.join()


def test_a_page_that_is_too_large_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.reading.web.MAX_BYTES", 10)
    assert "is larger than 10 bytes" in read_error(f"{site}/page").message


def test_standard_input_is_read_from_bytes() -> None:
    article = read_one("-", stdin=io.BytesIO(TEXT.encode("utf-16")))
    assert (article.text, article.origin) == (TEXT, "standard input")


@pytest.mark.parametrize("head", ["", "<!DOCTYPE html>\n", " <!-- a > b -->\n<!doctype HTML>", '<?xml version="1.0"?>'])
def test_a_page_on_standard_input_is_read_as_one(head: str) -> None:
    article = read_one("-", stdin=io.BytesIO((head + PAGE).encode()))
    assert (article.title, article.origin) == ("Army leaves Darin", "standard input")


def test_a_text_on_standard_input_that_speaks_of_pages_stays_a_text() -> None:
    text = "An <html> page was found in Darin."
    assert read_one("-", stdin=io.BytesIO(text.encode())).text == text


def test_a_page_is_stored_as_its_own_text_with_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    article = read_one(path)
    assert "Home" not in article.text
    assert any("after three days of fighting, a monitor said." in s.text for s in article.sentences)
    known = (article.title, article.publisher, article.dateline, article.dateline_basis)
    assert known == ("Army leaves Darin", "Example News", date(2017, 8, 6), DatelineBasis.METADATA)


def test_a_page_in_the_encoding_it_declares_is_read(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1251">').replace("a monitor", "Иван")
    path = tmp_path / "page.htm"
    path.write_bytes(page.encode("cp1251"))
    assert "Иван" in read_one(path).text


def test_a_page_without_the_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    assert "summarize-events[web]" in (read_error(path).hint or "")


def test_a_page_that_breaks_its_parser_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", broken)
    (tmp_path / "page.html").write_text(PAGE)
    assert "cannot be parsed (RecursionError)" in read_error(tmp_path / "page.html").message


def test_a_page_without_an_article_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>")
    assert "no article was found" in read_error(path).message


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answers = {
            "/page": ("text/html; charset=utf-8", PAGE.encode()),
            "/text": ("text/plain; charset=iso-8859-1", "The army left a café.".encode("latin-1")),
            "/image": ("image/png", b"\x89PNG"),
            "/%D8%AF%D8%A7%D8%B1%D9%8A%D9%86?q=%C3%A9": ("text/plain", b"The army left."),
            "/short": ("text/plain", b"The army left no"),
        }
        kind, body = answers.get(self.path, ("text/plain", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        if self.path == "/short":
            self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


@pytest.fixture
def site() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), _Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_an_address_is_fetched(site: str) -> None:
    article = read_one(f"{site}/page")
    assert (article.title, article.origin) == ("Army leaves Darin", f"{site}/page")
    assert read_one(f"{site}/text").text == "The army left a café."


@pytest.mark.parametrize(
    ("path", "problem"), [("/image", "is image/png"), ("/gone", "answered 404"), ("/short", "broke off")]
)
def test_an_address_that_holds_no_text_is_an_error(site: str, path: str, problem: str) -> None:
    error = read_error(f"{site}{path}")
    assert (error.where, problem in error.message) == (f"{site}{path}", True)


def test_an_address_in_the_letters_of_its_language_is_fetched(site: str) -> None:
    assert read_one(f"{site}/دارين?q=é").text == "The army left."


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "http://a b.example/", "http://127.0.0.1:x/", "http://./"]
)
def test_an_address_that_is_none_is_an_error(address: str) -> None:
    assert "could not be fetched" in read_error(address).message


def test_a_page_that_takes_for_ever_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarize.reading.web.WHOLE_TIMEOUT", -1.0)
    assert "was still arriving" in read_error(f"{site}/page").message


def test_an_address_that_cannot_be_reached_is_an_error() -> None:
    assert "could not be fetched" in read_error("http://127.0.0.1:9/").message


def test_read_path_raises_what_read_all_yields(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        list(read_path(tmp_path / "missing.txt"))


@pytest.mark.parametrize("day", [date.min, date.max, datetime(999, 8, 6, tzinfo=UTC), "0001-01-01"])
def test_a_day_that_no_article_counts_from_is_refused_however_it_is_given(day: date | str) -> None:
    with pytest.raises(DatelineError, match="is not a date"):
        read_article("The army left Darin on Monday.", dateline=day)


def test_a_wrong_dateline_or_encoding_is_raised_before_anything_is_read() -> None:
    with pytest.raises(DatelineError):
        read_all([], dateline="06/08/2017")
    with pytest.raises(EncodingError):
        read_all([], encoding="klingon")
