"""What holds of the draft of any document, seen by machine: `python tests/documents/checks.py FILE…` says what not.

Names, titles and rooms stand in the lines that are cited for them; dates and times stand there too, or have a doubt;
no time and no name with an honorific is lost.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from agendacli.formats.documents.drafting import Drafted, read_as_draft
from agendacli.formats.documents.page import Line, PageRow
from agendacli.formats.documents.tokens.days import days_in, months_in
from agendacli.formats.documents.tokens.hours import hours_in, leading_hours
from agendacli.formats.documents.tokens.people import honored_in
from agendacli.formats.documents.values.told import Asked, Told, ToldSession
from agendacli.words.folded import folded_words
from agendacli.words.honorifics import name_and_honorifics
from agendacli.words.times.times_of_day import TimeOfDay

DAY = 1440


def broken(drafted: Drafted, asked: Asked) -> Iterator[str]:
    """What does not hold of a draft; of what is not read nothing is expected."""
    if drafted.unread:
        return
    for session in drafted.sessions:
        yield from _unsaid(drafted, session)
        yield from _silent_times(drafted, session)
        if not _is_dated(drafted, session, asked):
            yield f"the day of {session.title.value[:40]!r} is inferred without a doubt"
    yield from _lost_times(drafted)
    yield from _lost_names(drafted)


def words(text: str) -> str:
    """Its words, folded, with a blank at both ends."""
    return f" {' '.join(folded_words(text))} "


def _unsaid(drafted: Drafted, session: ToldSession) -> Iterator[str]:
    """Titles, rooms and names that do not stand in their lines."""
    for told in (session.title, session.room):
        texts = (_whole(drafted, told.lines), _column(drafted, told.lines)) if told else ()
        if told and told.value and not any(_stands(told.value, each) for each in texts):
            yield f"{told.value[:60]!r} does not stand in its lines"
    for person in session.people:
        if not any(_stands(name, _whole(drafted, (person.line,))) for name in _ways(person.name)):
            yield f"{person.name!r} does not stand in its line"


def _ways(name: str) -> Iterator[str]:
    """A name, and with its family name first, as `LINDQVIST, Per` is printed."""
    words_of = name.split()
    yield from (" ".join((*words_of[n:], *words_of[:n])) for n in range(len(words_of)))


def _stands(value: str, text: str) -> bool:
    return words(value) in words(text) or words(value).replace(" ", "") in words(text).replace(" ", "")


def _whole(drafted: Drafted, lines: Iterable[Line]) -> str:
    """The whole text on the lines that are cited, in order; of what was wrapped to its last line."""
    places = {(each.page, n) for each in lines for n in range(each.line, max(each.line, each.last) + 1)}
    return " ".join(each.text for each in drafted.document.lines if (each.page, each.line) in places)


def _column(drafted: Drafted, lines: Iterable[Line]) -> str:
    """What is cited of cells that stand below each other in a table, without those beside them; nothing of others."""
    rows = [each for each in drafted.document.blocks if isinstance(each, PageRow)]
    cells = {(one.page, one.line, one.text) for row in rows for _, cell in row.own for one in cell.lines}
    return " ".join(each.text for each in lines if (each.page, each.line, each.text) in cells)


def _silent_times(drafted: Drafted, session: ToldSession) -> Iterator[str]:
    for name, told in (("start", session.start), ("end", session.end)):
        if told.value is not None and not told.doubts and not session.start.doubts:
            printed = [
                time for line in told.lines for text in (line.text, _whole(drafted, (line,))) for time in _times(text)
            ]
            if told.value % DAY not in {each for time in printed for each in _readings(time)}:
                yield f"the {name} of {session.title.value[:40]!r} is inferred without a doubt"


def _times(text: str) -> Iterator[TimeOfDay]:
    for each in (*hours_in(text), *leading_hours(text)[0]):
        yield from (time for time in (each.start, each.end) if time)


def _readings(time: TimeOfDay) -> Iterator[int]:
    """What a time says by itself, or with the half of the day that stands behind the other end of its range."""
    yield from (time.plain % DAY, *(each % DAY for each in time.minutes(is_loose=False)))
    if time.half is None and time.plain < DAY // 2 + 60:
        yield (time.plain + DAY // 2) % DAY


def _is_dated(drafted: Drafted, session: ToldSession, asked: Asked) -> bool:
    """Whether day, month and year are printed, the year perhaps elsewhere; a doubt will do."""
    day = session.day.value
    if day is None or session.day.doubts or asked.first or asked.year:
        return True
    document = drafted.document
    texts = [document.title, *(each.text for each in (*document.about, *document.lines))]
    if not any(str(day.year) in text or re.search(rf"\b{day.year % 100:02}\b", text) for text in texts):
        return False
    said = [each for text in texts for each in days_in(text)]
    is_said = any(day.day in {each.day, each.month} and day.month in {each.day, each.month} for each in said)
    in_range = any(each.last and each.month == day.month and (each.day or 0) <= day.day <= each.last for each in said)
    return (
        is_said
        or in_range
        or any(month == day.month for text in texts for month, _, _ in months_in(text))
        or bool(len([each for each in said if each.is_dated]) > 1)
    )


def _lost_times(drafted: Drafted) -> Iterator[str]:
    left = {(each.line.page, each.line.line) for each in drafted.left}
    cited = (line for each in drafted.sessions for line in _lines(each))
    used = {(line.page, n) for line in cited for n in range(line.line, max(line.line, line.last) + 1)}
    for line in (*drafted.document.lines, *drafted.document.quoted):
        if any(not each.is_plain for each in hours_in(line.text)) and (line.page, line.line) not in left | used:
            yield f"a time is lost: {line.text[:60]!r}"


def _lines(session: ToldSession) -> Iterator[Line]:
    told: tuple[Told[int] | Told[int | None] | Told[str], ...] = (session.start, session.end, session.title)
    return (line for each in told for line in each.lines)


def _lost_names(drafted: Drafted) -> Iterator[str]:
    people = (person.name for each in drafted.sessions for person in each.people)
    titles = (each.title.value for each in drafted.sessions)
    known = words(" ".join((*people, *titles, *(each.text for each in drafted.left))))
    for line in (*drafted.document.lines, *drafted.document.quoted):
        yield from (
            f"{each!r} is lost" for each in honored_in(line.text) if words(name_and_honorifics(each)[0]) not in known
        )


def main(names: list[str]) -> None:
    """Say what does not hold of the drafts of some files."""
    for name in names:
        path, asked = Path(name), Asked(year=2026)
        for each in broken(read_as_draft(path.read_bytes(), path.name, asked), asked):
            print(f"{path.name}: {each}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
