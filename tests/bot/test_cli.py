"""The commands, as an operator meets them."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.app import open_store
from bot.cli import cli
from bot.drafts import DraftFolder
from bot.effects import Changes, FactChange
from bot.settings import Settings
from bot.understanding.decide import Understanding
from knowledge.load import DEFAULT_ROOT

SCRIPT = Path(sys.executable).parent / "nabo"
TOKEN = "110201543:AAE-nobody-may-read-this-token"
KEY = "nobody-may-read-this-key"
QUESTION = "When does the renovation begin?"


@dataclass(frozen=True)
class Done:
    """A command that has ended."""

    code: int
    out: str
    err: str


class Nabo:
    """Calls commands in an empty folder, with nothing set but the cache and what a test sets."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.folder = folder
        self.settings = {"NABO_CACHE": str(cache), "COLUMNS": "200"}

    def __call__(self, *arguments: str, given: str = "", **settings: str) -> Done:
        """In this process: fast."""
        unset = {name: None for name in os.environ if name.startswith("NABO_")}
        done = CliRunner().invoke(cli, arguments, input=given, env={**unset, **self.settings, **settings})
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Done(done.exit_code, done.stdout, done.stderr)

    def script(self, *arguments: str, given: str = "", **settings: str) -> Done:
        """In a process of its own, as an operator does: for commands that log."""
        done = subprocess.run(
            [SCRIPT, *arguments],
            input=given,
            env=self.environment(**settings),
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def environment(self, **settings: str) -> dict[str, str]:
        """For a process of its own."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("NABO_")}
        return clean | self.settings | settings


@pytest.fixture
def nabo(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Nabo:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Nabo(folder, cache)


@pytest.fixture
def broken_content(tmp_path: Path) -> Path:
    """The content with a line that belongs nowhere at the end of an English file."""
    root = tmp_path / "content"
    shutil.copytree(DEFAULT_ROOT, root, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    file = root / "languages" / "en" / "faq" / "cafe.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([*lines, "cafe.where_again:", "  titel: x"]) + "\n", encoding="utf-8")
    return root


def last_line_of(root: Path) -> str:
    file = root / "languages" / "en" / "faq" / "cafe.yaml"
    return f"{file}:{len(file.read_text(encoding='utf-8').splitlines())}"


def assert_kind(done: Done, *words: str) -> None:
    """It failed with these words, not with a traceback."""
    assert done.code == 1, done
    assert "Traceback" not in done.err, done.err
    for word in words:
        assert word in done.err, done.err


# ask


@pytest.mark.usefixtures("understanding")
def test_ask_shows_what_nabo_makes_of_a_message(nabo: Nabo) -> None:
    done = nabo.script("ask", QUESTION)
    assert done.code == 0
    assert done.out.split()[:3] == ["answer", "plan.start", "(en)"]


@pytest.mark.usefixtures("understanding")
def test_ask_prints_one_decision_as_json(nabo: Nabo) -> None:
    decision = json.loads(nabo("ask", QUESTION, "--json").out)
    assert (decision["outcome"], decision["entry"]) == ("answer", "plan.start")


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory, cache: Path, understanding: Understanding) -> list[Any]:
    """What `ask --jsonl` prints for good, strange and bad lines; it ends with status 1."""
    lines = [
        json.dumps({"id": "a", "text": QUESTION}),
        json.dumps({"id": "b", "text": "112", "language_code": "tr"}),
        "this is not JSON",
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "text": 5}),
        json.dumps({"text": QUESTION}),
        "[1, 2]",
        "",
        json.dumps({"id": "e", "text": "\ud83d \x00 متى يبدأ الترميم؟", "language_code": "nb"}),
        json.dumps({"id": "f", "text": QUESTION, "language_code": 7}),
        json.dumps({"id": 8, "text": "112"}),
    ]
    done = Nabo(tmp_path_factory.mktemp("ask"), cache).script("ask", "--jsonl", given="\n".join(lines))
    assert done.code == 1
    assert "Traceback" not in done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_lines_are_answered_in_order_bad_ones_with_an_error(answered: list[Any]) -> None:
    assert [line["id"] for line in answered] == ["a", "b", None, "c", "d", None, None, "e", "f", 8]
    assert [index for index, line in enumerate(answered) if "error" in line] == [2, 3, 4, 5, 6, 8]


def test_a_line_has_what_the_contract_says(answered: list[Any]) -> None:
    assert list(answered[0]) == ["id", "outcome", "entry", "confidence", "candidates", "language", "escalation"]
    assert (answered[0]["outcome"], answered[0]["entry"], answered[0]["language"]) == ("answer", "plan.start", "en")


def test_the_language_of_the_app_is_the_hint_of_a_line(answered: list[Any]) -> None:
    assert answered[1]["language"] == "tr"
    assert answered[7]["language"] == "ar"


def test_an_error_says_what_a_line_needs(answered: list[Any]) -> None:
    assert all("id and text" in line["error"] for line in answered if "error" in line)


@pytest.mark.usefixtures("understanding")
def test_good_lines_alone_end_well_with_a_byte_order_mark_too(nabo: Nabo) -> None:
    done = nabo("ask", "--jsonl", given="\ufeff" + json.dumps({"id": "a", "text": QUESTION}) + "\r\n")
    assert done.code == 0
    assert json.loads(done.out)["entry"] == "plan.start"


@pytest.mark.usefixtures("understanding")
def test_a_line_nested_beyond_reason_gets_an_error_and_the_next_its_answer(nabo: Nabo) -> None:
    done = nabo("ask", "--jsonl", given="[" * 200_000 + "\n" + json.dumps({"id": "b", "text": QUESTION}))
    assert [json.loads(line)["id"] for line in done.out.splitlines()] == [None, "b"]


@pytest.mark.parametrize("arguments", [["ask"], ["ask", QUESTION, "--jsonl"]])
def test_ask_without_a_message_or_with_two_ways_of_giving_it_fails_kindly(nabo: Nabo, arguments: list[str]) -> None:
    assert_kind(nabo(*arguments), "Give", "a message", "--jsonl")


# evaluate and calibrate


@pytest.mark.usefixtures("understanding")
def test_evaluate_prints_measures_as_json(nabo: Nabo) -> None:
    file = nabo.folder / "messages.jsonl"
    lines = [
        {"id": "1", "lang": "en", "text": QUESTION, "accept": ["plan.start"]},
        {"id": "2", "lang": "en", "text": "When does the renovation begin", "accept": ["plan.rent"]},
        {"id": "3", "lang": "en", "text": "what is the capital of France", "kind": "off_topic"},
    ]
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    done = nabo("evaluate", str(file), "--json")
    assert done.code == 0
    other, questions = json.loads(done.out)
    assert (other["messages"], other["count"], other["not answered"]) == ("other", 1, 1.0)
    assert (questions["right first"], questions["wrong"], questions["language right"]) == (0.5, 0.5, 1.0)


@pytest.mark.usefixtures("understanding")
@pytest.mark.parametrize("command", ["evaluate", "calibrate"])
def test_a_file_of_messages_that_is_bad_is_named_with_its_line(nabo: Nabo, command: str) -> None:
    (nabo.folder / "bad.jsonl").write_text('{"id": "1"}\n', encoding="utf-8")
    assert_kind(nabo(command, "bad.jsonl"), "bad.jsonl:1: not a labelled message")


# Content and settings that are not right


@pytest.mark.parametrize("arguments", [["ask", QUESTION], ["ask", "--jsonl"], ["chat"], ["run"]])
def test_broken_content_is_named_with_file_and_line(nabo: Nabo, broken_content: Path, arguments: list[str]) -> None:
    call = nabo.script if arguments == ["run"] else nabo
    done = call(*arguments, NABO_CONTENT=str(broken_content), NABO_TOKEN=TOKEN)
    assert_kind(done, last_line_of(broken_content), "titel", "cafe.where_again")
    assert TOKEN not in done.out + done.err


def test_check_names_broken_content_too(nabo: Nabo, broken_content: Path) -> None:
    done = nabo("check", "--json", NABO_CONTENT=str(broken_content))
    assert done.code == 1
    problems = json.loads(done.out)["problems"]
    assert last_line_of(broken_content) in {f"{each['file']}:{each['line']}" for each in problems}
    assert all(each["remedy"] for each in problems)


def test_check_tells_which_facts_the_staff_have_set_and_which_drafts_wait(nabo: Nabo) -> None:
    data = nabo.folder / "data"
    DraftFolder(data / "drafts").keep(7, "Ja", ["en"], dt.date(2027, 3, 1))
    store = open_store(Settings(data=data))
    change = FactChange("vote.place", "Beboerhuset", before="", by="Mette")
    store.finish(None, dt.datetime(2027, 3, 1, tzinfo=dt.UTC), Changes(facts=(change,)))
    store.close()

    said = nabo("check", "--quick", NABO_DATA=str(data))
    assert said.code == 0
    assert "since 2027-03-01, not by estate.yaml: vote.place: Beboerhuset" in said.out
    assert "draft-7.yaml: missing: question; source; entry; languages en" in said.out
    told = json.loads(nabo("check", "--quick", "--json", NABO_DATA=str(data)).out)
    assert [fact["name"] for fact in told["facts"]] == ["vote.place"]
    assert [draft["missing"] for draft in told["drafts"]] == [["question", "source", "entry", "languages en"]]


def test_check_makes_no_store_where_there_is_none(nabo: Nabo) -> None:
    assert nabo("check", "--quick").code == 0
    assert list(nabo.folder.iterdir()) == []


def test_a_content_folder_that_is_not_there_is_named(nabo: Nabo) -> None:
    assert_kind(nabo("ask", QUESTION, NABO_CONTENT="nowhere"), "nowhere", "missing")


@pytest.mark.parametrize(
    "settings",
    [{"NABO_BURST": "many"}, {"NABO_SIDE_BY_SIDE": "99"}, {"NABO_LOG_LEVEL": "LOUD"}, {"NABO_REFILL_SECONDS": "-1"}],
)
def test_a_wrong_setting_is_named_and_no_secret_with_it(nabo: Nabo, settings: dict[str, str]) -> None:
    done = nabo("run", NABO_TOKEN=TOKEN, NABO_KEY=KEY, **settings)
    assert_kind(done, "The settings are not right", *settings)
    assert "nobody-may-read" not in done.out + done.err


def test_all_wrong_settings_are_named_at_once(nabo: Nabo) -> None:
    assert_kind(nabo("ask", QUESTION, NABO_BURST="0", NABO_STOP_SECONDS="x"), "NABO_BURST", "NABO_STOP_SECONDS")


# run and chat


@pytest.mark.parametrize("token", [None, "   "])
def test_run_without_a_token_says_where_to_get_one(nabo: Nabo, token: str | None) -> None:
    done = nabo.script("run", **({} if token is None else {"NABO_TOKEN": token}))
    assert_kind(done, "There is no token", "@BotFather", "NABO_TOKEN")
    assert list(nabo.folder.iterdir()) == [], "something was made before the token was asked for"


def test_run_with_a_bad_key_names_the_setting_and_not_the_key(nabo: Nabo) -> None:
    done = nabo.script("run", NABO_TOKEN=TOKEN, NABO_KEY=KEY)
    assert_kind(done, "The key is not valid", "NABO_KEY")
    assert "nobody-may-read" not in done.out + done.err


def test_run_with_a_data_folder_that_cannot_be_used_says_so(nabo: Nabo) -> None:
    (nabo.folder / "data").write_text("in the way", encoding="ascii")
    assert_kind(nabo.script("run", NABO_TOKEN=TOKEN), "data", "cannot be used")


@pytest.mark.usefixtures("understanding")
def test_run_without_a_network_keeps_trying_stops_when_told_and_never_shows_its_token(nabo: Nabo) -> None:
    nobody_there = "http://127.0.0.1:9"
    settings = {"NABO_TOKEN": TOKEN, "NABO_API": nobody_there, "NABO_LOG_LEVEL": "DEBUG"}
    with subprocess.Popen(
        [SCRIPT, "run"], env=nabo.environment(**settings), cwd=nabo.folder, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stderr is not None
        seen = ""
        for line in process.stderr:
            seen += line
            if "cannot be reached" in line:
                process.send_signal(signal.SIGTERM)
                break
        seen += process.stderr.read()
        assert process.wait(timeout=20) == 0, seen
    assert "cannot be reached" in seen
    assert "nobody-may-read" not in seen


def test_chat_in_a_language_there_is_not_names_those_there_are(nabo: Nabo) -> None:
    assert_kind(nabo("chat", "--language", "xx"), "'xx'", "da", "ar")


@pytest.mark.usefixtures("understanding")
def test_chat_answers_what_comes_through_a_pipe(nabo: Nabo) -> None:
    done = nabo("chat", "--language", "en", given=f"{QUESTION}\n")
    assert done.code == 0
    assert "Did this help?" in done.out
    assert list(nabo.folder.iterdir()) == [], "chat keeps nothing"


def test_without_a_command_the_commands_are_listed(nabo: Nabo) -> None:
    done = nabo()
    for command in ("ask", "chat", "check", "evaluate", "run"):
        assert command in done.out


# The board


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A folder with a demonstration's store."""
    folder = tmp_path_factory.mktemp("demo")
    done = Nabo(folder, cache)("demo", "--into", str(folder / "store"))
    assert (done.code, "nabo report --from" in done.out) == (0, True)
    return folder / "store"


def test_the_report_is_said_in_plain_words(nabo: Nabo, demo: Path) -> None:
    danish, english = (nabo("report", "--from", str(demo), "--language", code) for code in ("da", "en"))
    assert (danish.code, english.code) == (0, 0)
    assert "beboere" in danish.out
    assert "residents asked in week" in english.out


@pytest.mark.parametrize(
    ("name", "begins"), [("r.csv", b"\xef\xbb\xbfTabel;"), ("r.json", b"{"), ("r.html", b"<!doctype")]
)
def test_the_report_is_written_in_the_form_the_name_asks_for(
    nabo: Nabo, demo: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    done = nabo("report", "--from", str(demo), "--weeks", "4", "--output", str(tmp_path / name))
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)


def test_as_many_weeks_are_reported_as_are_asked_for(nabo: Nabo, demo: Path) -> None:
    done = nabo("report", "--from", str(demo), "--weeks", "3", "--json")
    assert len(json.loads(done.out)["periods"]) == 3


def test_a_report_that_cannot_be_written_is_said(nabo: Nabo, demo: Path, tmp_path: Path) -> None:
    unknown = nabo("report", "--from", str(demo), "--output", str(tmp_path / "r.docx"))
    nowhere = nabo("report", "--from", str(demo), "--output", str(tmp_path / "no" / "r.csv"))
    assert (unknown.code, nowhere.code) == (1, 1)
    assert "r.docx" in unknown.err
    assert "--output" in nowhere.err


def test_without_a_store_or_figures_the_report_says_what_to_do(nabo: Nabo, tmp_path: Path) -> None:
    none = nabo("report", "--from", str(tmp_path / "none"))
    assert (none.code, "nabo demo" in none.err) == (1, True)
    assert not (tmp_path / "none").exists()


def test_a_demonstration_never_touches_real_residents(nabo: Nabo, tmp_path: Path) -> None:
    open_store(Settings(data=tmp_path)).close()
    before = (tmp_path / "nabo.db").read_bytes()
    done = nabo("demo", "--into", str(tmp_path))
    assert (done.code, "real residents" in done.err) == (1, True)
    assert (tmp_path / "nabo.db").read_bytes() == before


def test_real_residents_are_never_counted_among_simulated_ones(nabo: Nabo, demo: Path) -> None:
    done = nabo("run", NABO_DATA=str(demo), NABO_TOKEN=TOKEN)
    assert (done.code, "simulated residents" in done.err) == (1, True)


def test_a_demonstration_goes_to_its_folder_and_never_to_the_database_that_is_set(nabo: Nabo, demo: Path) -> None:
    nowhere = "postgresql://nabo@127.0.0.1:9/nabo"
    assert nabo("demo", "--into", str(demo), NABO_DATABASE=nowhere).code == 0
    assert nabo("report", "--from", str(demo), NABO_DATABASE=nowhere).code == 0


def test_a_demonstration_can_be_repeated(nabo: Nabo, demo: Path) -> None:
    before = nabo("report", "--from", str(demo), "--json").out
    assert nabo("demo", "--into", str(demo)).code == 0
    assert nabo("report", "--from", str(demo), "--json").out == before
