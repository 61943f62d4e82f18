"""Hostile files: what people write with something wrong in it, and calendars with everything that no person writes."""

from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
_MOST_BYTES = 40_000
_DATES = ("2026-03-10", "0001-01-01", "9999-12-31", "2026-02-30", "2926-03-12", "1969-12-31", "2017-10-29", "26-3-10")
_STAMPS = (
    "20260310T100000Z", "20260310T100000", "20171029T023000", "00010101T000000Z", "99991231T235959Z", "20260310",
    "19000101T000000", "20260310T250000Z", "20260310T100000+0200", "2026-03-10T10:00:00Z", "",
)  # fmt: skip
_LENGTHS = ("PT1H", "P1D", "P9999999D", "-PT1H", "PT0S", "P1W", "PT0DT1H10M0S", "PT99999999999999999999S", "soon", "P")
_ZONES = ("Europe/Vienna", "Asia/Kolkata", "America/New_York", "UTC", "GMT+05:30", "W. Europe Standard Time", "Nowhere")
_TEXTS = (
    "",
    " ",
    "Tea",
    "x" * 9_000,
    "\\n" * 500,
    "\x1b[31m",
    "\u202edrow",
    "漢字",
    "é" * 80,
    "a,b;c:d",
    "- [",
    "%s",
    "{}",
)
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY", "OFTEN")
_PARTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("INTERVAL", ("1", "2", "7", "24", "1000000", "0")),
    ("COUNT", ("1", "3", "1000", "1000000000", "-1")),
    ("UNTIL", ("20270101", "20270101T000000Z", "00010101", "99991231")),
    ("BYDAY", ("MO", "MO,TU,WE", "1MO", "-1SU", "53MO", "5FR,TU", "XX")),
    ("BYMONTH", ("2", "1,2,3,4", "12", "13")),
    ("BYMONTHDAY", ("1", "31", "-1", "29,30", "0")),
    ("BYYEARDAY", ("1", "366", "-366", "100,200")),
    ("BYWEEKNO", ("1", "53", "-1", "20")),
    ("BYHOUR", ("9", "0,23", ",".join(map(str, range(24))))),
    ("BYMINUTE", ("0", "30", ",".join(map(str, range(60))))),
    ("BYSECOND", ("0", "60", ",".join(map(str, range(60))))),
    ("BYSETPOS", ("1", "2", "-1", "366", "-366", "1,2,3")),
    ("WKST", ("SU", "MO")),
)
_PROPERTIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("DURATION:", _LENGTHS),
    ("SUMMARY:", _TEXTS),
    ("DESCRIPTION:", _TEXTS),
    ("LOCATION:", _TEXTS),
    ("CATEGORIES:", _TEXTS),
    ("STATUS:", ("CONFIRMED", "CANCELLED", "TENTATIVE", "LATER")),
    ("TRANSP:", ("OPAQUE", "TRANSPARENT", "?")),
    ("CLASS:", ("PUBLIC", "PRIVATE", "CONFIDENTIAL")),
    ("ORGANIZER;CN=Jo:", ("mailto:jo@example.org", "")),
    ("ATTENDEE;CN=Al;PARTSTAT=ACCEPTED:", ("mailto:al@example.org", "x" * 500)),
    ("SEQUENCE:", ("0", "7", "99999999999999999999", "x")),
    ("GEO:", ("48.2;16.4", "999;999", "x")),
    ("URL:", ("https://example.org/", "javascript:x")),
    ("EXDATE:", _STAMPS),
    ("RDATE:", _STAMPS),
    ("RDATE;VALUE=PERIOD:", ("20260310T100000Z/PT1H", "20260310T100000Z/20260310T090000Z")),
    ("RECURRENCE-ID:", _STAMPS),
    ("RECURRENCE-ID;RANGE=THISANDFUTURE:", _STAMPS),
    ("BEGIN:VALARM\r\nTRIGGER:-PT5M\r\nEND:", ("VALARM", "VEVENT")),
)
_CONFIG = 'tz = "{}"\nclock = "12h"\nweek_start = "{}"\nbuffer = "{}"\nevents = ["."]\n'
_WAIVER = "- sessions:\n  - {id: tea/a, time: x}\n  - {id: tea/b, time: x}\n  reason: fine\n"


def write_files(folder: Path, chance: Random) -> tuple[str, ...]:
    """Write some files into a folder; gives the names of those that may hold events, documents among them."""
    names = []
    for number in range(chance.randint(1, 3)):
        endings, make = chance.choice(_KINDS)
        name = f"{chance.choice(('tea', 'a', 'x y'))}{number}.{chance.choice(endings)}"
        (folder / name).write_bytes(make(chance))
        names.append(name)
    settings = (chance.choice((*_ZONES, "monday", *_LENGTHS, *_TEXTS)) for _ in range(3))
    beside = {
        "people.yaml": "jo:\n  name: Jo Doe\n  aliases: [J. Doe]\n",
        "places.yaml": "cities:\n  Vienna: {zone: Europe/Vienna}\n",
        "waivers.yaml": _WAIVER,
        "mine.txt": "tea0\ntea0/a # picked\n",
        "config.toml": _CONFIG.format(*settings),
    }
    for name, text in beside.items():
        if chance.random() < 1 / 3:
            (folder / name).write_bytes(_changed(text.encode(), chance, most=chance.choice((0, 1, 3))))
    return tuple(names)


def _definition(chance: Random) -> bytes:
    seeds = sorted(
        (*ROOT.glob("events/*.yaml"), *ROOT.glob("tests/errors/*/*.yaml"), *ROOT.glob("tests/golden/*/*.yaml"))
    )
    return _changed(chance.choice(seeds).read_bytes()[:_MOST_BYTES], chance)


def _foreign(chance: Random) -> bytes:
    return _changed(chance.choice(sorted(ROOT.glob("tests/**/*.ics"))).read_bytes()[:_MOST_BYTES], chance)


def _document(chance: Random) -> bytes:
    """A letter, a page, a message or a PDF, whatever its name says, or two of them one after the other."""
    seeds = chance.sample(sorted(ROOT.glob("tests/documents/files/*")), chance.choice((1, 1, 1, 2)))
    return _changed(b"".join(each.read_bytes()[:_MOST_BYTES] for each in seeds), chance)


def _calendar(chance: Random) -> bytes:
    """A calendar that is well put together and says what no person would."""
    events = (_event(chance) for _ in range(chance.choice((1, 2, 5, 40))))
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *(line for each in events for line in each), "END:VCALENDAR")
    return _changed("\r\n".join(lines).encode(), chance, most=chance.choice((0, 0, 2)))


def _event(chance: Random) -> list[str]:
    zone = chance.choice(("", ";VALUE=DATE", *(f";TZID={each}" for each in _ZONES)))
    lines = [f"UID:{chance.randint(1, 30)}", f"DTSTART{zone}:{chance.choice(_STAMPS)}"]
    if chance.random() < 1 / 2:
        lines.append(f"DTEND{zone}:{chance.choice(_STAMPS)}")
    if chance.random() < 1 / 2:
        lines.append(f"RRULE:{_rule(chance)}")
    some = chance.sample(_PROPERTIES, chance.randint(0, 6))
    return ["BEGIN:VEVENT", *lines, *(name + chance.choice(values) for name, values in some), "END:VEVENT"]


def _rule(chance: Random) -> str:
    parts = sorted(chance.sample(_PARTS, chance.randint(0, 4)))
    return ";".join(
        (f"FREQ={chance.choice(_FREQUENCIES)}", *(f"{name}={chance.choice(values)}" for name, values in parts))
    )


def _changed(data: bytes, chance: Random, most: int = 6) -> bytes:
    for _ in range(chance.randint(0, most)):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _without(data: bytes, chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.choice((1, 1, 10, 1_000)) :]


def _with(data: bytes, chance: Random) -> bytes:
    at = chance.randint(0, len(data))
    bits = chance.choice((chance.randbytes(3), b"\0", b"\t", b"[" * 300, b"\r", "é".encode("latin-1"), b"&a *a", b'"'))
    return data[:at] + bits + data[at:]


def _line_again(data: bytes, chance: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    lines.insert(chance.randint(0, len(lines)), chance.choice(lines))
    return b"".join(lines)


def _other_word(data: bytes, chance: Random) -> bytes:
    """Something else in the place of a word."""
    words = data.split(b" ")
    every = ":".join(chance.choice((_DATES, _TEXTS, _ZONES, _LENGTHS)))
    others = (chance.choice(_DATES), chance.choice(_TEXTS), f"every FREQ={_rule(chance)} from 2026-03-10:", every)
    words[chance.randrange(len(words))] = chance.choice(others).encode()
    return b" ".join(words)


_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (_without, _with, _line_again, _other_word, _other_word)
_KINDS: tuple[tuple[tuple[str, ...], Callable[[Random], bytes]], ...] = (
    (("yaml",), _definition),
    (("ics",), _calendar),
    (("ics",), _foreign),
    (("txt", "html", "md", "eml", "pdf"), _document),
)
