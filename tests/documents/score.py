"""How well documents are read: `python tests/documents/score.py FOLDER [-v] [NAME…]`.

The folder holds `files/NAME.*` and `expected/NAME.json`, each with `sessions` (date, start, end, title, room, people
with role and name), perhaps `year_given`, `date_given`, `no_rooms` or `no_people`. Printed are F1 over all sessions
together, how many values are wrong without a doubt, how many of the wrong or missing ones are doubted, and how many
values are doubted at all.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from agendacli.formats.documents.drafting import Drafted, read_as_draft
from agendacli.formats.documents.tokens.hours import hours_in
from agendacli.formats.documents.tokens.minutes import lengths_in
from agendacli.formats.documents.tokens.spoken_hours import spoken_hours
from agendacli.formats.documents.values.told import WHOLE_PART, Asked, ToldPerson, ToldSession
from agendacli.words.folded import folded_words
from agendacli.words.honorifics import name_and_honorifics

ALIKE = 0.85
SHORTEST = 4
GROUPS = {"co-chair": "chair"} | dict.fromkeys(("panellist", "thematic expert", "expert", "rapporteur"), "speaker")
FIELDS = ("day, start, end", "with title", "people with role", "room")


@dataclass
class Score:
    """Hits, what was read and what was expected of each field; each wrong value, and whether it is doubted."""

    counts: dict[str, Counter[str]] = field(default_factory=lambda: {each: Counter() for each in FIELDS})
    wrong: list[tuple[str, bool]] = field(default_factory=list)
    values: int = 0
    doubted: int = 0

    def add(self, name: str, hits: int, read: int, expected: int) -> None:
        """Count so many hits among what was read and what was expected."""
        self.counts[name].update(hits=hits, read=read, expected=expected)

    def f1(self, name: str) -> float | None:
        """The F1 of a field."""
        count = self.counts[name]
        both = count["read"] + count["expected"]
        return 2 * count["hits"] / both if both else None


def score(expected: dict[str, Any], drafted: Drafted, total: Score) -> Score:
    """The score of one document, which is counted in the total, too."""
    own = Score()
    wanted, read = expected["sessions"], drafted.sessions
    pairs = dict(matched(wanted, read))
    left = [each.text for each in drafted.left]
    for one in (own, total):
        _count(expected, pairs, read, one)
    for one in (own, total):
        _judge(expected, pairs, drafted, one, left)
    return own


def _count(expected: dict[str, Any], pairs: dict[int, int], read: tuple[ToldSession, ...], to: Score) -> None:
    wanted = expected["sessions"]
    sizes = {"read": len(read), "expected": len(wanted)}
    hits = [times_of(read[got]) == told_times(wanted[each]) for each, got in pairs.items()]
    titles = [alike(wanted[each]["title"], read[got].title.value) for each, got in pairs.items()]
    to.add("day, start, end", sum(hits), **sizes)
    to.add("with title", sum(hit and title for hit, title in zip(hits, titles, strict=True)), **sizes)
    if not expected.get("no_people"):
        found = sum(len(same_people(wanted[each]["people"], read[got].people)) for each, got in pairs.items())
        to.add(
            "people with role",
            found,
            sum(len(each.people) for each in read),
            sum(len(each["people"]) for each in wanted),
        )
    if not expected.get("no_rooms"):
        rooms = sum(same_room(wanted[each].get("room"), room_of(read[got])) for each, got in pairs.items())
        to.add(
            "room", rooms, sum(each.room is not None for each in read), sum(bool(each.get("room")) for each in wanted)
        )


def matched(wanted: list[dict[str, Any]], read: tuple[ToldSession, ...]) -> Iterator[tuple[int, int]]:
    """The pairs of what is expected and what was read, the surest first, each once."""
    possible = sorted(
        (-rank, abs(n - m), n, m)
        for n, each in enumerate(wanted)
        for m, got in enumerate(read)
        if (rank := likeness(each, got))
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, n, m in possible:
        if n not in taken[0] and m not in taken[1]:
            taken[0].add(n)
            taken[1].add(m)
            yield n, m


def likeness(wanted: dict[str, Any], read: ToldSession) -> int:
    """How much two have in common; 0 if too little to be one."""
    day, start, end = (one == other for one, other in zip(times_of(read), told_times(wanted), strict=True))
    title = alike(wanted["title"], read.title.value)
    return 3 * start + 2 * day + 2 * title + end if (start and (day or title)) or (title and day) else 0


def times_of(session: ToldSession) -> tuple[str | None, str, str | None]:
    """Day, start and end as expectations write them."""
    return (
        str(session.day.value) if session.day.value else None,
        clock(session.start.value) or "",
        clock(session.end.value),
    )


def clock(minutes: int | None) -> str | None:
    """`10:15`; midnight at the end of a day is 24:00 there."""
    return None if minutes is None else "24:00" if minutes == 1440 else f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def told_times(wanted: dict[str, Any]) -> tuple[str | None, str, str | None]:
    """Day, start and end as they are expected."""
    return wanted["date"], wanted["start"], "24:00" if wanted["end"] == "00:00" else wanted["end"]


def alike(one: str, other: str) -> bool:
    """Whether two titles are one, but for their ends."""
    first, second = folded_words(one), folded_words(other)
    a, b = " ".join(first), " ".join(second)
    if not a or not b:
        return a == b
    if _goes_on(one, other) or _goes_on(other, one):
        return True
    is_part = min(len(first), len(second)) > 1 and (
        a.startswith(b) or b.startswith(a) or a.endswith(b) or b.endswith(a)
    )
    return is_part or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def _goes_on(one: str, other: str) -> bool:
    """Whether the second is the first with something behind a sign: `Vespers` and `Vespers, Dean Ida Holm`."""
    return len(one) > 3 and other.startswith(one) and other[len(one) :].lstrip()[:1] in {",", "(", "–", "—", "·", "|"}


def same_people(wanted: list[dict[str, str]], read: Iterable[ToldPerson]) -> list[ToldPerson]:
    """Those who are expected in their role."""
    open_, found = list(wanted), []
    for each in read:
        same = next(
            (
                one
                for one in open_
                if is_same(one["name"], each.name) and group(one["role"].removesuffix("s")) == group(each.role)
            ),
            None,
        )
        if same:
            open_.remove(same)
            found.append(each)
    return found


def is_same(one: str, other: str) -> bool:
    """Whether two names are one, with or without honorifics and initials."""
    first, second = (
        {each for each in folded_words(name_and_honorifics(name)[0]) if len(each) > 1} for name in (one, other)
    )
    return bool(first) and bool(second) and (first <= second or second <= first)


def group(role: str) -> str:
    """Roles between which documents do not tell."""
    return GROUPS.get(role, role)


def room_of(session: ToldSession) -> str | None:
    """Its room."""
    return session.room.value if session.room else None


def same_room(one: str | None, other: str | None) -> bool:
    """Whether two rooms are one, but for the house."""
    first, second = " ".join(folded_words(one or "")), " ".join(folded_words(other or ""))
    return bool(first) and bool(second) and (first in second or second in first)


def _judge(expected: dict[str, Any], pairs: dict[int, int], drafted: Drafted, to: Score, left: list[str]) -> None:
    """Every wrong value, and whether somebody is told to look."""
    read, wanted = drafted.sessions, expected["sessions"]
    for each in read:
        told = [each.start.doubts, each.end.doubts, each.title.doubts, *([each.room.doubts] if each.room else [])]
        told += [person.doubts for person in each.people]
        told = [() if one == (WHOLE_PART,) else one for one in told]
        to.values += len(told) + 1
        to.doubted += sum(bool(one) for one in told)
    to.doubted += len(
        {(each.day.value, each.room.value) for each in read if each.room and WHOLE_PART in each.room.doubts}
    )
    to.doubted += len({each.day.lines[0] for each in read if each.day.doubts and each.day.lines})
    elsewhere = [person.name for each in read for person in each.people if person.doubts]
    for n, m in pairs.items():
        to.wrong += _wrong(wanted[n], read[m], expected, [*left, *elsewhere])
    for n, each in enumerate(wanted):
        if n not in pairs:
            to.wrong.append(
                (f"missing {each['date']} {each['start']} {each['title'][:60]}", each["start"] in times_left(drafted))
            )
    for m, got in enumerate(read):
        if m not in pairs.values():
            doubts = got.day.doubts + got.start.doubts + got.end.doubts + got.title.doubts
            to.wrong.append((f"too much {times_of(got)} {got.title.value[:60]}", bool(doubts)))


def times_left(drafted: Drafted) -> set[str | None]:
    """The times among what is left over, each as it may be meant."""
    texts = [each.text for each in drafted.left if each.kind == "time"]
    left = [hours.start for each in texts for hours in (*hours_in(each), *spoken_hours(each))]
    return {clock(minutes) for each in left for minutes in (*each.minutes(is_loose=True), each.plain)}


def _wrong(
    wanted: dict[str, Any], read: ToldSession, expected: dict[str, Any], left: list[str]
) -> Iterator[tuple[str, bool]]:
    what = f"{wanted['start']} {wanted['title'][:40]}"
    doubts = read.day.doubts, read.start.doubts, read.end.doubts
    for name, value, told in zip(("date", "start", "end"), times_of(read), doubts, strict=True):
        if value != wanted[name] and (name, value) != ("end", told_times(wanted)[2]):
            is_left = name == "date" and value is None  # what has no day is listed with its time
            is_left |= name == "end" and value is None and wanted["end"] in _ends_by_lengths(read, left)
            yield f"{name} of {what}: {value}, not {wanted[name]}", bool(told) or is_left
    if not alike(wanted["title"], read.title.value):
        yield f"title of {what}: {read.title.value[:60]}", bool(read.title.doubts)
    if (
        not expected.get("no_rooms")
        and not same_room(wanted.get("room"), room_of(read))
        and (wanted.get("room") or read.room)
    ):
        doubted = bool(read.room.doubts if read.room else read.title.doubts)
        doubted |= any(same_room(wanted.get("room"), each) for each in left if len(each) >= SHORTEST)
        yield f"room of {what}: {room_of(read)}, not {wanted.get('room')}", doubted
    if not expected.get("no_people"):
        good = same_people(wanted["people"], read.people)
        for person in read.people:
            if person not in good:
                yield f"person in {what}: {person.role} {person.name}", bool(person.doubts)
        for one in wanted["people"]:
            if not any(is_same(one["name"], each.name) for each in good):
                doubted = any(each.doubts and is_same(one["name"], each.name) for each in read.people)
                is_left = any(
                    is_same(one["name"], each) or folded_words(one["name"])[-1] in folded_words(each) for each in left
                )
                is_told = doubted or is_left or bool(read.title.doubts)
                yield f"person missing in {what}: {one['role']} {one['name']}", is_told


def _ends_by_lengths(read: ToldSession, left: list[str]) -> set[str | None]:
    """When a session would end by the lengths among what is left over."""
    return {clock(read.start.value + minutes) for each in left for minutes, _, _ in lengths_in(each)}


def run(folder: Path, names: list[str]) -> Iterator[tuple[str, Score, Score]]:
    """The score of each document, and of all so far."""
    total = Score()
    for path in sorted((folder / "expected").glob("*.json")):
        file = next((each for each in (folder / "files").glob(f"{path.stem}.*")), None)
        if file is None or (names and not any(path.stem.startswith(each) for each in names)):
            continue
        expected = json.loads(path.read_text("utf-8"))
        given = expected.get("date_given")
        asked = Asked(expected.get("year_given"), date.fromisoformat(given) if given else None)
        yield path.stem, score(expected, read_as_draft(file.read_bytes(), file.name, asked), total), total


def _shown(number: float | None) -> str:
    return "    –" if number is None else f"{number:5.3f}"


def _totals(total: Score) -> Iterator[str]:
    yield f"{'all':28} " + "  ".join(_shown(total.f1(each)) for each in FIELDS)
    quiet = sum(not told for _, told in total.wrong)
    told = len(total.wrong) - quiet
    yield f"wrong or missing {len(total.wrong)}, of which doubted {told} ({told / max(1, len(total.wrong)):.0%})"
    yield f"wrong and not doubted {quiet} of {total.values} values ({quiet / max(1, total.values):.1%})"
    yield f"doubted {total.doubted / max(1, total.values):.1%}"


def main(words: list[str]) -> None:
    """Print the scores of a folder."""
    folder, *names = [each for each in words if each != "-v"]
    print(f"{'document':28} " + "  ".join(f"{each[:5]:5}" for each in FIELDS))  # noqa: T201
    total = Score()
    for name, own, so_far in run(Path(folder), names):
        print(f"{name:28} " + "  ".join(_shown(own.f1(each)) for each in FIELDS), f"{len(own.wrong):4} wrong")  # noqa: T201
        total = so_far
        if "-v" in words:
            for what, told in own.wrong:
                print(f"   {'?' if told else '-'} {what}")  # noqa: T201
    print("\n".join(_totals(total)))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
