"""What `new` does: the file of a new definition, asked for where a person can answer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import typer

from agendacli.cli.options.groups import Selecting
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import refuse_undecodable, tell_found
from agendacli.cli.run.outcome import deliver, refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import is_there, named_path
from agendacli.files.writing import write_whole
from agendacli.formats import DEFINITION_ENDINGS
from agendacli.formats.definition.edit.template import NewDefinition, definition_text
from agendacli.load.paths import BESIDE
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors
from agendacli.model.frozen import frozen
from agendacli.words.harmless import harmless
from agendacli.words.ids import slug
from agendacli.words.times.forms import EachDay, SomeDay
from agendacli.words.times.grammar import parse_days
from agendacli.words.times.typed.keys import read_day_key

_EXAMPLES = "`2026-03-09`, `2026-03-09 to 2026-03-11` or `2026-03`"


@frozen
class Answers:
    """What is given for a new programme; None: not given."""

    title: str | None = None
    place: str | None = None
    zone: str | None = None
    dates: str | None = None
    organizer: str | None = None


def create(context: typer.Context, name: str, into: str | None, answers: Answers, *, quiet: bool) -> None:
    """Write a new definition and print the name of its file; what is there already is never written over."""
    surroundings: Surroundings = context.find_root().obj
    refuse_undecodable(name, answers.title, answers.place, answers.zone, answers.dates, answers.organizer)
    file = _file(name, into)
    path = named_path(file)
    if is_there(path):
        refuse(f"{file} is there already; choose another name, or change it with `agenda edit {file}`")
    if surroundings.input_on_terminal and surroundings.on_terminal:
        answers = _asked(answers, file, surroundings)
    text = _text(answers, file, surroundings)
    _check(text, file, surroundings)
    write_whole(path, text.encode())
    deliver(f"{file}\n", None)
    if not quiet:
        for line in _next(file, surroundings.home_zone, has_zone=_has_zone(text, file)):
            tell(line)


def _next(file: str, home: str, *, has_zone: bool) -> tuple[str, ...]:
    """What can be done now; without a zone an item with clock times would be refused, so none is proposed."""
    if has_zone:
        return (f"next: `agenda edit {file}`, or `agenda add {file} --on DATE --time 10:00-11:00 --title TEXT`",)
    example = f'agenda add {file} --on DATE --time "hours unknown" --title TEXT'
    return (
        f"clock times need a time zone, and none is said: take the `#` from `#zone: {home}` with `agenda edit {file}`",
        f"next: `{example}`, or with clock times once it has a zone",
    )


def _file(name: str, into: str | None) -> str:
    """The file that a name means: the name of a file is taken as it is, anything else becomes an id."""
    is_file = Path(name).name != name or name.endswith(DEFINITION_ENDINGS)
    if not is_file and slug(name) == slug("") != name:
        refuse(f"no id can be made of `{name}`; take a name with letters or digits")
    file = name if is_file else f"{slug(name)}.yaml"
    if not file.endswith(DEFINITION_ENDINGS):
        file = f"{file}.yaml"
    if Path(file).name in BESIDE:
        refuse(f"{Path(file).name} says something of the definitions beside it and is not one; choose another name")
    return str(Path(into) / file) if into else file


def _text(answers: Answers, file: str, surroundings: Surroundings) -> str:
    stem = Path(file).stem.partition("@")[0]
    if answers.dates is None:
        refuse(f"say when it is: `--dates` with {_EXAMPLES}")
    dates = _dates(answers.dates, surroundings)
    if isinstance(dates, Refusal):
        refuse(f"--dates: {dates}")
    title = answers.title or _title(file)
    words, first = dates
    known = NewDefinition(
        slug(stem),
        title=title,
        dates=words,
        first_day=first,
        place=answers.place,
        zone=answers.zone,
        organizer=answers.organizer,
    )
    return definition_text(replace(known, example_zone=surroundings.home_zone))


def _title(file: str) -> str:
    """A title made of a file's name: `spring-school.yaml` is `Spring school`."""
    words = " ".join(Path(file).stem.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _dates(text: str, surroundings: Surroundings) -> tuple[str, date] | Refusal:
    """The words of the format for the dates, and the first of their days."""
    clock = read_clock(Selecting(on=text), surroundings)
    words = read_day_key(text, clock.today(), clock.week_start)
    if isinstance(words, Refusal):
        return words
    days = parse_days(words)
    if not isinstance(days, EachDay | SomeDay):
        return Refusal(f"`{words}` depends on a session, and there is none yet: write {_EXAMPLES}")
    return words, days.start


def _check(text: str, file: str, surroundings: Surroundings) -> None:
    loaded = load_text(text.encode(), file)
    tell_found(loaded.diagnostics, loaded, surroundings)
    if has_errors(loaded.diagnostics):
        refuse(f"{file} is not written: the errors above would be in it")


def _asked(answers: Answers, file: str, surroundings: Surroundings) -> Answers:
    """The answers, and what they leave open as a person answers it. Ctrl-C ends the run."""
    title = answers.title or _ask("Title", _title(file))
    place = answers.place if answers.place is not None else _ask("Place: `City`, or `Building, City` (or nothing)")
    dates = answers.dates or _ask(f"Dates: {_EXAMPLES}", check=lambda text: _dates(text, surroundings), needed=True)
    known = replace(answers, title=title, place=place, dates=dates)
    if answers.zone or _has_zone(_text(known, file, surroundings), file):
        return known
    return replace(known, zone=_ask("Time zone of its clock times", surroundings.home_zone, check=_zone))


def _ask(question: str, default: str = "", check: Callable[[str], object] = str, *, needed: bool = False) -> str:
    def read(text: str) -> str:
        fault = check(text)
        if isinstance(fault, Refusal):
            raise typer.BadParameter(harmless(str(fault)))
        return text

    answer: str = typer.prompt(
        question, default=None if needed else default, show_default=bool(default), value_proc=read
    )
    return answer


def _zone(text: str) -> Refusal | None:
    from agendacli.words.typed_zones import read_zone

    zone = read_zone(text)
    return zone if isinstance(zone, Refusal) else None


def _has_zone(text: str, file: str) -> bool:
    """Whether the place determines the time zone."""
    return any(each.zone for each in load_text(text.encode(), file).programmes)
