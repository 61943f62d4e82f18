"""Completions: ids, people, rooms and more, from the events that the line names.

A completion becomes part of a command line, and one shell evaluates it twice: from texts of files only ids made of
harmless characters are offered, and other words by their letters and digits. Whatever fails, fails silently.
"""

import io
import re
from collections.abc import Callable, Iterable
from contextlib import redirect_stderr
from typing import TYPE_CHECKING

import typer

from agendacli.answers import spoil

if TYPE_CHECKING:
    from agendacli.cli.run.surroundings import Surroundings
    from agendacli.load.loaded import Loaded
    from agendacli.model.said import Names

Offer = tuple[str, str]
_HARMLESS = r"[\w@/.,+:=%-]+"  # patterns are compiled when TAB is pressed, not when a command starts
_UNSAID = r"[^\w ,.;:–’-]+"
_LONGEST = 60


def offers(what: str, context: typer.Context, incomplete: str) -> list[Offer]:
    """The completions of that kind; never fails and never prints, whatever the line and the files hold."""
    found: list[Offer] = []
    with redirect_stderr(io.StringIO()):
        try:
            found = [(value, _said(meaning)) for value, meaning in _OFFERED[what](context, incomplete)]
        except Exception:  # noqa: BLE001 (whatever it is, nobody asked for it; the next time it may be gone)
            spoil()
    return [each for each in dict(found).items() if re.fullmatch(_HARMLESS, each[0])]


def _said(meaning: str) -> str:
    return " ".join(re.sub(_UNSAID, " ", meaning).split())[:_LONGEST]


def _addresses(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    """Events; sessions too once the event is unambiguous."""
    from agendacli.analysis.selection.addresses import Target, find, labels_begun

    surroundings = _surroundings(context)
    loaded = _loaded(context, surroundings)
    event, slash, session = incomplete.partition("/")
    target = find(event, (*loaded.programmes, *loaded.revisions)) if event else None
    found = [] if slash else [(each.id, each.name) for each in loaded.programmes]
    if isinstance(target, Target):
        name = event if slash else target.programme.id
        found += [(f"{name}/{id_}", title) for id_, title in labels_begun(target.programme, session)]
    surroundings.close()
    return found


def _picked(context: typer.Context, _: str) -> Iterable[Offer]:
    """The ids in the schedule."""
    from agendacli.cli.run.origins import schedule_file
    from agendacli.files.reading import read_if_there
    from agendacli.load.own import load_schedule

    path = schedule_file(_surroundings(context), context.params.get("schedule"))
    return [(each.id, "") for each in load_schedule(read_if_there(path) or b"", str(path)).schedule.picked]


def _people(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _as_begun(incomplete, ((each.id, each.name) for each in _names_in(context).persons))


def _rooms(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _names(incomplete, _names_in(context).rooms)


def _cities(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _names(incomplete, _names_in(context).cities)


def _kinds(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _names(incomplete, _names_in(context).kinds)


def _categories(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _names(incomplete, _names_in(context).categories)


def _roles(context: typer.Context, incomplete: str) -> Iterable[Offer]:
    return _names(incomplete, _names_in(context).roles)


def _statuses(_: typer.Context, incomplete: str) -> Iterable[Offer]:
    from agendacli.model.programme import Status

    return _names(incomplete, Status)


def _zones(_: typer.Context, __: str) -> Iterable[Offer]:
    from agendacli.model.zones import zone_names

    return [("event", "each event’s own"), ("local", "this machine’s"), *((each, "") for each in sorted(zone_names()))]


def _names(incomplete: str, names: Iterable[str | None]) -> Iterable[Offer]:
    """Names as single words that mean the same to the filters: `ga-hall` for `GA Hall`."""
    from agendacli.words.folded import folded_words

    return _as_begun(incomplete, (("-".join(folded_words(each)), each) for each in names if each))


def _as_begun(incomplete: str, offers: Iterable[Offer]) -> Iterable[Offer]:
    """The completions of what is typed, ignoring case."""
    for value, meaning in offers:
        if value.casefold().startswith(incomplete.casefold()):
            yield incomplete + value[len(incomplete) :], "" if meaning == value else meaning


def _names_in(context: typer.Context) -> "Names":
    """The names in the sessions of the events; cached from then on."""
    from agendacli.analysis.naming import names_in

    surroundings = _surroundings(context)
    found = names_in(_loaded(context, surroundings).programmes)
    surroundings.close()
    return found


def _surroundings(context: typer.Context) -> "Surroundings":
    from agendacli.cli.run.surroundings import Surroundings

    return Surroundings.read(tuple(context.find_root().params.get("events") or ()))


def _loaded(context: typer.Context, surroundings: "Surroundings") -> "Loaded":
    """The events that the line names so far, without any that could block."""
    from agendacli.cli.run.origins import event_paths, unsaid
    from agendacli.files.paths import is_address, is_stream
    from agendacli.load.programmes import load

    paths, _ = event_paths(surroundings, context.params.get("events") if context.parent else None)
    zone = context.params.get("zone") or context.params.get("floating")
    wanted = unsaid(surroundings, zone, day_first=context.params.get("day_first"))
    kept = None if context.params.get("no_cache") else surroundings.cache
    return load([each for each in paths if not (is_stream(each) or is_address(each))], unsaid=wanted, kept=kept)


_OFFERED: dict[str, Callable[[typer.Context, str], Iterable[Offer]]] = {
    "addresses": _addresses,
    "picked": _picked,
    "people": _people,
    "rooms": _rooms,
    "cities": _cities,
    "kinds": _kinds,
    "categories": _categories,
    "roles": _roles,
    "statuses": _statuses,
    "zones": _zones,
}
