"""Whatever a resident does, in whatever order: Nabo replies, and remembers a language it can write or none."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.messages import Action, Body, Commanded, Pressed, Unreadable, Verb, Written
from bot.understanding.decision import Candidate, Decision
from knowledge.content import Knowledge
from knowledge.load import load_knowledge
from tests.bot.conversation.resident import Resident

KNOWLEDGE = load_knowledge()
SOME_TEXT = st.text(st.characters(), max_size=20)
ENTRIES = st.sampled_from([*KNOWLEDGE.entries, "plan.gone"])
CODES = st.sampled_from([*KNOWLEDGE.languages, "nb", "sv", "ka", "ckb", "und"])
SMALLTALK = st.sampled_from(["greeting", "thanks", "goodbye", "ok"])
ABOUT = st.one_of(
    ENTRIES,
    CODES,
    st.sampled_from(KNOWLEDGE.topics),
    st.builds("{}~{}".format, st.sampled_from(KNOWLEDGE.topics), st.integers(-1, 120)),
    SOME_TEXT,
)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    language = draw(CODES)
    outcome = draw(st.sampled_from(["answer", "clarify", "escalate", "smalltalk", "no_match"]))
    listed = draw(st.lists(ENTRIES, min_size=2, max_size=3, unique=True))
    candidates = tuple(Candidate(each, 0.4) for each in listed)
    if outcome == "answer":
        return Decision("answer", listed[0], 0.9, candidates, language)
    if outcome == "smalltalk":
        return Decision("smalltalk", None, 0.9, candidates, language, smalltalk=draw(SMALLTALK))
    if outcome == "clarify":
        return Decision("clarify", None, 0.6, candidates, language)
    return Decision("escalate" if outcome == "escalate" else "no_match", None, 0.6, candidates, language)


BODIES: st.SearchStrategy[Body] = st.one_of(
    st.builds(Written, st.one_of(SOME_TEXT, st.just("when does it begin"), st.just("long " * 200)), st.booleans()),
    st.builds(Commanded, st.one_of(st.sampled_from(["start", "help", "language", "privacy", "forget"]), SOME_TEXT)),
    st.builds(Pressed, st.one_of(st.none(), st.builds(Action, st.sampled_from(Verb), ABOUT))),
    st.builds(Unreadable, st.one_of(st.sampled_from(["photo", "voice", "poll", "other"]), SOME_TEXT)),
)
APP_LANGUAGES = st.one_of(st.none(), CODES, st.sampled_from(["en-GB", "zh-hans", ""]), SOME_TEXT)


@settings(deadline=None, max_examples=200)
@given(APP_LANGUAGES, st.lists(st.tuples(BODIES, decisions()), min_size=1, max_size=8))
def test_there_is_always_a_reply_and_a_language_to_write_it_in(
    knowledge: Knowledge, app_language: str | None, messages: list[tuple[Body, Decision]]
) -> None:
    resident = Resident(knowledge, app_language)
    for body, decision in messages:
        replies = resident.does(body, decision)
        assert replies
        assert all(reply.text.strip() for reply in replies)
        if resident.memory is not None:
            assert resident.memory.language in {*knowledge.languages, None}
            assert resident.memory.candidate in {*knowledge.languages, None}


@settings(deadline=None, max_examples=50)
@given(APP_LANGUAGES, BODIES, decisions())
def test_the_same_message_gets_the_same_reply(
    knowledge: Knowledge, app_language: str | None, body: Body, decision: Decision
) -> None:
    assert Resident(knowledge, app_language).does(body, decision) == Resident(knowledge, app_language).does(
        body, decision
    )
