"""How replies are put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.conversation.speech import ENTRIES_A_PAGE, HALF_A_ROW, Speech
from bot.messages import Action, Verb
from knowledge.content import Entry, Happening, Knowledge, Review
from knowledge.facts import short_date
from tests.bot.conversation.resident import TODAY, actions, changed_estate, changed_language, said, title

RENT = "plan.rent"
NATIVE = Review("a neighbour", native=True, on=dt.date(2027, 1, 1))


def speech(knowledge: Knowledge, code: str = "en", today: dt.date = TODAY) -> Speech:
    return Speech(knowledge, knowledge.languages[code], today)


def entry_with(knowledge: Knowledge, *, offers_person: bool) -> Entry:
    return replace(knowledge.entries[RENT], offers_person=offers_person)


# Answers


def test_an_answer_has_its_title_words_source_and_a_question_in_this_order(knowledge: Knowledge) -> None:
    entry = knowledge.entries["plan.overview"]
    first, *_, source, last = speech(knowledge).answer(entry).text.split("\n\n")
    assert first == title(knowledge, entry.id)
    assert source.startswith(
        said(
            knowledge,
            "source-agreement",
            sections=", ".join(section[1:] for section in entry.sections),
            date=short_date(entry.confirmed, knowledge.languages["en"]),
        )
    )
    assert last == said(knowledge, "helped-question")


@pytest.mark.parametrize("code", ["da", "en", "ar", "tr"])
def test_every_answer_has_all_its_parts_and_no_raw_placeholder(knowledge: Knowledge, code: str) -> None:
    for entry in knowledge.entries.values():
        reply = speech(knowledge, code).answer(entry)
        assert len(reply.text.split("\n\n")) >= 4, entry.id
        assert "{" not in reply.text, entry.id


def test_facts_of_the_estate_carry_the_day_staff_went_through_them(knowledge: Knowledge) -> None:
    entry = replace(knowledge.entries[RENT], source="estate", confirmed=dt.date(2026, 1, 1))
    day = dt.date(2027, 2, 3)
    by_staff = speech(changed_estate(knowledge, confirmed=day)).answer(entry).text
    assert said(knowledge, "source-estate", date=short_date(day, knowledge.languages["en"])) in by_staff
    not_yet = speech(changed_estate(knowledge, confirmed=None)).answer(entry).text
    assert short_date(entry.confirmed, knowledge.languages["en"]) in not_yet


@pytest.mark.parametrize("code", ["da", "ar", "so"])
def test_a_date_set_by_the_staff_is_not_said_to_come_from_the_agreement(knowledge: Knowledge, code: str) -> None:
    entry = knowledge.entries["vote.when"]
    line = said(knowledge, "source-facts", code)
    assert entry.source == "agreement"
    assert line not in speech(knowledge, code).answer(entry).text
    announced = changed_estate(knowledge, vote=Happening(TODAY, None, None, None))
    assert line in speech(announced, code).answer(entry).text
    by_estate = announced.entries["vote.meeting"]
    met = changed_estate(announced, meeting=Happening(TODAY, dt.time(18), "Beboerhuset", None))
    assert line not in speech(met, code).answer(by_estate).text


@pytest.mark.parametrize("code", ["da", "tr"])
def test_a_language_no_native_speaker_has_read_says_so(knowledge: Knowledge, code: str) -> None:
    unread = changed_language(knowledge, code, reviews=())
    read = changed_language(knowledge, code, reviews=(NATIVE,))
    line = said(knowledge, "unreviewed", code)
    assert line in speech(unread, code).answer(knowledge.entries[RENT]).text
    assert line not in speech(read, code).answer(knowledge.entries[RENT]).text


def test_a_reader_who_is_no_native_speaker_does_not_count(knowledge: Knowledge) -> None:
    read = changed_language(knowledge, "tr", reviews=(replace(NATIVE, native=False),))
    assert said(knowledge, "unreviewed", "tr") in speech(read, "tr").answer(knowledge.entries[RENT]).text


def test_after_the_vote_an_answer_that_does_not_speak_of_it_has_a_notice(knowledge: Knowledge) -> None:
    language = knowledge.languages["en"]
    silent = replace(language.wordings[RENT], phases={})
    rejected = changed_language(
        changed_estate(knowledge, phase="rejected"), "en", wordings={**language.wordings, RENT: silent}
    )
    assert said(knowledge, "notice-rejected") in speech(rejected).answer(knowledge.entries[RENT]).text


def test_dates_are_told_while_they_are_to_come_and_not_afterwards(knowledge: Knowledge) -> None:
    day = dt.date(2027, 4, 5)
    announced = changed_estate(knowledge, vote=Happening(day, dt.time(18, 30), "Hall"), phase="before_vote")
    entry = next(
        each
        for each in knowledge.entries.values()
        if "{vote.date}" in knowledge.languages["en"].wordings[each.id].answer
    )
    before = speech(announced, today=day).answer(entry).text
    after = speech(announced, today=day + dt.timedelta(days=1)).answer(entry).text
    assert "5 April 2027" in before
    assert "5 April 2027" not in after


# Buttons of an answer


def test_below_an_answer_come_helped_then_related_then_danish_and_a_person(knowledge: Knowledge) -> None:
    entry = entry_with(knowledge, offers_person=False)
    related = [Action(Verb.ANSWER, each) for each in entry.related]
    assert actions(speech(knowledge).answer(entry)) == [
        Action(Verb.HELPED, RENT),
        Action(Verb.NOT_HELPED, RENT),
        *related,
        Action(Verb.DANISH, RENT),
        Action(Verb.PERSON),
    ]


@pytest.mark.parametrize("code", ["da", "en", "ar"])
def test_an_entry_that_offers_a_person_puts_the_person_first_and_once(knowledge: Knowledge, code: str) -> None:
    reply = speech(knowledge, code).answer(entry_with(knowledge, offers_person=True))
    assert [button.action for button in reply.buttons[0]] == [Action(Verb.PERSON)]
    assert actions(reply).count(Action(Verb.PERSON)) == 1


def test_the_content_has_entries_that_offer_a_person(knowledge: Knowledge) -> None:
    assert any(entry.offers_person for entry in knowledge.entries.values())


def test_in_danish_there_is_no_button_to_the_danish(knowledge: Knowledge) -> None:
    for offers_person in (True, False):
        reply = speech(knowledge, "da").answer(entry_with(knowledge, offers_person=offers_person))
        assert Verb.DANISH not in {action.verb for action in actions(reply)}


def test_a_related_entry_that_is_gone_has_no_button(knowledge: Knowledge) -> None:
    entry = replace(knowledge.entries[RENT], related=("plan.gone", "plan.start"))
    answers = [action for action in actions(speech(knowledge).answer(entry)) if action.verb is Verb.ANSWER]
    assert answers == [Action(Verb.ANSWER, "plan.start")]


# The Danish version


def test_the_danish_version_is_the_danish_answer_under_a_line_in_the_own_language(knowledge: Knowledge) -> None:
    reply = speech(knowledge, "ar").danish_answer(knowledge.entries[RENT])
    first, words, *_ = reply.text.split("\n\n")
    assert first == said(knowledge, "danish-version", "ar")
    assert words == title(knowledge, RENT, "da")
    assert not reply.rtl


def test_the_danish_version_does_not_ask_whether_it_helped(knowledge: Knowledge) -> None:
    for entry in knowledge.entries.values():
        text = speech(knowledge, "ar").danish_answer(entry).text
        assert said(knowledge, "helped-question", "da") not in text
        danish = speech(knowledge, "da").answer(entry).text
        assert danish.removesuffix("\n\n" + said(knowledge, "helped-question", "da")) in text


# Direction


def test_every_reply_tells_its_direction(knowledge: Knowledge) -> None:
    for code, language in knowledge.languages.items():
        own = speech(knowledge, code)
        page = own.topic("plan")
        assert page is not None
        replies = [own.say("menu"), own.answer(knowledge.entries[RENT]), own.person(), page]
        assert {reply.rtl for reply in replies} == {language.direction == "rtl"}
    assert speech(knowledge, "ar").say("menu").rtl
    assert not speech(knowledge, "da").say("menu").rtl


# Menus


def test_pages_are_full_but_for_the_last_and_lead_on(knowledge: Knowledge) -> None:
    topic = max(knowledge.topics, key=lambda each: len(knowledge.entries_of(each)))
    total = len(knowledge.entries_of(topic))
    assert total > ENTRIES_A_PAGE, "no topic of the content needs a second page"
    first = speech(knowledge).topic(topic)
    assert first is not None
    assert [action.verb for action in actions(first)] == [Verb.ANSWER] * ENTRIES_A_PAGE + [Verb.TOPIC, Verb.TOPICS]
    last = speech(knowledge).topic(f"{topic}~{(total - 1) // ENTRIES_A_PAGE}")
    assert last is not None
    assert [action.verb for action in actions(last)][-1] is Verb.TOPICS
    assert Verb.TOPIC not in {action.verb for action in actions(last)}


def test_languages_stand_two_in_a_row(knowledge: Knowledge) -> None:
    assert {len(row) for row in speech(knowledge).language_rows()[:-1]} == {2}


def test_topics_stand_two_in_a_row_but_for_long_ones(knowledge: Knowledge) -> None:
    rows = speech(knowledge).topic_rows()[:-2]
    assert 2 in {len(row) for row in rows}
    assert all(len(button.label) <= HALF_A_ROW for row in rows if len(row) == 2 for button in row)
