"""The length that stands with other words behind a title, apart from it: `Recital (Great Hall, 40 min)`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.slots.notices import is_notice
from agendacli.formats.documents.slots.slot import Column, Slot
from agendacli.formats.documents.tokens.meeting_points import place_to_meet
from agendacli.formats.documents.tokens.minutes import behind_label, minutes_said
from agendacli.formats.documents.tokens.places import is_place
from agendacli.formats.documents.tokens.roles import role_label
from agendacli.words.times.forms import MINUTES_OF_DAY
from agendacli.words.times.times_of_day import TimeOfDay, even, read_time

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_PARTED = re.compile(r"(\s*(?:[;·|]|,(?!\d)|(?<!\d)/|/(?!\d))\s*|\s+[–—-]\s+|(?<=[\w)]{3})\.\s+(?=\d))")
_BEHIND = re.compile(r"\s*[–—-]\s+(?P<what>\w.*)")
_LAST_BRACKET = re.compile(r"\s*\([^()]+\)$")
_AT_END = re.compile(r"(?<=[\w)]{3})(?<!env)(?<!prox)(?<!irca)\.\s+\(?(?P<length>\d[^().]{2,50}?)\.?\)?\.?$")
_UNTIL = re.compile(
    r"(?<=[\w).”»\"’])(?:[.,;]\s+(?:until|till?|to|bis|jusqu[’']à|hasta(?: las)?)\s+(?=\w)|"
    r"\s+(?:until|till?|bis|jusqu[’']à|hasta(?: las)?)\s+(?=\d{1,2}(?:[.:h]\d\d|\s?(?:[ap]\.?m|uhr|h))))"
    r"(?P<time>\d{1,2}(?:[.:h]\d\d)?\s?(?:[ap]\.?\s?m\.?|uhr|h\.?)?|midnight|noon|mitternacht|minuit|medianoche)\.?$",
    re.IGNORECASE,
)
_METRES = re.compile(r"\W*\d+ ?m\W*")  # of a walk
_LONGEST = 12 * 60
_TITLES: tuple[Column, ...] = ("title", "main")


def put_lengths_apart(slots: Iterable[Slot]) -> None:
    """Put the length behind a title where those of a column of lengths stand."""
    for slot in slots:
        lines = next((slot.columns[each] for each in _TITLES if slot.columns.get(each)), slot.lines)
        if lines and not slot.columns.get("length") and (behind := _behind_length(lines[0].text)):
            text, rest = behind
            lines[:1] = [
                replace(lines[0], text=text, pieces=()),
                replace(lines[0], text=rest, pieces=(), is_bullet=False),
            ]
        found = _parted(lines[0].text) if lines and not slot.columns.get("length") else None
        if lines and found is None and not slot.columns.get("length"):
            _put_last_apart(slot, lines)
        if slot.hours.end is None and not slot.is_row:
            _put_end_apart(slot, slot.lines)
        if found:
            slot.columns["length"] = [replace(lines[0], text=found[1], pieces=(), level=0)]
            pieces = tuple(each for each in lines[0].pieces if each in found[0])
            lines[0] = replace(lines[0], text=found[0], pieces=pieces if len(pieces) > 1 else ())


def _behind_length(text: str) -> tuple[str, str] | None:
    """A title without the remark behind a length in its brackets, and that: `Talk (Hall, 45 mins, with questions)`."""
    for each in _BRACKETS.finditer(text):
        parts = _PARTED.split(each[1])
        at = next((n for n in range(2, len(parts) - 1, 2) if is_length(parts[n])), None)
        if at is not None and parts[at + 2][:1].islower():
            kept = f"{text[: each.start(1)]}{''.join(parts[: at + 1])}{text[each.end(1) :]}"
            return kept, "".join(parts[at + 2 :]).strip()
    return None


def _put_last_apart(slot: Slot, lines: list[Line]) -> None:
    """Put the length with which one of the lines below a title ends: `Panellists: Ida Holm, Paul Kern. 50 minutes`."""
    ends = [
        (n, found) for n, line in enumerate(lines) if n and not line.is_bullet and (found := _AT_END.search(line.text))
    ]
    if len(ends) == 1 and is_length(ends[0][1]["length"]):
        n, found = ends[0]
        slot.columns["length"] = [replace(lines[n], text=found["length"], pieces=(), level=0)]
        lines[n] = replace(lines[n], text=lines[n].text[: found.start()], pieces=())


def _put_end_apart(slot: Slot, lines: list[Line]) -> None:
    """Put the end with which one of the lines ends where that of a range stands: `Porridge. Canteen, till 10`."""
    ends = [(n, found) for n, line in enumerate(lines) if (found := _UNTIL.search(line.text))]
    end = read_time(even(ends[0][1]["time"])) if len(ends) == 1 else None
    if end and _may_end(slot, end) and not is_notice(lines[ends[0][0]].text[: ends[0][1].start()]):
        n, found = ends[0]
        slot.hours = replace(slot.hours, end=end)
        slot.end_at = replace(lines[n], text=found["time"], pieces=(), level=0)
        lines[n] = replace(lines[n], text=lines[n].text[: found.start()], pieces=())


def _may_end(slot: Slot, end: TimeOfDay) -> bool:
    """Whether a slot may end at a time: no more than some hours behind its start."""
    starts, ends = slot.hours.start.minutes(is_loose=True), end.minutes(is_loose=True)
    return any(0 < (last - first) % MINUTES_OF_DAY <= _LONGEST for first in starts for last in ends)


def is_length(text: str) -> bool:
    """Whether a text is a length of time, and not one of a way."""
    return minutes_said(behind_label(text)) is not None and _METRES.fullmatch(text) is None


def without_length_behind(title: str) -> str:
    """A title without the brackets at its end that hold a length and nothing else."""
    last = [*_BRACKETS.finditer(title)][-1:]
    return title[: last[0].start()] if last and last[0].end() == len(title) and is_length(last[0][1]) else title


def _parted(text: str) -> tuple[str, str] | None:
    """The title and the length that stands in brackets or behind a sign; None where none does, or several do."""
    found = [each for each in _BRACKETS.finditer(text) if any(map(is_length, _PARTED.split(each[1])))]
    if len(found) == 1:
        length, rest = _without_length(found[0][1])
        after = _BEHIND.match(text, found[0].end())
        is_parted = bool(rest and text[found[0].end() :].strip())  # `The crane (1978, 2 h), with Ida Holm`
        if is_parted or (after and not is_place(after["what"])):  # `Tides (30 min) — Ida Holm, Kiel`
            return text, length  # no part is joined to another
        inside = f" ({rest})" if rest else ""
        title = f"{text[: found[0].start()]}{inside}{text[found[0].end() :]}".strip()
        return title, length
    plain = text.rstrip(" .")
    bracket = _LAST_BRACKET.search(plain) if not found else None
    inner = _parted(plain[: bracket.start()]) if bracket else None
    said = bracket[0].strip(" ()") if bracket else ""
    if bracket and inner and (is_place(said) or role_label(said)):  # `Coffee, 25 min (Long Room)`
        return f"{inner[0]}{bracket[0]}", inner[1]
    behind = _PARTED.split(plain)[2::2] if not found else []
    if sum(map(is_length, behind)) != 1:
        return None
    last = [not is_length(each) for each in reversed(behind)].index(False)
    # no part is joined to another, as in `Solder – Ida Holm, 30 min, Bench A`
    is_parted = not all(is_place(each) or place_to_meet(each) for each in behind[len(behind) - last :])
    length, title = _without_length(plain)
    return (text if is_parted else title), length


def _without_length(text: str) -> tuple[str, str]:
    """The length in a text between signs, and the text without it."""
    parts = _PARTED.split(text)
    at = max(n for n in range(0, len(parts), 2) if is_length(parts[n]))
    kept = [*parts[: max(at - 1, 0)], *parts[at + (1 if at else 2) :]]
    return parts[at].strip(), "".join(kept).strip()
