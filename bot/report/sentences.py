"""The report in plain words: what moved, what was asked most, what had no answer, whether answers came in time."""

from __future__ import annotations

from collections.abc import Iterator

from bot.concerns.published import Period, Table
from bot.report.values import BoardReport, Direction, Trend
from bot.report.voice import Voice

IN_THE_PICTURE = 3


def three(report: BoardReport, voice: Voice) -> tuple[str, ...]:
    """What a busy reader should know: what moved most, what else stands out, and whether answers came in time."""
    moved = [trend_sentence(trend, voice) for trend in report.trends if trend.has_moved]
    news = [*(moved or [_calm(report, voice)]), *_most_asked(report, voice), *_without_answer(report, voice)]
    return (*news[: IN_THE_PICTURE - 1], in_time(report, voice))


def everything(report: BoardReport, voice: Voice) -> tuple[str, ...]:
    """All that can be said."""
    return (
        asked(report, voice),
        *(trend_sentence(trend, voice) for trend in report.trends),
        *_most_asked(report, voice),
        unanswered(report, voice),
        in_time(report, voice),
        voice("said-changes", count=len(report.changes)),
    )


def trend_sentence(trend: Trend, voice: Voice) -> str:
    """How one topic moved, or that too few asked to say."""
    arguments = {"what": voice.row(trend.row), "period": voice.period(trend.period)}
    if trend.direction is Direction.FEW:
        return voice("said-few", what=arguments["what"])
    if trend.now is None or trend.before is None:
        # From or to a figure that is hidden.
        return voice(f"said-{trend.direction}-hidden", **arguments, count=str(trend.now or trend.before or ""))
    return voice(f"said-{trend.direction}", **arguments, now=str(trend.now), before=str(trend.before))


def _calm(report: BoardReport, voice: Voice) -> str:
    is_known = any(trend.direction is Direction.LEVEL for trend in report.trends)
    return voice("said-calm") if is_known else voice("said-all-few")


def asked(report: BoardReport, voice: Voice) -> str:
    """How many residents asked anything in the last period."""
    period = report.published.periods[-1]
    count = report.published.residents.get(period)
    if count is None:
        return voice("said-residents-few", period=voice.period(period))
    return voice("said-residents", count=str(count), period=voice.period(period))


def _most_asked(report: BoardReport, voice: Voice) -> Iterator[str]:
    yield from _most(report.published.topics, report.published.periods[-1], voice, "said-most")


def _without_answer(report: BoardReport, voice: Voice) -> Iterator[str]:
    yield from _most(report.published.unanswered, report.published.periods[-1], voice, "said-unanswered")


def unanswered(report: BoardReport, voice: Voice) -> str:
    """What Nabo most often lacked an answer to in the last period."""
    return next(_without_answer(report, voice), voice("said-unanswered-few"))


def _most(table: Table, period: Period, voice: Voice, key: str) -> Iterator[str]:
    """A sentence on the row with the highest figure; nothing where all figures are hidden."""
    shown = {row: count for row in table.rows if (count := table.at(row, period))}
    if shown:
        row = max(shown, key=lambda each: shown[each])
        yield voice(key, what=voice.row(row), count=str(shown[row]), period=voice.period(period))


def in_time(report: BoardReport, voice: Voice) -> str:
    """How many cases were answered by the promised time, in all periods whose figures are shown."""
    weeks = report.published.punctuality
    shown = [(each.in_time, each.answered) for each in weeks if each.in_time is not None and each.answered is not None]
    if not shown:
        return voice("said-in-time-few")
    key = "said-in-time" if len(shown) == len(weeks) else "said-in-time-partly"
    met, due = (sum(column) for column in zip(*shown, strict=True))
    return voice(key, intime=str(met), due=str(due))
