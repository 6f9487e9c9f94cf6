"""What may be shown of counts, so that nobody can be picked out of them.

Each figure is blurred on its own, once, and shown only if both the count and the blurred figure are large enough. What
was published is kept and never made anew, and the counts it was made from are deleted in the same step.

**Method.** The two-sided geometric mechanism (A. Ghosh, T. Roughgarden, M. Sundararajan, "Universally
utility-maximizing privacy mechanisms", STOC 2009) with base 1/2, as perturbation of cells (A. Hundepool et al.,
"Statistical Disclosure Control", Wiley 2012, chapter 5), and primary suppression. It is drawn from fair coins in whole
numbers, so that there are no rounding errors to attack (I. Mironov, "On significance of the least significant bits for
differential privacy", CCS 2012).

**Why no complementary suppression.** Hiding further cells (M. Fischetti, J. J. Salazar, "Solving the cell suppression
problem on tabular data with linear constraints", Management Science 2001) is needed where published cells add up to
published totals. Here none do: a topic has a blur of its own, not the sum of its entries', and so have the number of
residents, every language and every outcome. The true counts obey relations that an attacker knows: an entry is at most
its topic, a topic at most the sum of its entries, anything at most the number of residents, and those at most the sum
of the languages. But the blur has no bound, so that these relations never give a count.

**What is guaranteed.**
1. A cell under `floor` is never shown. What is shown is at least `shown_from`.
2. Whatever is published, no equation, bound, total or earlier report gives an upper bound for any cell but the number
   of people there are. The only lower bound for certain is that a shown cell, and what contains it, holds `floor`.
3. Somebody who knows all of everybody but one resident, and sees one figure, changes the odds of that resident having
   taken part by a factor of two at most. One question is in five figures at most, hence 2**5; nobody is in more than
   `MOST_CELLS` a week. The bounds of several weeks multiply.

**What is not.** The first line has a price. Where a cell holds exactly `floor` residents, somebody knows all but one of
them, and the blur is at least `BLUR_MARGIN` (1 in 192), that a figure is shown at all tells of the last one. No rule
that always hides under five can avoid that: it can only be made rare. And what is protected is the single resident, not
what many have in common: that many who write Turkish ask about the vote is what the report is there to tell.
Weeks put together count a resident once for each.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Coin = Callable[[], bool]
"""A fair coin, thrown anew at each call."""

SMALLEST_FLOOR = 5
BLUR_MARGIN = 7
"""How far above the floor a blurred figure must be: P(blur >= 7) = 1/192."""
QUIET = 4
"""A week with fewer than so many times the floor, after blurring, is put together with the next."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator may make stricter, and not laxer."""

    floor: int = SMALLEST_FLOOR

    def __post_init__(self) -> None:
        if self.floor < SMALLEST_FLOOR:
            raise ValueError(f"the floor is {self.floor}, it must be {SMALLEST_FLOOR} at least")

    @property
    def shown_from(self) -> int:
        """The smallest figure that is ever shown."""
        return self.floor + BLUR_MARGIN

    @property
    def enough(self) -> int:
        """The blurred number of residents from which on a period is published."""
        return QUIET * self.floor


def blur(coin: Coin) -> int:
    """A whole number z with probability 2**-abs(z) / 3: heads in a row before tails, less another such run."""
    return _run(coin) - _run(coin)


def _run(coin: Coin) -> int:
    length = 0
    while coin():
        length += 1
    return length


def shown(count: int, rules: Rules, coin: Coin) -> int | None:
    """The figure to publish for a count; None hides it."""
    return shown_as(count, count + blur(coin), rules)


def shown_as(count: int, blurred: int, rules: Rules) -> int | None:
    """A blurred figure, or None where it or the count behind it is too small."""
    return blurred if count >= rules.floor and blurred >= rules.shown_from else None
