"""Lists of items as other tools keep them, `program: [{title: …, date: …}]`: the first one is told key by key."""

from collections.abc import Mapping as MappingOf
from datetime import date

from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.key_synonyms import meaning
from agendacli.formats.definition.nodes import Mapping, Node, NodeList, Scalar
from agendacli.formats.definition.schema.session import SESSION
from agendacli.model.codes import WRONG_TYPE
from agendacli.model.fault import Fault
from agendacli.model.findings import Findings
from agendacli.words.near import plain
from agendacli.words.times.grammar import parse_clock, parse_date

_TITLES = "title name subject heading talk session summary"
_DAYS = "date day on startdate start"
_STARTS = "starttime start begin begins time hours when"
_ENDS = "endtime end ends until"
_DAY, _HOURS, _TITLE = "2026-05-04", "10:15-13:00", "Title"


def tell_foreign_list(node: Mapping, findings: Findings) -> None:
    """Tell how the items are written that stand in a list under a key that means `days`, or nearly says so."""
    for key, value in node.entries:
        if meaning(key.text, "programme", ("days",)) == "days":
            tell_foreign_items(value, findings)


def tell_foreign_items(node: Node, findings: Findings) -> None:
    """Tell of a list how its first item is written here, and what each of its keys is; of any other node nothing."""
    items = node.items if isinstance(node, NodeList) else ()
    first = next((each for each in items if isinstance(each, Mapping)), None)
    if first is None:
        return
    findings.report(WRONG_TYPE, first.span, f"items stand under their days, as in {_as_written(first)}")
    Entries(first, SESSION, findings)
    for key, value in first.entries:
        if key.text not in SESSION.by_name:
            tell_foreign_items(value, findings)


def _as_written(item: Mapping) -> str:
    """The item as a definition has it, as far as its own words are understood."""
    said = {plain(key.text).replace(" ", ""): value.text for key, value in item.entries if isinstance(value, Scalar)}
    return f"`{_day(said)}:` and below it `- {_hours(said)}: {_first(said, _TITLES) or _TITLE}`"


def _day(said: MappingOf[str, str]) -> str:
    found = parse_date(_first(said, _DAYS))
    return str(found) if isinstance(found, date) else _DAY


def _hours(said: MappingOf[str, str]) -> str:
    hours = f"{_first(said, _STARTS)}-{_first(said, _ENDS)}"
    return _HOURS if isinstance(parse_clock(hours), Fault) else hours


def _first(said: MappingOf[str, str], words: str) -> str:
    return next((said[each] for each in words.split() if said.get(each)), "")
