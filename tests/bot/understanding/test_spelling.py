"""Character n-grams: typos change few of them, other words change nearly all."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.spelling import BUCKETS, Grams, grams, weighted

EVEN = np.ones(BUCKETS, dtype=np.float32)


def likeness(one: str, other: str) -> float:
    """Cosine between the n-grams of two texts."""

    def spread(text: str) -> np.ndarray:
        row = np.zeros(BUCKETS, dtype=np.float32)
        row[grams(text).buckets] = weighted(grams(text), EVEN)
        return row

    return float(spread(one) @ spread(other))


def assert_same(one: Grams, other: Grams) -> None:
    assert sorted(one.buckets) == sorted(other.buckets)
    assert sorted(one.weights) == sorted(other.weights)


def test_a_typo_leaves_most_of_a_message() -> None:
    assert likeness("when does the renovation begin", "when does teh renovaton begin") > 0.6


def test_another_question_shares_little() -> None:
    assert likeness("when does the renovation begin", "how much is lunch") < 0.2


def test_letters_without_their_marks_are_the_same() -> None:
    assert_same(grams("ne zaman başlayacak"), grams("NE ZAMAN BASLAYACAK"))


def test_the_order_of_words_matters_little() -> None:
    assert 0.9 < likeness("rent after", "after rent") < 1


def test_pieces_of_two_to_five_letters_within_a_word_and_its_borders() -> None:
    # " ab " has the pairs " a", "ab", "b ", the triples " ab", "ab " and itself; "ab" is also a whole word
    assert len(grams("ab").buckets) == 7


def test_two_words_side_by_side_are_a_piece_of_their_own() -> None:
    assert len(grams("ab cd").buckets) == len(grams("ab").buckets) + len(grams("cd").buckets) + 1


def test_what_comes_again_counts_more_but_not_twice() -> None:
    once, twice = grams("rent"), grams("rent rent")
    counted = dict(zip(twice.buckets.tolist(), twice.weights.tolist(), strict=True))
    assert [counted[bucket] for bucket in once.buckets] == [np.float32(1 + np.log(2))] * len(once.buckets)


@given(st.text(st.characters(), max_size=200))
def test_any_text_has_grams_within_bounds_and_of_length_one_or_none(text: str) -> None:
    found = grams(text)
    assert ((found.buckets >= 0) & (found.buckets < BUCKETS)).all()
    assert len(set(found.buckets.tolist())) == len(found.buckets)
    length = float(np.linalg.norm(weighted(found, EVEN)))
    assert length == 0 if len(found.buckets) == 0 else abs(length - 1) < 1e-5


def test_the_same_text_has_the_same_buckets_in_every_run() -> None:
    """The numbers stand in kept models: if they move, raise `index.FORMAT`."""
    assert sorted(grams("ab").buckets.tolist()) == [15122, 26515, 50528, 63704, 81221, 84077, 86504]
