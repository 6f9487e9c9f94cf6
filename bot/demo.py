"""Two months of residents who do not exist, counted by the real code, so that a board can try its report beforehand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from bot.cases.case import Case
from bot.concerns.cells import Count
from bot.concerns.disclosure import Rules
from bot.counting import Counter, WeekKeys, cells_of
from bot.effects import CaseChange, Changes, Memory, OpenCase, Turn
from bot.messages import Action, Body, Incoming, Pressed, Verb, Written
from bot.store.interface import DEMO, Store
from bot.understanding.decision import Candidate, Decision, Escalation
from bot.weekend import WeekEnd
from knowledge.content import Knowledge

WEEKS = 9
RESIDENTS = 320
LANGUAGES: Mapping[str, float] = {
    "da": 0.36, "ar": 0.17, "tr": 0.13, "en": 0.08, "ur": 0.05, "so": 0.06, "fa": 0.04,
    "bs": 0.03, "pl": 0.03, "uk": 0.02, "ro": 0.02, "vi": 0.01,
}  # fmt: skip
BEFORE_VOTE: Mapping[str, float] = {
    "plan": 0.30, "vote": 0.34, "rehousing": 0.12, "cafe": 0.07, "community": 0.06, "help": 0.07, "bot": 0.04,
}  # fmt: skip
AFTER_VOTE: Mapping[str, float] = {
    "plan": 0.22, "vote": 0.07, "rehousing": 0.44, "cafe": 0.06, "community": 0.05, "help": 0.13, "bot": 0.03,
}  # fmt: skip
BUSY = (0.22, 0.26, 0.33, 0.46, 0.55, 0.38, 0.36, 0.42, 0.45)
"""The share of residents who ask anything, by week; the vote is in the fifth."""
VOTE_WEEK = 4
CASES_A_WEEK = 9.0
IN_TIME = 0.85
# What happens to a question; the rest is answered at once.
SENSITIVE, UNANSWERED, ASKED_BACK, DID_NOT_HELP = 0.05, 0.09, 0.12, 0.07
TOPIC_TOLD, TAKES_UP, HANDED_OVER = 0.6, 0.7, 0.6
HOUR = dt.timedelta(hours=1)

Draw = np.random.Generator
Doing = tuple[Body, Decision | None, Turn]


@dataclass(slots=True)
class Demo:
    """Fills a store. The same seed gives the same figures."""

    store: Store
    knowledge: Knowledge
    keys: WeekKeys
    draw: Draw
    _now: dt.datetime = field(init=False)

    def fill(self, until: dt.date, progress: Callable[[int, int], None]) -> None:
        """Simulates the weeks that end before the Monday `until`, each published when it is over."""
        self.store.note(DEMO, "simulated residents")
        counter = Counter(self.keys, self.knowledge)
        coin = lambda: bool(self.draw.integers(2))  # noqa: E731 - as short as it is
        week_end = WeekEnd(self.store, counter, Rules(), coin, lambda: self._now)
        languages = self.draw.choice(list(LANGUAGES), RESIDENTS, p=list(LANGUAGES.values())).tolist()
        for week in range(WEEKS):
            monday = until - dt.timedelta(weeks=WEEKS - week)
            self._now = dt.datetime.combine(monday, dt.time(12), self.knowledge.zone)
            self._week(week, languages, counter)
            self._cases(counter)
            self._now += dt.timedelta(weeks=1)
            week_end.look()
            progress(week + 1, WEEKS)

    def _week(self, week: int, languages: Sequence[str], counter: Counter) -> None:
        asking = np.flatnonzero(self.draw.random(RESIDENTS) < BUSY[week]).tolist()
        counts: list[Count] = []
        for resident in asking:
            language = languages[resident]
            for _ in range(1 + self.draw.poisson(0.8)):
                for body, decision, turn in self._question(week, language):
                    incoming = Incoming(f"demo {resident}", body)
                    cells = cells_of(incoming, decision, turn, self.knowledge)
                    counts += counter.counts(incoming.address, cells, self._now)
        self.store.finish(None, self._now, Changes(counts=tuple(counts)))

    def _question(self, week: int, language: str) -> Iterator[Doing]:
        """What a resident does for one question, with what Nabo makes of it."""
        entry, turn = self._entry(week), Turn((), Memory(language))
        chance = self.draw.random()
        if chance < SENSITIVE:
            yield from self._sensitive(language, turn)
        elif chance < SENSITIVE + UNANSWERED:
            score = 0.4 if self.draw.random() < TOPIC_TOLD else 0.1
            yield Written(""), Decision("no_match", None, 0.5, (Candidate(entry, score),), language), turn
        elif chance < SENSITIVE + UNANSWERED + ASKED_BACK:
            yield Written(""), Decision("clarify", None, 0.5, (Candidate(entry, 0.4),), language), turn
            if self.draw.random() < TAKES_UP:
                yield Pressed(Action(Verb.ANSWER, entry)), None, turn
        else:
            yield Written(""), Decision("answer", entry, 0.9, (Candidate(entry, 0.9),), language), turn
            if self.draw.random() < DID_NOT_HELP:
                yield Pressed(Action(Verb.NOT_HELPED, entry)), None, turn

    def _sensitive(self, language: str, turn: Turn) -> Iterator[Doing]:
        matter = Escalation("money", urgent=False, mode="ask")
        yield Written(""), Decision("escalate", None, 0.9, (), language, matter), turn
        if self.draw.random() < HANDED_OVER:
            opened = OpenCase("money", False, language, False, None, None)
            yield Pressed(Action(Verb.UNNAMED, "money")), None, replace(turn, effects=(opened,))

    def _entry(self, week: int) -> str:
        """A few questions of a topic are asked much more often than the others."""
        share = 0.0 if week < VOTE_WEEK else min(1.0, (week - VOTE_WEEK + 0.4) / 2)
        topics = [topic for topic in BEFORE_VOTE if self.knowledge.entries_of(topic)]
        weights = np.array([(1 - share) * BEFORE_VOTE[each] + share * AFTER_VOTE[each] for each in topics])
        topic = str(self.draw.choice(topics, p=weights / weights.sum()))
        entries = self.knowledge.entries_of(topic)
        ranks = 1.0 / np.arange(1, len(entries) + 1) ** 1.3
        return entries[int(self.draw.choice(len(entries), p=ranks / ranks.sum()))].id

    def _cases(self, counter: Counter) -> None:
        """Cases that are answered, in time or late; only how they were met is kept."""
        before, after = [], []
        for number in range(int(self.draw.poisson(CASES_A_WEEK))):
            case = Case(number, "", "", "", False, False, self._now, self._now + 8 * HOUR)
            late = self.draw.random() >= IN_TIME
            before.append(case)
            after.append(CaseChange(replace(case, answered=self._now + (9 if late else 2) * HOUR)))
        counts = counter.punctuality(Changes(cases=tuple(after)), lambda number: before[number], self._now)
        self.store.finish(None, self._now, Changes(counts=counts))
