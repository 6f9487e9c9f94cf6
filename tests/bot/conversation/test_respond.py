"""What Nabo says to what: a specification with decisions made by hand."""

from __future__ import annotations

import pytest

from bot.conversation.chat import Interpreting
from bot.conversation.respond import COMMANDS
from bot.effects import Memory
from bot.messages import Action, Commanded, Pressed, Unreadable, Verb, Written
from bot.understanding.normalise import MAX_CHARACTERS
from knowledge.content import Contact, Knowledge
from tests.bot.conversation.resident import (
    Resident,
    actions,
    answer,
    buttons,
    changed_estate,
    changed_language,
    clarify,
    known,
    no_match,
    said,
    smalltalk,
    title,
)

RENT, START = "plan.rent", "plan.start"


# Welcome


def test_start_greets_in_the_language_of_the_app_and_offers_all_languages(knowledge: Knowledge) -> None:
    (reply,) = Resident(knowledge, app_language="tr").commands("start")
    assert reply.text.startswith(said(knowledge, "welcome", "tr", estate=knowledge.estate.name))
    assert actions(reply) == [Action(Verb.LANGUAGE, code) for code in knowledge.languages]


def test_languages_are_offered_by_their_own_names(knowledge: Knowledge) -> None:
    replies = Resident(knowledge).commands("start")
    assert [button.label for button in buttons(replies)] == [each.name for each in knowledge.languages.values()]


@pytest.mark.parametrize("app_language", [None, "xx", "ka-GE", ""])
def test_who_has_an_app_in_no_language_of_ours_is_greeted_in_danish_and_in_one_more(
    knowledge: Knowledge, app_language: str | None
) -> None:
    (reply,) = Resident(knowledge, app_language).commands("start")
    assert said(knowledge, "choose-language", "da") in reply.text
    assert said(knowledge, "choose-language", "en") in reply.text


def test_readers_of_a_neighbouring_language_are_greeted_in_ours(knowledge: Knowledge) -> None:
    (reply,) = Resident(knowledge, app_language="nb").commands("start")
    assert reply.text.startswith(said(knowledge, "welcome", "da", estate=knowledge.estate.name))
    assert said(knowledge, "choose-language", "en") not in reply.text


def test_the_region_of_the_app_does_not_matter(knowledge: Knowledge) -> None:
    assert Resident(knowledge, "en-GB").commands("start") == Resident(knowledge, "en").commands("start")


def test_the_welcome_says_what_is_kept(knowledge: Knowledge) -> None:
    (reply,) = Resident(knowledge, app_language="en").commands("start")
    assert said(knowledge, "welcome-privacy") in reply.text


def test_a_greeting_as_first_message_is_welcomed_as_start_is(knowledge: Knowledge) -> None:
    greeted = Resident(knowledge, "en").writes(smalltalk("greeting"))
    assert greeted == Resident(knowledge, "en").commands("start")


def test_who_has_chosen_is_welcomed_in_the_chosen_language_alone(knowledge: Knowledge) -> None:
    (reply,) = Resident(knowledge, "en", Memory("ar", chosen=True)).commands("start")
    assert reply.text.startswith(said(knowledge, "welcome", "ar", estate=knowledge.estate.name))
    assert reply.rtl


# Choosing a language


def test_choosing_a_language_is_confirmed_in_it_with_the_topics(knowledge: Knowledge) -> None:
    resident = Resident(knowledge, "en")
    (reply,) = resident.presses(Verb.LANGUAGE, "tr")
    assert reply.text == said(knowledge, "language-set", "tr")
    assert Action(Verb.TOPIC, "plan") in actions(reply)
    assert resident.memory == Memory("tr", chosen=True)


def test_after_choosing_everything_is_in_that_language(knowledge: Knowledge) -> None:
    resident = Resident(knowledge, "en")
    resident.presses(Verb.LANGUAGE, "ar")
    (menu,) = resident.commands("topics")
    assert menu.text == said(knowledge, "menu", "ar")


@pytest.mark.parametrize("code", ["xx", "", "ar~1", "EN"])
def test_a_language_there_is_not_leaves_everything_as_it_was(knowledge: Knowledge, code: str) -> None:
    resident = known(knowledge)
    (reply,) = resident.presses(Verb.LANGUAGE, code)
    assert reply.text == said(knowledge, "old-button")
    assert resident.memory == Memory("en")


def test_the_command_language_offers_all(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).commands("language")
    assert reply.text == said(knowledge, "choose-language")
    assert len(actions(reply)) == len(knowledge.languages)


# Language, followed


def test_smalltalk_never_changes_the_language(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en")
    for kind in ("greeting", "thanks", "goodbye", "ok"):
        (reply,) = resident.writes(smalltalk(kind, language="tr"))
        assert reply.text == said(knowledge, f"smalltalk-{kind}")
        assert resident.memory == Memory("en")


def test_a_language_that_was_only_noticed_follows_the_next_message_and_says_so(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en")
    first, reply = resident.writes(answer(RENT, "tr"))
    assert first.text == said(knowledge, "language-followed", "tr")
    assert title(knowledge, RENT, "tr") in reply.text
    assert resident.memory == Memory("tr")


def test_a_chosen_language_stays_at_the_first_message_in_another_and_offers_it(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en", chosen=True)
    (reply,) = resident.writes(answer(RENT, "tr"))
    assert title(knowledge, RENT, "en") in reply.text
    assert actions(reply)[-1] == Action(Verb.LANGUAGE, "tr")
    assert resident.memory == Memory("en", chosen=True, candidate="tr")


def test_a_chosen_language_changes_at_the_second_message_in_another(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en", chosen=True)
    resident.writes(answer(RENT, "tr"))
    first, reply = resident.writes(answer(START, "tr"))
    assert first.text == said(knowledge, "language-followed", "tr")
    assert title(knowledge, START, "tr") in reply.text
    assert resident.memory == Memory("tr", chosen=True)


def test_two_messages_in_two_other_languages_change_nothing(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en", chosen=True)
    for language in ("tr", "ar", "tr"):
        resident.writes(answer(RENT, language))
        assert resident.memory is not None
        assert resident.memory.language == "en"


def test_writing_the_chosen_language_again_takes_the_offer_back(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en", chosen=True)
    resident.writes(answer(RENT, "tr"))
    resident.writes(answer(RENT, "en"))
    assert resident.memory == Memory("en", chosen=True)


# A language without answers


def test_who_writes_a_language_of_no_folder_is_told_answered_and_offered_ours(knowledge: Knowledge) -> None:
    resident = Resident(knowledge, "en")
    before, reply, after = resident.writes(answer(RENT, "ka"))
    assert before.text == said(knowledge, "language-unknown")
    assert title(knowledge, RENT) in reply.text
    assert actions(after) == [Action(Verb.LANGUAGE, code) for code in knowledge.languages]


def test_who_has_chosen_is_not_told_again_that_their_language_is_missing(knowledge: Knowledge) -> None:
    resident = known(knowledge, "en", chosen=True)
    (reply,) = resident.writes(answer(RENT, "ka"))
    assert title(knowledge, RENT) in reply.text


def test_an_unknown_language_is_not_taken_for_a_missing_one(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(no_match("und"))
    assert reply.text == said(knowledge, "no-match")


# First contact


def test_the_first_answer_comes_with_a_notice_and_the_second_does_not(knowledge: Knowledge) -> None:
    resident = Resident(knowledge)
    reply, notice = resident.writes(answer(RENT))
    assert title(knowledge, RENT) in reply.text
    assert notice.text == said(knowledge, "first-notice")
    assert len(resident.writes(answer(START))) == 1


def test_whatever_comes_first_brings_the_notice_once(knowledge: Knowledge) -> None:
    for first in (Unreadable("photo"), Commanded("help"), Written("🏠")):
        resident = Resident(knowledge)
        assert resident.does(first)[-1].text == said(knowledge, "first-notice")
        assert len(resident.writes(answer(RENT))) == 1


def test_the_first_message_is_answered_in_its_own_language_without_remark(knowledge: Knowledge) -> None:
    resident = Resident(knowledge, app_language="en")
    reply, notice = resident.writes(answer(RENT, "ar"))
    assert title(knowledge, RENT, "ar") in reply.text
    assert notice.text == said(knowledge, "first-notice", "ar")
    assert resident.memory == Memory("ar")


# Answers, questions back, and no answer


def test_clarify_offers_the_candidates_in_order_and_none_of_these(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(clarify(RENT, "rehousing.rent", START))
    assert reply.text == said(knowledge, "clarify")
    offered = [Action(Verb.ANSWER, entry) for entry in (RENT, "rehousing.rent", START)]
    assert actions(reply) == [*offered, Action(Verb.TOPICS)]
    assert next(buttons([reply])).label == title(knowledge, RENT)


def test_pressing_a_candidate_gives_its_answer(knowledge: Knowledge) -> None:
    resident = known(knowledge)
    assert resident.presses(Verb.ANSWER, RENT) == resident.writes(answer(RENT))


def test_no_match_does_not_guess_and_shows_ways_on(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(no_match())
    assert reply.text == said(knowledge, "no-match")
    assert actions(reply) == [Action(Verb.TOPICS), Action(Verb.PERSON)]


def test_a_long_message_without_an_answer_is_asked_to_be_short(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(no_match(), "word " * MAX_CHARACTERS)
    assert reply.text == said(knowledge, "too-long")


def test_a_long_message_with_an_answer_gets_it(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(answer(RENT), "word " * MAX_CHARACTERS)
    assert title(knowledge, RENT) in reply.text


def test_an_answer_that_is_gone_from_the_content_counts_as_none(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(answer("plan.gone"))
    assert reply.text == said(knowledge, "no-match")


@pytest.mark.parametrize("text", ["", "   ", "112", "?!", "🏠🏠", "\u202e\u200b", "\x00"])
def test_a_message_without_words_is_named_as_that(knowledge: Knowledge, text: str) -> None:
    (reply,) = known(knowledge).does(Written(text), no_match())
    assert reply.text == said(knowledge, "empty")
    assert Action(Verb.PERSON) in actions(reply)


def test_smalltalk_of_a_kind_not_told_is_answered(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).writes(smalltalk(None))
    assert reply.text == said(knowledge, "smalltalk-ok")


@pytest.mark.parametrize(
    "kind", ["photo", "voice", "video", "document", "sticker", "location", "contact", "poll", "other", "hologram"]
)
def test_what_is_not_text_is_answered_in_words(knowledge: Knowledge, kind: str) -> None:
    (reply,) = known(knowledge).sends(kind)
    assert reply.text == said(knowledge, "unsupported", kind=kind)
    assert Action(Verb.PERSON) in actions(reply)


def test_an_edited_message_is_answered_as_a_new_one(knowledge: Knowledge) -> None:
    new = known(knowledge).does(Written("rent?"), answer(RENT))
    assert known(knowledge).does(Written("rent?", edited=True), answer(RENT)) == new


# Menus


def test_the_topics_are_all_there_with_a_person_below(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).commands("topics")
    topics = [Action(Verb.TOPIC, topic) for topic in knowledge.topics]
    assert actions(reply) == [*topics, Action(Verb.PERSON)]
    assert known(knowledge).presses(Verb.TOPICS) == (reply,)


def test_every_entry_is_found_by_turning_the_pages_of_its_topic(knowledge: Knowledge) -> None:
    resident = known(knowledge)
    for topic in knowledge.topics:
        found, following = [], [topic]
        while following:
            (page,) = resident.presses(Verb.TOPIC, following.pop())
            found += [action.about for action in actions(page) if action.verb is Verb.ANSWER]
            following = [action.about for action in actions(page) if action.verb is Verb.TOPIC]
            assert actions(page)[-1] == Action(Verb.TOPICS)
        assert found == [entry.id for entry in knowledge.entries_of(topic)]


@pytest.mark.parametrize("about", ["gone", "", "~", "plan~99", "plan~999999999999", "~1", "plan.rent"])
def test_a_topic_or_page_there_is_not_shows_the_topics(knowledge: Knowledge, about: str) -> None:
    (reply,) = known(knowledge).presses(Verb.TOPIC, about)
    if about == "plan~999999999999":  # not a number anybody was given: the first page will do
        assert Action(Verb.TOPICS) in actions(reply)
    else:
        assert reply.text == said(knowledge, "old-button")


# Buttons


@pytest.mark.parametrize("verb", [Verb.ANSWER, Verb.DANISH])
@pytest.mark.parametrize("about", ["plan.gone", "", "plan", "\x00"])
def test_a_button_to_an_entry_that_is_gone_says_so_and_shows_the_topics(
    knowledge: Knowledge, verb: Verb, about: str
) -> None:
    (reply,) = known(knowledge).presses(verb, about)
    assert reply.text == said(knowledge, "old-button")
    assert Action(Verb.TOPIC, "plan") in actions(reply)


def test_a_button_that_is_not_understood_says_so_and_shows_the_topics(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).does(Pressed(None))
    assert reply.text == said(knowledge, "old-button")
    assert Action(Verb.TOPIC, "plan") in actions(reply)


def test_a_button_to_an_entry_without_words_in_this_language_shows_the_topics(knowledge: Knowledge) -> None:
    wordings = {key: each for key, each in knowledge.languages["en"].wordings.items() if key != RENT}
    (reply,) = known(changed_language(knowledge, "en", wordings=wordings)).presses(Verb.ANSWER, RENT)
    assert reply.text == said(knowledge, "old-button")


def test_an_answer_without_words_in_this_language_counts_as_none(knowledge: Knowledge) -> None:
    wordings = {key: each for key, each in knowledge.languages["en"].wordings.items() if key != RENT}
    (reply,) = known(changed_language(knowledge, "en", wordings=wordings)).writes(answer(RENT))
    assert reply.text == said(knowledge, "no-match")


def test_helped_is_thanked_for(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).presses(Verb.HELPED, RENT)
    assert reply.text == said(knowledge, "helped-thanks")


def test_not_helped_shows_ways_on(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).presses(Verb.NOT_HELPED, RENT)
    assert reply.text == said(knowledge, "helped-sorry")
    assert actions(reply) == [Action(Verb.TOPICS), Action(Verb.PERSON)]


def test_a_button_never_changes_what_is_remembered(knowledge: Knowledge) -> None:
    resident = Resident(knowledge, memory=Memory("en", chosen=True, candidate="tr"))
    for verb in set(Verb) - {Verb.LANGUAGE}:
        resident.presses(verb, RENT)
        assert resident.memory == Memory("en", chosen=True, candidate="tr")


# A person


def test_without_contacts_nothing_is_made_up(knowledge: Knowledge) -> None:
    (reply,) = known(changed_estate(knowledge, contacts={})).presses(Verb.PERSON)
    assert said(knowledge, "person-none") in reply.text
    assert said(knowledge, "person-not-watched") in reply.text


def test_an_empty_contact_counts_as_none(knowledge: Knowledge) -> None:
    (reply,) = known(changed_estate(knowledge, contacts={"staff": Contact()})).presses(Verb.PERSON)
    assert said(knowledge, "person-none") in reply.text


def test_of_the_contacts_only_what_is_set_is_shown(knowledge: Knowledge) -> None:
    contacts = {"staff": Contact(phone="12 34 56 78"), "board": Contact(email="board@example.org")}
    (reply,) = known(changed_estate(knowledge, contacts=contacts)).presses(Verb.PERSON)
    assert said(knowledge, "contact-phone", value="12 34 56 78") in reply.text
    assert "@" not in reply.text
    assert said(knowledge, "person-none") not in reply.text


@pytest.mark.parametrize("code", ["da", "en", "ar", "tr"])
def test_in_every_language_the_emergency_number_stands_by_the_person(knowledge: Knowledge, code: str) -> None:
    (reply,) = known(knowledge, code).presses(Verb.PERSON)
    assert "112" in reply.text


# Privacy and forgetting


def paragraphs(knowledge: Knowledge, *keys: str, language: str = "en") -> str:
    return "\n\n".join(said(knowledge, key, language) for key in keys)


def test_privacy_is_explained(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).commands("privacy")
    assert reply.text == paragraphs(knowledge, "privacy", "privacy-counting", "privacy-cases")


@pytest.mark.parametrize("code", ["da", "en", "ar", "tr", "ur", "fa", "so", "bs", "pl", "uk", "ro", "vi"])
@pytest.mark.parametrize("interpreting", [Interpreting.OWN, Interpreting.ASKED])
def test_where_a_machine_may_translate_cases_privacy_says_whose(
    knowledge: Knowledge, code: str, interpreting: Interpreting
) -> None:
    resident = known(knowledge, code)
    resident.interpreting = interpreting
    (reply,) = resident.commands("privacy")
    told = paragraphs(knowledge, "privacy-cases", f"privacy-translation-{interpreting}", language=code)
    assert reply.text.endswith(f"\n\n{told}")


def test_forget_forgets_and_says_so(knowledge: Knowledge) -> None:
    resident = known(knowledge, "tr", chosen=True)
    (reply,) = resident.commands("forget")
    assert reply.text == paragraphs(knowledge, "forget-done", "privacy-counting", language="tr")
    assert resident.memory is None


def test_forgetting_twice_is_honest_that_there_was_nothing(knowledge: Knowledge) -> None:
    resident = known(knowledge)
    resident.commands("forget")
    (reply,) = resident.commands("forget")
    assert reply.text == paragraphs(knowledge, "forget-nothing", "privacy-counting")
    assert resident.memory is None


def test_after_forgetting_the_first_notice_comes_again(knowledge: Knowledge) -> None:
    resident = known(knowledge)
    resident.commands("forget")
    assert said(knowledge, "first-notice") in [reply.text for reply in resident.writes(answer(RENT))]


# Commands


@pytest.mark.parametrize("name", ["", "settings", "drop table", "🏠", "START"])
def test_an_unknown_command_is_followed_by_help(knowledge: Knowledge, name: str) -> None:
    unknown, help_ = known(knowledge).commands(name)
    assert unknown.text == said(knowledge, "unknown-command")
    assert (help_,) == known(knowledge).commands("help")


def test_help_names_the_commands(knowledge: Knowledge) -> None:
    (reply,) = known(knowledge).commands("help")
    for name in set(COMMANDS) - {"start", "help"}:
        assert f"/{name}" in reply.text


def test_a_language_whose_folder_is_gone_is_replaced_by_that_of_the_app(knowledge: Knowledge) -> None:
    (reply,) = Resident(knowledge, "tr", Memory("xx", chosen=True)).commands("topics")
    assert reply.text == said(knowledge, "menu", "tr")
