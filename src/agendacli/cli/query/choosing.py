"""Choosing sessions from a list on a terminal: with `fzf` if it is installed, else by their numbers."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence

import typer

from agendacli.cli.run.outcome import refuse
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme
from agendacli.model.when import bounds
from agendacli.words.harmless import one_line
from agendacli.words.prose import when_text

_NUMBERS = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")


@frozen
class Choice:
    """A choice: its whole id, and its line."""

    id: str
    line: str


def chosen_ids(programmes: Iterable[Programme], surroundings: Surroundings) -> tuple[str, ...]:
    """The ids that the user chooses; where nobody can answer it is refused instead of waited for."""
    if not (surroundings.input_on_terminal and surroundings.errors_on_terminal):
        refuse("name what to pick: `agenda pick ID`; on a terminal it is chosen from a list")
    choices = _choices(programmes)
    if not choices:
        refuse("there is nothing to choose from")
    if finder := shutil.which("fzf"):
        return _found(choices, finder)
    return _numbered(choices)


def _choices(programmes: Iterable[Programme]) -> tuple[Choice, ...]:
    """Every session that takes time, in order of time."""
    sessions = [(each, session) for each in programmes for session in each.sessions if not session.transparent]
    sessions.sort(key=lambda pair: (bounds(pair[1].when).start, pair[1].id))
    return tuple(
        Choice(f"{each.address}/{session.id}", f"{when_text(session.when)}  {one_line(session.title)}")
        for each, session in sessions
    )


def _found(choices: Sequence[Choice], finder: str) -> tuple[str, ...]:
    """The choice made in `fzf`: several with its Tab key, none with Esc."""
    lines = "".join(f"{each.id}\t{each.line}\n" for each in choices)
    command = [finder, "--multi", "--no-sort", "--delimiter=\t", "--with-nth=2..", "--prompt=pick> "]
    answer = subprocess.run(command, input=lines, stdout=subprocess.PIPE, encoding="utf-8", check=False)  # noqa: S603
    return tuple(line.partition("\t")[0] for line in answer.stdout.splitlines())


def _numbered(choices: Sequence[Choice]) -> tuple[str, ...]:
    width = len(str(len(choices)))
    typer.echo("".join(f"{n:>{width}}  {each.line}\n" for n, each in enumerate(choices, start=1)), err=True, nl=False)
    answer: str = typer.prompt("Numbers, such as `1 3-5`", default="", show_default=False, err=True)
    numbers = read_numbers(answer, len(choices))
    return refuse(str(numbers)) if isinstance(numbers, Refusal) else tuple(choices[n - 1].id for n in numbers)


def read_numbers(text: str, most: int) -> tuple[int, ...] | Refusal:
    """The numbers from 1 to `most` in a text such as `1 3-5, 8`, without duplicates and in order."""
    found: set[int] = set()
    for word in text.replace(",", " ").split():
        match = _NUMBERS.fullmatch(word)
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1 <= first <= last <= most:
            return Refusal(f"`{word}` is none of the numbers; write some from 1 to {most}, such as `1 3-5`")
        found.update(range(first, last + 1))
    return tuple(sorted(found))
