"""Makes docs/commands.md and docs/settings.md from the program itself, so that they cannot say anything else.

`python -m docs.generate` writes them; with `--check` it writes nothing and ends with status 1 if one is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import annotated_types
import typer.main
from pydantic.fields import FieldInfo

from bot.cli import cli
from bot.settings import Settings

FOLDER = Path(__file__).parent
NOTE = "<!-- Made by `make format` from the program. Changes made here are lost. -->"


def commands_page() -> str:
    """The command line reference."""
    group: Any = typer.main.get_command(cli)
    parts = ["# Commands", NOTE, group.help, "Each command tells the same with `--help`."]
    for name, command in _commands(group):
        parts += [f"## nabo {name}", command.help, f"```\n{_usage(name, command.params)}\n```"]
        if command.params:
            parts.append(_table(("what", "meaning", "default"), (_parameter_row(each) for each in command.params)))
    return "\n\n".join(parts) + "\n"


def _commands(group: Any) -> Iterator[tuple[str, Any]]:
    """Each command with its name, those of a group behind the group's."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {inner}", each) for inner, each in _commands(command))
        else:
            yield name, command


def _usage(name: str, parameters: Sequence[Any]) -> str:
    return " ".join(["nabo", name, *(_in_usage(each) for each in parameters)])


def _in_usage(parameter: Any) -> str:
    text = _written(parameter, parameter.opts[0]) + ("..." if parameter.nargs == -1 else "")
    return text if parameter.required else f"[{text}]"


def _written(parameter: Any, name: str) -> str:
    if parameter.param_type_name == "argument":
        return str(parameter.name).upper()
    return name if parameter.is_flag else f"{name} {str(parameter.name).upper()}"


def _parameter_row(parameter: Any) -> tuple[str, str, str]:
    names = ", ".join(f"`{_written(parameter, name)}`" for name in parameter.opts)
    default = (
        "needed" if parameter.required else "off" if parameter.default is False else parameter.default or "not set"
    )
    return names, parameter.help or "", str(default)


def settings_page() -> str:
    """Every setting."""
    prefix = Settings.model_config.get("env_prefix", "")
    rows = (
        (f"`{prefix}{name.upper()}`", _default(field), _limits(field), field.description or "")
        for name, field in Settings.model_fields.items()
    )
    text = (
        "Nabo reads its settings from the environment, or from a file `.env` in the folder in which it is started. "
        "A wrong value stops it at once, with a sentence that says which one it is.\n\n"
        "Any setting can also come from a file, which is the better place for secrets: `NABO_TOKEN_FILE` names the "
        "file that holds the token, and in the same way for the others. Credentials of systemd named `nabo_token` "
        "and so on are found by themselves."
    )
    return "\n\n".join(["# Settings", NOTE, text, _table(("setting", "default", "allowed", "what it is"), rows)]) + "\n"


def _default(field: FieldInfo) -> str:
    return "not set" if field.default is None else f"`{field.default}`"


def _limits(field: FieldInfo) -> str:
    words: Mapping[type, tuple[str, str]] = {
        annotated_types.Ge: ("from", "ge"),
        annotated_types.Gt: ("over", "gt"),
        annotated_types.Le: ("to", "le"),
        annotated_types.Lt: ("under", "lt"),
    }
    known = ((words[type(each)], each) for each in field.metadata if type(each) in words)
    return " ".join(f"{word} {getattr(each, attribute)}" for (word, attribute), each in known)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def pages() -> Iterator[tuple[Path, str]]:
    """Each page and what it should hold."""
    yield FOLDER / "commands.md", commands_page()
    yield FOLDER / "settings.md", settings_page()


def stale() -> list[tuple[Path, str]]:
    """The pages that do not hold what they should."""
    return [(file, text) for file, text in pages() if not file.exists() or file.read_text(encoding="utf-8") != text]


def main(arguments: Sequence[str]) -> int:
    """Writes stale pages, or with `--check` only names them; returns the exit status."""
    if arguments not in ([], ["--check"]):
        print("Usage: python -m docs.generate [--check]", file=sys.stderr)
        return 2
    for file, text in (found := stale()):
        if arguments:
            print(f"docs/{file.name} does not say what the program does. Renew it: make format", file=sys.stderr)
        else:
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"docs/{file.name} is written anew")
    return 1 if arguments and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
