import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.article import Article
from summarize.passages import Passage, cut
from summarize.reading import read_article

PARAGRAPH = "The army left the town. It rained in the north. Nobody was hurt."


def article(paragraphs: int = 10) -> Article:
    return read_article("\n\n".join([PARAGRAPH] * paragraphs))


def owned_length(source: Article, passage: Passage) -> int:
    first, last = source.sentence(passage.owned.start), source.sentence(passage.owned.stop - 1)
    return last.end - first.start


def test_an_article_that_fits_is_one_passage() -> None:
    source = article(2)
    (passage,) = cut(source, max_characters=len(source.text))
    assert (0, len(source.text), range(1, 7)) == (passage.start, passage.end, passage.owned)


def test_context_is_shown_on_both_sides_and_owned_by_neither() -> None:
    source = read_article("\n\n".join(["It rained. The army left the town at night. It did."] * 3))
    middle = cut(source, max_characters=60, context_sentences=1)[1]
    assert (range(4, 7), [3, 4, 5, 6, 7]) == (middle.owned, [s.number for s in middle.sentences])


def test_context_takes_no_more_than_a_quarter_of_the_room_on_a_side() -> None:
    source = article(30)
    seen = [passage.end - passage.start for passage in cut(source, max_characters=200, context_sentences=50)]
    assert len(seen) > 1
    assert 200 < max(seen) <= 300


def test_context_that_takes_just_a_quarter_of_the_room_is_shown() -> None:
    source = read_article(" ".join(["It rained."] * 12))
    passage = cut(source, max_characters=4 * len("It rained. "), context_sentences=5)[1]
    assert (range(5, 9), [4, 5, 6, 7, 8, 9]) == (passage.owned, [s.number for s in passage.sentences])


def test_paragraph_ends_are_preferred() -> None:
    source = article(6)
    passages = cut(source, max_characters=2 * len(PARAGRAPH) + 30)
    assert [range(1, 7), range(7, 13), range(13, 19)] == [passage.owned for passage in passages]


@pytest.mark.parametrize(
    ("paragraphs", "owned"),
    [
        ((2, 4), [range(1, 3), range(3, 7)]),
        ((4, 2), [range(1, 5), range(5, 7)]),
        ((6,), [range(1, 4), range(4, 7)]),
        ((1, 5), [range(1, 4), range(4, 7)]),
        ((5, 1), [range(1, 4), range(4, 7)]),
        ((1, 4), [range(1, 3), range(3, 6)]),
        ((4, 1), [range(1, 3), range(3, 6)]),
    ],
)
def test_what_does_not_fit_is_halved_at_a_paragraph_near_its_middle(
    paragraphs: tuple[int, ...], owned: list[range]
) -> None:
    source = read_article("\n\n".join(" ".join(["It rained."] * count) for count in paragraphs))
    passages = cut(source, max_characters=1_000, fits=lambda passage: len(passage.owned) < sum(paragraphs))
    assert owned == [passage.owned for passage in passages]


def test_a_sentence_that_does_not_fit_among_its_neighbours_is_shown_alone() -> None:
    source = article(1)
    passages = cut(source, max_characters=1_000, context_sentences=1, fits=lambda passage: len(passage.sentences) < 3)
    assert [[1, 2], [2], [2, 3]] == [[sentence.number for sentence in passage.sentences] for passage in passages]


def test_a_heading_stays_with_the_paragraph_it_heads() -> None:
    source = read_article(f"{PARAGRAPH}\n\nA new day\n\n{PARAGRAPH}")
    second = cut(source, max_characters=len(PARAGRAPH) + 20)[1]
    assert source.sentence(second.owned.start).heading


def test_a_sentence_longer_than_the_room_is_a_passage_of_its_own() -> None:
    source = read_article(f"The army left. It {'really ' * 40}rained. Nobody was hurt.")
    assert [len(passage.owned) for passage in cut(source, max_characters=30)] == [1, 1, 1]


@pytest.mark.parametrize(("room", "context"), [(0, 2), (-5, 2), (100, -1)])
def test_impossible_sizes_are_refused(room: int, context: int) -> None:
    with pytest.raises(ValueError, match="must be at least"):
        cut(article(), max_characters=room, context_sentences=context)


SENTENCE = st.sampled_from(["The army left.", "It rained", "x\ny.", "“No.”", "\n\n", "A. Omar met 3.5 men.", "\n"])


@given(st.lists(SENTENCE, min_size=1, max_size=40), st.integers(1, 200), st.integers(0, 4))
@settings(max_examples=100)
def test_every_sentence_is_owned_once_and_seen_where_it_is_owned(parts: list[str], room: int, context: int) -> None:
    source = read_article("The start. " + " ".join(parts))
    passages = cut(source, max_characters=room, context_sentences=context)
    owned = [number for passage in passages for number in passage.owned]

    assert [s.number for s in source.sentences] == owned
    for passage in passages:
        assert set(passage.owned) <= {s.number for s in passage.sentences}
        assert (passage.start, passage.end) == (passage.sentences[0].start, passage.sentences[-1].end)
        assert len(passage.owned) == 1 or owned_length(source, passage) <= room


def test_a_long_article_is_cut_in_bounded_time() -> None:
    source = article(3_000)
    passages = cut(source, max_characters=4_000)
    assert sum(len(passage.owned) for passage in passages) == 9_000
