"""The model learns from whatever examples there are, few or many."""

from __future__ import annotations

import numpy as np
import pytest

from bot.understanding.examples import Example
from bot.understanding.learning import fit, fit_languages
from bot.understanding.model import Weights, weighed
from tests.bot.understanding.small import RENT, START, CountingEmbedder, examples_of_two

EVEN = Weights(1.0, 1.0, 1.0, 1.0)


def three_labels() -> list[Example]:
    return [*examples_of_two(), *(Example(text, "cafe.menu", "en") for text in ("what is for lunch", "todays dish"))]


@pytest.mark.parametrize("examples", [examples_of_two(), three_labels()], ids=["two labels", "three labels"])
def test_every_view_gives_each_example_its_own_label(examples: list[Example]) -> None:
    embedder = CountingEmbedder()
    model = fit(examples, embedder.embed([example.text for example in examples]))
    assert model.labels == tuple(sorted({example.label for example in examples}))
    for example in examples:
        for view in model.views(example.text, embedder.embed([example.text])[0]):
            assert view.shape == (len(model.labels),)
            assert model.labels[int(view.argmax())] == example.label


def test_the_same_examples_always_give_the_same_model() -> None:
    embedder = CountingEmbedder()
    text = "when does my rent start"
    one, other = (
        fit(three_labels(), embedder.embed([example.text for example in three_labels()])).views(
            text, embedder.embed([text])[0]
        )
        for _ in range(2)
    )
    assert all(np.array_equal(left, right) for left, right in zip(one, other, strict=True))


def test_the_weighed_views_are_probabilities() -> None:
    embedder = CountingEmbedder()
    examples = three_labels()
    model = fit(examples, embedder.embed([example.text for example in examples]))
    chances = weighed(model.views("lunch rent", embedder.embed(["lunch rent"])[0]), EVEN)
    assert chances.sum() == pytest.approx(1, abs=1e-5)
    assert (chances >= 0).all()


def test_without_a_vector_spelling_alone_speaks() -> None:
    embedder = CountingEmbedder()
    model = fit(examples_of_two(), embedder.embed([example.text for example in examples_of_two()]))
    meaning, spelling, nearest, closest = model.views(RENT[0], None)
    assert not meaning.any()
    assert not nearest.any()
    for view in (spelling, closest):
        assert model.labels[int(view.argmax())] == "plan.rent"


def test_a_phrasing_itself_is_as_close_as_can_be() -> None:
    embedder = CountingEmbedder()
    model = fit(examples_of_two(), embedder.embed([example.text for example in examples_of_two()]))
    closest = model.closest(RENT[0], likely={0, 1})
    assert closest[0] == 1
    assert 0 <= closest[1] < 1
    assert not model.closest(RENT[0], likely=set()).any()


@pytest.mark.parametrize("text", ["", "?", "\x00", "زز", "a"])
def test_a_text_that_is_like_nothing_has_views_without_gaps(text: str) -> None:
    embedder = CountingEmbedder()
    model = fit(examples_of_two(), embedder.embed([example.text for example in examples_of_two()]))
    for view in model.views(text, np.zeros(embedder.dimensions, dtype=np.float32)):
        assert np.isfinite(view).all()


def test_the_language_of_words_is_learnt() -> None:
    words = fit_languages(examples_of_two())
    assert words.languages == ("da", "en")
    for text, code in ((START[3], "da"), (START[0], "en")):
        likeness = words.likeness(text)
        assert max(likeness, key=lambda each: likeness[each]) == code
        assert all(0 <= each <= 1 for each in likeness.values())


def test_three_languages_are_learnt_too() -> None:
    more = [Example("kira ne kadar olacak", "plan.rent", "tr"), Example("ne zaman başlıyor", "plan.start", "tr")]
    words = fit_languages([*examples_of_two(), *more])
    likeness = words.likeness("kira ne zaman")
    assert max(likeness, key=lambda each: likeness[each]) == "tr"
