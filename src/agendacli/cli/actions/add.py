"""What `add` does: an item is written into its definition, whole or not at all."""

from collections.abc import Iterable

import typer

from agendacli.cli.options.groups import Loading, Selecting
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import (
    Definition,
    definition_in,
    definition_of,
    refuse_undecodable,
    refuse_unsound,
    told_anew,
)
from agendacli.cli.query.roles import role_of
from agendacli.cli.run.outcome import deliver, refuse, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.writing import update
from agendacli.formats.definition.edit.grown import NewItem
from agendacli.formats.definition.edit.insert import Inserted, insert_item
from agendacli.formats.definition.session_ids import id_to_state
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.diagnostic import has_errors
from agendacli.model.fault import Fault
from agendacli.model.frozen import frozen
from agendacli.model.people import ROLES
from agendacli.model.programme import Programme
from agendacli.words.times.grammar import parse_clock
from agendacli.words.times.typed.keys import read_item_key


@frozen
class ToAdd:
    """An item from the options; `keys` are single texts by key, `people` are `ROLE: Name, Position`."""

    on: str
    time: str
    title: str
    keys: tuple[tuple[str, str | None], ...]
    people: tuple[str, ...]


def add_item(context: typer.Context, event: str, loading: Loading, asked: ToAdd, *, quiet: bool) -> None:
    """Write an item into the event's own file and print its id; nothing is written if it would bring an error."""
    refuse_undecodable(asked.on, asked.time, asked.title, *(text for _, text in asked.keys), *asked.people)
    surroundings: Surroundings = context.find_root().obj
    named = definition_of(context, event, loading)
    if named.programme is None or named.session:
        refuse(f"`{event}` is not an event; name the event, or its file")
    definition = definition_in(named.file)
    made = _made(definition, asked, surroundings)
    while not update(definition.path, definition.data, made.data):  # somebody else has changed it meanwhile
        definition = definition_in(named.file)
        made = _made(definition, asked, surroundings)
    after = load_text(made.data, definition.file)
    _report(definition, after, made.line, quiet=quiet)
    refuse_unsound(definition, after)


def _made(definition: Definition, asked: ToAdd, surroundings: Surroundings) -> Inserted:
    """The definition with the item; the run ends where that would bring an error."""
    if definition.programme is None:
        refuse(f"{definition.file} is no longer a definition; see `agenda check {definition.file}`")
    made = insert_item(definition.data, _item(asked, definition.programme, surroundings))
    if isinstance(made, Refusal):
        refuse(f"nothing is written to {definition.file}: {made}")
    if has_errors(told_anew(definition, made.data, surroundings)):
        refuse(f"nothing is written to {definition.file}: the errors above would be in it")
    return made


def _report(definition: Definition, after: Loaded, line: int, *, quiet: bool) -> None:
    """Prints the id of the new session, and reports where it was inserted."""
    programme = next(each for each in (*after.programmes, *after.revisions))
    new = (each.id for each in programme.sessions if each.span and each.span.line == line)
    deliver("".join(f"{programme.address}/{each}\n" for each in new), None)
    if quiet:
        return
    tell(f"added to {definition.file}, line {line}")
    stood_in = next((each for each in (definition.programme or programme).sessions if each.id == "meeting"), None)
    if stood_in and stood_in.id not in {each.id for each in programme.sessions}:
        tell(f"the programme has items now, so `{programme.address}/meeting` no longer stands for the whole of it")


def _item(asked: ToAdd, programme: Programme, surroundings: Surroundings) -> NewItem:
    clock = read_clock(Selecting(on=asked.on), surroundings)
    day = read_item_key(asked.on, clock.today(programme.zone), clock.week_start)
    if isinstance(day, Refusal):
        refuse(f"--on: {day}")
    time = parse_clock(asked.time)
    if isinstance(time, Fault):
        refuse(f"--time: {time.message}")
    keys = {key: text for key, text in asked.keys if text is not None}
    taken = _ids(programme)
    if keys.get("id") in taken:
        refuse(f"--id: `{keys['id']}` is taken; choose another, or leave it out")
    stated = None if "id" in keys else id_to_state(asked.title, taken)
    keys = {"id": stated} | keys if stated else keys
    return NewItem(day, asked.time.strip(), asked.title.strip(), (*keys.items(), *_seats(asked.people)))


def _ids(programme: Programme) -> frozenset[str]:
    """The ids of its items; one meeting that stands for the whole of it goes as soon as there is an item."""
    return frozenset(each.id for each in programme.sessions if (each.id, each.title) != ("meeting", programme.title))


def _seats(people: Iterable[str]) -> tuple[tuple[str, str | tuple[str, ...]], ...]:
    """The people by the key of their role: one under the role itself, several as a list under its plural."""
    found: dict[str, list[str]] = {}
    for role, name in map(role_of, people):
        found.setdefault(role, []).append(name)
    return tuple((role, names[0]) if len(names) == 1 else (ROLES[role], tuple(names)) for role, names in found.items())
