"""The VEVENTs of a large file that are plain: found by one pattern, without being read.

Plain is one of which the pattern alone tells that nothing in it is odd: every line is a content line, it has one UID
and one start, an end that surely comes after it, and neither repeats nor stands for an occurrence. Reading it later
gives no diagnostic. Whatever the pattern does not know is not plain, and is read at once.
"""

import codecs
import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace

from agendacli.formats.ics.bytes import UTF16_MARKS
from agendacli.formats.ics.read.large.plain_times import PlainTimes
from agendacli.model.frozen import frozen

# A head is what stands before the first colon outside quotation marks. It may be folded, and so may any value.
_PARAMETERS = rb'(?:;[^":\n]*(?:(?:"[^"\n]*(?:\n[ \t][^"\n]*)*"|\n[ \t])[^":\n]*)*)?:'
_REST = _PARAMETERS + rb".*\n(?:[ \t].*\n)*+"
# Of a title nothing in brackets that may be a status which is told: [rescheduled], (Postponed).
_TITLE = rb"[^(\[\n]*(?:[(\[](?!(?:\r?\n[ \t])*[RrPp])[^(\[\n]*)*\n"
_END = rb"\r?\n"
_TIME = rb"((?:;[^:\n]*)?):([0-9]{8})(T[0-9]{6}Z?)?" + _END
# Of these some could tell something, and some may not be there twice: they have lines of their own, or none at all.
# `(?(2)(?!))` refuses a line when the second group, here the day of a DTSTART, was met before.
_NOT_ANY = (
    rb"(?!BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|EXRULE|RECURRENCE-ID|STATUS|GEO|ORGANIZER"
    rb"|X-MICROSOFT-CDO-ALLDAYEVENT|SUMMARY)"
)
_LINES = (
    _NOT_ANY + rb"[A-Z][A-Z0-9-]*+" + _REST,
    rb"SUMMARY" + _PARAMETERS + _TITLE + rb"(?:[ \t]" + _TITLE + rb")*",
    rb"DTSTART(?(2)(?!))" + _TIME,
    rb"DTEND(?(5)(?!))" + _TIME,
    rb"DURATION(?(7)(?!)):(P[0-9DWTHMS]+)" + _END,
    rb"UID(?(8)(?!)):([!-\[\]-~]+(?:\r?\n[ \t][!-\[\]-~]+)*)" + _END,
    rb"ORGANIZER(?(9)(?!))(" + _REST + rb")",
    rb"STATUS:(?:CONFIRMED|TENTATIVE|CANCELLED)" + _END,
    rb"GEO:-?[0-8]?[0-9](?:\.[0-9]+)?;-?(?:1[0-7][0-9]|[0-9]{1,2})(?:\.[0-9]+)?" + _END,
    rb"X-MICROSOFT-CDO-ALLDAYEVENT:(?:FALSE|(TRUE))" + _END,
    rb"BEGIN:VALARM" + _END + rb"(?:(?!BEGIN|END)[A-Z][A-Z0-9-]*+" + _REST + rb")*END:VALARM" + _END,
)
# Behind it no line may go on with its END: by a blank, before which carriage returns do not count.
_VEVENT = rb"\nBEGIN:VEVENT\r?\n(?:" + b"|".join(_LINES) + rb")+END:VEVENT\r?(?=\n(?![ \t]|\r(?!\n)))"
_FOLD = re.compile(rb"\r?\n[ \t]")
_CHUNK = 1 << 20


def numbers() -> "array[int]":
    """An empty column of whole numbers."""
    return array("q")


@frozen
class Plain:
    """The plain VEVENTs of a file as columns: each begins at `starts` and ends before `ends` (bytes), at `lines`.

    `firsts` and `lasts` bound its time in whole POSIX seconds, with the clocks of its zone taken for those of UTC.
    `kinds` are those of its time, `zones` what these stand for; floating times
    are taken to be in one of the `likely` zones. `organizers` has what stands after the name of each
    ORGANIZER, and None if one of them has none.
    """

    starts: "array[int]" = field(default_factory=numbers)
    ends: "array[int]" = field(default_factory=numbers)
    lines: "array[int]" = field(default_factory=numbers)
    firsts: "array[int]" = field(default_factory=numbers)
    lasts: "array[int]" = field(default_factory=numbers)
    kinds: "array[int]" = field(default_factory=numbers)
    uids: list[bytes] = field(default_factory=list)
    organizers: frozenset[bytes | None] = frozenset()
    zones: tuple[str | None, ...] = ()
    likely: tuple[str, ...] = ()

    def without(self, uids: Collection[bytes]) -> "Plain":
        """Those that have none of these UIDs."""
        if not uids:
            return self
        kept = [n for n, uid in enumerate(self.uids) if uid not in uids]

        def pick(column: "array[int]") -> "array[int]":
            return array("q", (column[n] for n in kept))

        return replace(
            self,
            starts=pick(self.starts),
            ends=pick(self.ends),
            lines=pick(self.lines),
            firsts=pick(self.firsts),
            lasts=pick(self.lasts),
            kinds=pick(self.kinds),
            uids=[self.uids[n] for n in kept],
        )

    def runs(self) -> Iterator[range]:
        """Rows that follow each other in the file without anything between them."""
        first = 0
        for n, (end, start) in enumerate(zip(self.ends, self.starts[1:], strict=False), 1):
            if start != end:
                yield range(first, n)
                first = n
        if self.uids:
            yield range(first, len(self.uids))


def find_plain(data: bytes, likely: tuple[str, ...]) -> Plain:
    """The plain VEVENTs of a file, no two with the same UID; `likely` are the zones in which floating times may be."""
    times, found, organizers = PlainTimes(likely), Plain(), set[bytes | None]()
    line, counted = 1, 0
    for match in _matches(data):
        *said, uid, organizer, whole = match.groups()
        time = times.read(*said, means_days=whole is not None)
        if time is None or uid is None:
            continue
        kind, first, last = time
        start = match.start() + 1
        line += data.count(b"\n", counted, start)
        counted = start
        found.starts.append(start)
        found.ends.append(match.end() + 1)
        found.lines.append(line)
        found.firsts.append(first)
        found.lasts.append(last)
        found.kinds.append(kind)
        found.uids.append(_unfolded(uid) if b"\n" in uid else uid)
        organizers.add(organizer)
    known = replace(found, organizers=frozenset(organizers), zones=tuple(times.zones), likely=likely)
    return known.without(_repeated(found.uids))


def _matches(data: bytes) -> "Iterator[re.Match[bytes]]":
    """What the pattern finds, as far as it is UTF-8; nothing in what is read only after a change of all its bytes."""
    if b"\0" in data or data.startswith(UTF16_MARKS):
        return iter(())
    found = re.finditer(_VEVENT, data)
    return found if _is_utf8(data) else (match for match in found if _is_utf8(_unfolded(match[0])))


def _repeated(uids: Sequence[bytes]) -> Collection[bytes]:
    if len(set(uids)) == len(uids):
        return ()
    return {uid for uid, count in Counter(uids).items() if count > 1}


def _unfolded(raw: bytes) -> bytes:
    return _FOLD.sub(b"", raw)


def _is_utf8(text: bytes) -> bool:
    """Whether that is all UTF-8; looked at piece by piece, since as text it could take four times the memory."""
    if text.isascii():
        return True
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(text), _CHUNK):
            decoder.decode(text[start : start + _CHUNK])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
