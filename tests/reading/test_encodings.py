import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.errors import EncodingError
from summarize.reading import decode
from summarize.reading.encodings import check_encoding

ARABIC = "قال مسؤول محلي إن الجيش انسحب من البلدة يوم الاثنين بعد معارك استمرت ثلاثة أيام في محيطها"
RUSSIAN = "Армия в понедельник покинула город после трёх дней боёв, сообщил местный чиновник журналистам."
CHINESE = "当地一名官员表示，经过三天的战斗，军队于星期一撤出了该镇。联合国说有两万人逃离家园。"
FRENCH = "L’armée a quitté la ville lundi après trois jours de combats, a déclaré un élu à Évry."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The army left Darin — “at last”, she said… 50 € a day.", "cp1252"),
        ("Ten people left a café in Darin.", "latin-1"),
        (FRENCH, "cp1252"),
        (ARABIC, "cp1256"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (CHINESE, "gb18030"),
    ],
)
def test_a_legacy_encoding_that_fits_well_is_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), where="x") == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_and_its_mark_left_out(encoding: str) -> None:
    assert decode("“Ἀ” и א\r\n".encode(encoding), where="x") == "“Ἀ” и א\r\n"


def test_big_endian_marks_count_too() -> None:
    assert decode(codecs.BOM_UTF16_BE + "Darin".encode("utf-16-be"), where="x") == "Darin"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"abc\x00", "byte 0x00 at offset 3"),
        ("Darin".encode("utf-16-le"), "byte 0x00 at offset 1"),
        (f"{FRENCH} {FRENCH}".encode() + b"\xe9", "byte 0xe9 at offset"),
        (b"abc \xff def", "byte 0xff at offset 4"),
        (b"\xe9", "byte 0xe9 at offset 0"),
        (bytes(range(1, 256)), "byte 0x80 at offset 127"),
        (codecs.BOM_UTF16_LE + b"a", "byte 0x61 at offset 2"),
        (b"%PDF-1.7 ...", "is a PDF, not text"),
    ],
)
def test_what_is_in_doubt_is_refused_and_the_byte_named(data: bytes, problem: str) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, where="a.txt")
    assert str(caught.value).startswith("a.txt: ")
    assert problem in caught.value.message


def test_an_encoding_that_is_named_is_used_whatever_the_bytes_look_like() -> None:
    assert decode("Darin é".encode(), where="x", encoding="latin-1") == "Darin Ã©"


def test_bytes_that_are_not_in_the_named_encoding_are_refused() -> None:
    with pytest.raises(EncodingError, match="byte 0xe9 at offset 1 is not ascii"):
        decode(b"a\xe9", where="x", encoding="ascii")


def test_bytes_are_refused_by_an_encoding_that_does_not_tell_which_one_is_wrong() -> None:
    with pytest.raises(EncodingError, match=r"^x: .*is not punycode"):
        decode(b"The army left Darin.", where="x", encoding="punycode")


def test_a_declared_encoding_is_tried_after_unicode_and_an_unknown_one_ignored() -> None:
    assert decode(b"caf\xe9", where="x", declared="iso-8859-1") == "café"
    assert decode("café".encode(), where="x", declared="iso-8859-1") == "café"
    assert decode("café".encode(), where="x", declared="x-unknown") == "café"


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "", "utf 8\x00"])
def test_a_name_that_is_no_text_encoding_is_refused(name: str) -> None:
    with pytest.raises(EncodingError, match="unknown encoding"):
        check_encoding(name)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufeff"), min_size=1))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), where="x") == text


@given(st.binary(max_size=300))
@settings(max_examples=50)
def test_any_bytes_are_text_or_an_error_that_says_what_to_do(data: bytes) -> None:
    advice: str | None = "none needed"
    try:
        decode(data, where="x")
    except EncodingError as error:
        advice = error.hint
    assert advice is not None
