"""What is said of a key that is none of a mapping: which one is meant, or what can be done."""

from collections.abc import Collection
from typing import NamedTuple

from agendacli.formats.definition.schema.keys import Table
from agendacli.formats.definition.schema.programme import PROGRAMME
from agendacli.formats.definition.schema.shared import NOTES
from agendacli.words.near import nearest
from agendacli.words.times.repeats import is_repeat


class UnknownKey(NamedTuple):
    """The message, and what is meant: a key, or words that say what to do instead; None where nobody knows."""

    message: str
    meant: str | None


def unknown_key(name: str, table: Table, known: Collection[str]) -> UnknownKey:
    """What is said of a key of a table that is none of the known ones."""
    out_of_place = _out_of_place(name, table)
    meant = None if out_of_place else _meant(name, table, known)
    return _said(name, meant, known, out_of_place or _ways_out(table))


def unknown_inside(name: str, table: Table, known: Collection[str]) -> UnknownKey:
    """What is said of a key that is none of the known ones, where a text would do instead of a mapping."""
    return _said(name, _meant(name, table, known), known, "; write what is said as one text")


def _said(name: str, meant: str | None, known: Collection[str], otherwise: str) -> UnknownKey:
    if meant is None:
        hint = otherwise
    else:
        hint = f"; {meant}" if " " in meant and meant not in known else f"; did you mean `{meant}`?"
    return UnknownKey(f"`{name}` is not a key here{hint}", meant)


def _out_of_place(name: str, table: Table) -> str:
    """A hint where the name of a key looks like a day, or like the time with which an item would begin."""
    if name[:1].isdigit() and table.first_key:
        return f"; begin a new item: `- {name}: …`"
    is_day = name[:1].isdigit() or is_repeat(name)
    return "; days go under `days`, two blanks further in" if is_day and table is PROGRAMME else ""


def _meant(name: str, table: Table, known: Collection[str]) -> str | None:
    """The key that is meant by an everyday word, or that is nearly written so."""
    from agendacli.formats.definition.key_synonyms import meaning

    return meaning(name, table.name, known) or nearest(name, known)


def _ways_out(table: Table) -> str:
    """What can be done with a key that is like no other."""
    if NOTES.name in table.by_name:
        return "; say it under `notes`, or delete it"
    return f"; there are {', '.join(f'`{name}`' for name in table.by_name)}"
