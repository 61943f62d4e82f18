"""The remarks of an export: what is private in it, what it leaves out, what apps may refuse."""

from collections.abc import Iterator, Mapping

from agendacli.cli.query.reading import Reading
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.screen import private_sessions
from agendacli.formats.ics.write.writer import in_utc
from agendacli.formats.private import PrivateItems

_OURS = b"PRODID:-//agendacli//"
_HEADER = 400  # bytes in which PRODID stands in what we write


def of_private_items(reading: Reading, private: PrivateItems) -> Iterator[str]:
    """How many private items there are, and what becomes of them."""
    count = private_sessions(reading.occurrences)
    if not count:
        return
    items, are = ("1 private item", "is") if count == 1 else (f"{count} private items", "are")
    if private is PrivateItems.KEPT:
        yield f"{items} {are} in it, with every word; `--public` leaves that out, `--busy` only says “Busy”"
    elif private is PrivateItems.LEFT_OUT:
        yield f"{items} {are} left out"
    else:
        yield f"{items} {are} in it as “Busy”"


def of_zones(reading: Reading, options: CalendarOptions) -> Iterator[str]:
    """In which zones single items had to be written in UTC."""
    for zone, count in in_utc(reading.occurrences, options).items():
        items, are = ("1 item", "is") if count == 1 else (f"{count} items", "are")
        yield f"{items} {are} in UTC: the rules of {zone} changed in these years, and few apps follow that"


def of_losses(reading: Reading) -> Iterator[str]:
    """What items of calendars hold that is not written, a line a calendar."""
    uids: dict[str, set[str]] = {}
    for each in reading.occurrences:
        if each.session.is_of_calendar and each.session.uid is not None:
            uids.setdefault(each.programme.file, set()).add(each.session.uid)
    if not uids:
        return
    from agendacli.formats.ics.read.unread import unread

    for file, own in uids.items():
        lost = unread(reading.loaded.texts.get(file, ""), own)
        if lost:
            yield f"{file}: left out: {', '.join(lost)}"


def of_older_files(before: Mapping[str, bytes | None], after: Mapping[str, bytes]) -> Iterator[str]:
    """Which files of ours are written over by items that differ and do not say that they are newer; both by name."""
    for name, data in after.items():
        count = _unnoticed(before.get(name) or b"", data)
        if count:
            items, they = ("1 item differs", "that it is") if count == 1 else (f"{count} items differ", "that they are")
            yield (
                f"{name}: {items} from what the file held, and nothing says {they} newer: apps may not take that; "
                f"write with `--since {name}`, or give the event a new `revision:`"
            )


def _unnoticed(before: bytes, after: bytes) -> int:
    if before == after or _OURS not in before[:_HEADER]:
        return 0
    from agendacli.formats.ics.items import Items, read_items
    from agendacli.formats.ics.update.changes import unnoticed

    old, new = read_items(before), read_items(after)
    return unnoticed(new.by_uid, old.by_uid) if isinstance(old, Items) and isinstance(new, Items) else 0
