"""What is kept of a file from one run to the next: never another answer than reading it gives, never an error."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.files import FileError
from agendacli.load.cache.seal import Seal
from agendacli.load.cache.store import Cache
from agendacli.load.loaded import Loaded, Unsaid
from agendacli.load.programmes import load as load_once
from agendacli.model.lazy import LazySessions

NOW = datetime.now(UTC)
LATER = NOW + timedelta(days=1)
BEES = """title: Bees
zone: Europe/Vienna
place: Vienna
days:
  2026-03-10:
    - 09:00-10:00: Opening
      speaker: Jo Doe
  every Tuesday from 2026-03-17 to 2026-04-14:
    - 10:00-11:00: Panel
"""
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//y//EN
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
DTSTART:20260310T090000
DTEND:20260310T100000
SUMMARY:Bees
END:VEVENT
END:VCALENDAR
"""
Write = Callable[[str, str], Path]


READING = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from agendacli.load.cache.store import Cache, stamped_modules
from agendacli.load.doubts import doubts_told
from agendacli.load.programmes import load
kept = Cache(Path("kept"), datetime.now(UTC) + timedelta(days=1))
loaded = load(sys.argv[1:], kept=kept)
doubts_told(loaded, kept)
kept.write()
assert len(loaded.programmes) >= len(sys.argv[1:])
floors = tuple(f"agendacli.{each}." for each in ("model", "words", "analysis", "formats", "records", "load"))
used = {Path(each.__file__) for name, each in sys.modules.items() if name.startswith(floors)}
print(*sorted(used - {Path(each.path) for each in stamped_modules()}), sep="\\n")
"""


def cache(folder: str = "kept") -> Cache:
    """The cache of a run some time after everything was written."""
    return Cache(Path(folder), LATER)


def sealed(head: bytes, body: bytes = b"") -> bytes:
    """An entry with the right checksum, as a run of this user makes it."""
    return b"agendacli %d %d\n%s%s" % (Seal(Path("kept")).of(head + body) or 0, len(head), head, body)


def load(paths: Sequence[str], unsaid: Unsaid | None = None, kept: Cache | None = None) -> Loaded:
    """What a run reads; it keeps that as it ends."""
    loaded = load_once(paths, unsaid=unsaid, kept=kept)
    if kept:
        kept.write()
    return loaded


def everything(loaded: Loaded) -> object:
    """All that was read, with the places of everything in its file, which equality leaves out."""
    programmes = (*loaded.programmes, *loaded.revisions)
    sessions = [[(each, each.span, each.participants) for each in programme.sessions] for programme in programmes]
    spans = [
        (seat.span, seat.person and seat.person.span) for programme in programmes for seat in programme.participants
    ]
    texts = {each.span.file: loaded.texts[each.span.file] for each in loaded.diagnostics}
    return programmes, sessions, spans, loaded.gazetteer, loaded.diagnostics, texts, loaded.problems


def is_kept(loaded: Loaded) -> bool:
    return all(isinstance(each.sessions, LazySessions) for each in loaded.programmes)


@pytest.mark.usefixtures("write")
def test_kept_bundled_events_are_what_was_read() -> None:
    read, kept = load(["bundled"], kept=cache()), load(["bundled"], kept=cache())
    assert (is_kept(read), is_kept(kept)) == (False, True)
    assert everything(kept) == everything(read) == everything(load(["bundled"]))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", BEES),
        ("a.ics", CALENDAR),
        ("a.ics", CALENDAR.replace("DTEND:", "DTEND:never")),
        ("a.yaml", BEES.replace("09:00-10:00", "10:00-09:00") + "colour: red\n"),
        ("a.yaml", "\ufeffrubbish: [\x01\n"),
        ("a.yaml", "# nothing\n"),
        ("a@2026-01-01.yaml", BEES),
    ],
)
def test_kept_file_with_its_faults_is_what_was_read(write: Write, name: str, text: str) -> None:
    write(f"e/{name}", text)
    read, kept = load(["e"], kept=cache()), load(["e"], kept=cache())
    assert everything(kept) == everything(read) == everything(load(["e"]))


def large_calendar() -> str:
    """A calendar that is read lazily, with sessions that repeat, move and are odd among many plain ones."""
    plain = "".join(
        _entry(
            f"plain-{number}",
            f"DTSTART;TZID=Europe/Vienna:2026{number % 12 + 1:02}10T090000",
            f"DTEND;TZID=Europe/Vienna:2026{number % 12 + 1:02}10T100000",
            "ATTENDEE;CN=Jo Doe:mailto:jo@example.org",
            f"DESCRIPTION:{'about bees ' * 20}",
        )
        for number in range(100)
    )
    odd = (
        _entry("weekly", "DTSTART:20260101T090000Z", "RRULE:FREQ=WEEKLY;COUNT=60")
        + _entry("weekly", "RECURRENCE-ID:20260108T090000Z", "DTSTART:20260109T090000Z")
        + _entry("bad", "DTSTART:never")
    )
    more = plain.replace("plain", "more")
    head = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\nX-WR-TIMEZONE:Asia/Tokyo\n"
    return f"{head}{plain}{odd}{more}END:VCALENDAR\n"


def _entry(uid: str, *lines: str) -> str:
    said = ("BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"SUMMARY:Bees {uid}", *lines, "END:VEVENT")
    return "".join(f"{each}\n" for each in said)


def test_kept_large_calendar_is_what_was_read(write: Write) -> None:
    write("e/a.ics", large_calendar())
    write("e/people.yaml", "jo:\n  name: Johanna Doe\n  aliases: [Jo Doe]\n")
    read, kept = load(["e"], kept=cache()), load(["e"], kept=cache())
    assert (is_kept(kept), [each.code.name for each in kept.diagnostics]) == (True, ["ics-lost"])
    assert {each.name for session in kept.programmes[0].sessions for each in session.participants} == {"Johanna Doe"}
    assert everything(kept) == everything(read) == everything(load(["e"]))


def several_calendars() -> str:
    """A stream of calendars that name themselves, one of them large, with something odd between them."""
    named = (large_calendar().replace("VERSION:2.0", f"X-WR-CALNAME:{name}") for name in ("Bees", "Wasps"))
    return "".join((*named, "rubbish\n", CALENDAR.replace("VERSION:2.0", "X-WR-CALNAME:Ants")))


def test_kept_file_of_several_calendars_is_what_was_read(write: Write) -> None:
    write("e/a.ics", several_calendars())
    read, kept = load(["e"], kept=cache()), load(["e"], kept=cache())
    assert (is_kept(kept), sorted(each.id for each in kept.programmes)) == (True, ["ants", "bees", "wasps"])
    assert everything(kept) == everything(read) == everything(load(["e"]))
    assert everything(load(["e"], kept=cache())) == everything(read)  # with what was looked at


def test_file_of_several_calendars_of_which_one_is_not_kept_any_more_is_read_anew(write: Write) -> None:
    write("a.ics", several_calendars())
    load(["a.ics"], kept=cache())
    for entry in cache().kept():
        entry.file.unlink()
        assert everything(load(["a.ics"], kept=cache())) == everything(load(["a.ics"]))
        assert is_kept(load(["a.ics"], kept=cache()))


def test_looking_at_sessions_of_a_large_calendar_writes_no_new_entry(write: Write) -> None:
    write("a.ics", large_calendar())
    whole = load(["a.ics"], kept=cache()).programmes[0].sessions
    before = {each.name: each.stat().st_ino for each in Path("kept").glob("a-*")}
    kept = cache()
    sessions = load_once(["a.ics"], kept=kept).programmes[0].sessions
    assert [sessions[number] for number in (3, 4, 150)] == [whole[number] for number in (3, 4, 150)]
    kept.write()
    assert {each.name: each.stat().st_ino for each in Path("kept").glob("a-*")} == before


def test_sessions_of_a_large_calendar_that_the_first_question_used_are_had_without_it(write: Write) -> None:
    path = write("a.ics", large_calendar())
    whole = tuple(load(["a.ics"]).programmes[0].sessions)
    kept = cache()
    sessions = load_once(["a.ics"], kept=kept).programmes[0].sessions
    assert [sessions[number] for number in (3, 4, 150)] == [whole[number] for number in (3, 4, 150)]
    kept.write()
    sessions = load_once(["a.ics"], kept=cache()).programmes[0].sessions
    path.unlink()
    assert [sessions[number] for number in (3, 4, 150)] == [whole[number] for number in (3, 4, 150)]
    with pytest.raises(FileError, match="no such file"):
        sessions[6]


def test_large_calendar_that_changes_after_it_was_looked_up_is_told(write: Write) -> None:
    path = write("a.ics", large_calendar())
    load(["a.ics"], kept=cache())
    sessions = load_once(["a.ics"], kept=cache()).programmes[0].sessions
    path.write_text(large_calendar().replace("Bees", "Wasps"))
    with pytest.raises(FileError, match="has changed while it was read"):
        sessions[0]


def test_sessions_of_a_kept_programme_are_found_by_their_time(write: Write) -> None:
    write("a.yaml", BEES + "  2027-01-01:\n    - 09:00-10:00: Late\n")
    load(["a.yaml"], kept=cache())
    sessions = load(["a.yaml"], kept=cache()).programmes[0].sessions
    assert isinstance(sessions, LazySessions)
    found = sessions.touching(datetime(2026, 12, 31, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC))
    assert [each.id for each in found] == ["panel", "late"]  # what repeats may always touch it


@pytest.mark.parametrize("name", ["e/a.yaml", "e/people.yaml", "e/places.yaml"])
@pytest.mark.parametrize("before", ["", "# to come\n"])
def test_file_that_changed_is_read_anew(write: Write, name: str, before: str) -> None:
    write("e/a.yaml", BEES)
    texts = {
        "e/a.yaml": BEES.replace("Opening", "Closing"),
        "e/people.yaml": "jo:\n  name: Johanna Doe\n  aliases: [Jo Doe]\n",
    }
    if before and name != "e/a.yaml":
        write(name, before)
    load(["e"], kept=cache())
    write(name, texts.get(name, "cities:\n  wien: {name: Wien, timezone: Europe/Vienna, aliases: [Vienna]}\n"))
    assert everything(load(["e"], kept=cache())) == everything(load(["e"]))


def test_file_that_changed_at_equal_size_and_time_is_read_anew(write: Write) -> None:
    path = write("a.yaml", BEES)
    before = path.stat()
    load(["a.yaml"], kept=cache())
    path.write_text(BEES.replace("Bees", "Ants"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert load(["a.yaml"], kept=cache()).programmes[0].title == "Ants"


def test_file_is_kept_for_each_name_it_is_read_by(write: Write) -> None:
    write("e/a.yaml", BEES)
    for name in ("e/a.yaml", "./e/a.yaml", "e/a.yaml", "./e/a.yaml"):
        assert load([name], kept=cache()).programmes[0].file == name


def test_file_written_just_now_is_not_kept(write: Write) -> None:
    write("a.yaml", BEES)
    now = Cache(Path("kept"), datetime.now(UTC))
    load(["a.yaml"], kept=now)
    assert not is_kept(load(["a.yaml"], kept=now))


def test_calendar_read_on_other_clocks_is_read_anew(write: Write) -> None:
    write("a.ics", CALENDAR)
    for zone, traces in (("Asia/Tokyo", ()), (None, ("a",)), (None, ("b",)), ("Asia/Tokyo", ())):
        floating = Unsaid(zone, lambda: "Europe/Rome", traces)
        loaded = load(["a.ics"], unsaid=floating, kept=cache())
        assert not is_kept(loaded) or zone
        assert loaded.programmes[0].sessions[0].when.zone == (zone or "Europe/Rome")


def test_faults_of_files_beside_a_kept_one_are_told(write: Write) -> None:
    write("e/a.yaml", BEES)
    write("e/people.yaml", "jo-doe: 1: 2\n")
    read, kept = load(["e"], kept=cache()), load(["e"], kept=cache())
    assert read.diagnostics
    assert kept.diagnostics == read.diagnostics


def test_folder_that_cannot_be_made_keeps_nothing(write: Write) -> None:
    write("a.yaml", BEES)
    write("file", "")
    for _ in range(2):
        assert not is_kept(load(["a.yaml"], kept=cache("file/kept")))


def test_entries_that_are_folders_are_no_error(write: Write) -> None:
    write("a.yaml", BEES)
    load(["a.yaml"], kept=cache())
    for each in Path("kept").glob("*.compiled"):
        each.unlink()
        each.mkdir()
    for _ in range(2):
        assert not is_kept(load(["a.yaml"], kept=cache()))


@settings(max_examples=40, deadline=None)
@given(place=st.integers(0, 10_000), instead=st.binary(max_size=3), cut=st.booleans())
def test_damaged_entry_is_read_anew(
    tmp_path_factory: pytest.TempPathFactory, place: int, instead: bytes, *, cut: bool
) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "a.yaml").write_text(BEES)
    name, kept = str(folder / "a.yaml"), str(folder / "kept")
    whole = everything(load([name], kept=cache(kept)))
    for each in Path(kept).iterdir():
        data = each.read_bytes()
        at = place % len(data)
        each.write_bytes(data[:at] + instead + (b"" if cut else data[at + len(instead) :]))
    assert everything(load([name], kept=cache(kept))) == whole


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"k":"Programme"', b'"k":"Popen"'),
        (b'"title":"Bees"', b'"colour":"red"'),
        (b'"columns":[2,2,2,1,2]', b'"columns":[2,2,2,1,9]'),
        (b'"columns":[2,2,2,1,2]', b'"columns":[2,2]'),
        (b'"shared":', b'"shred":'),
        (b'"files":[', b'"files":[],"f":['),
    ],
)
def test_entry_of_a_foreign_hand_is_read_anew(write: Write, old: bytes, new: bytes) -> None:
    write("a.yaml", BEES)
    whole = everything(load(["a.yaml"], kept=cache()))
    for each in Path("kept").glob("*.compiled"):
        line, _, rest = each.read_bytes().partition(b"\n")
        length = int(line.split()[2])
        head, body = rest[:length].replace(old, new), rest[length:]
        each.write_bytes(sealed(head, body))
    assert everything(load(["a.yaml"], kept=cache())) == whole


def test_entry_whose_checksum_was_made_without_the_key_is_none(write: Write) -> None:
    write("a.yaml", BEES)
    whole = everything(load(["a.yaml"], kept=cache()))
    for each in Path("kept").glob("*.compiled"):
        line, _, rest = each.read_bytes().partition(b"\n")
        forged = rest.replace(b"Bees", b"Wasp")
        each.write_bytes(b"agendacli %d %b\n%b" % (crc32(forged), line.split()[2], forged))
    assert everything(load(["a.yaml"], kept=cache())) == whole


@pytest.mark.parametrize("key", [b"", b"short", None], ids=["empty", "short", "gone"])
def test_entries_count_no_more_where_the_key_is_lost(write: Write, key: bytes | None) -> None:
    write("a.yaml", BEES)
    load(["a.yaml"], kept=cache())
    Path("kept/.key").unlink()
    if key is not None:
        Path("kept/.key").write_bytes(key)
    assert not is_kept(load(["a.yaml"], kept=cache()))
    assert is_kept(load(["a.yaml"], kept=cache()))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs to give files away")
def test_entry_of_another_user_is_none(write: Write) -> None:
    write("a.yaml", BEES)
    load(["a.yaml"], kept=cache())
    for each in Path("kept").glob("*.compiled"):
        os.chown(each, 12345, 12345)
    assert not is_kept(load(["a.yaml"], kept=cache()))


def test_pipe_in_the_place_of_an_entry_keeps_nobody_waiting(write: Write) -> None:
    write("a.yaml", BEES)
    load(["a.yaml"], kept=cache())
    for each in Path("kept").glob("*.compiled"):
        each.unlink()
        os.mkfifo(each)
    assert not is_kept(load(["a.yaml"], kept=cache()))


def test_cache_shows_what_it_holds_and_forgets_it(write: Write) -> None:
    path = write("e/a.yaml", BEES)
    (write("kept/note.txt", "mine"), write("kept/other.compiled", "rubbish"))
    load(["e"], kept=cache())
    path.write_text(BEES + "\n")
    bundled = [each for each in cache().kept() if not each.source.startswith(str(path.parent))]
    own = [each for each in cache().kept() if each not in bundled]
    assert [(each.source, each.is_current) for each in own] == [
        (str(path), False),
        (str(path.parent / "people.yaml"), True),
    ]
    assert [(each.source, each.is_current) for each in bundled][:1] == [("", False)]
    assert cache().clear() == len(own) + len(bundled)
    assert [each.name for each in Path("kept").iterdir()] == ["note.txt"]
    assert (cache().kept(), cache().clear(), cache("none").kept()) == ((), 0, ())


def test_cache_keeps_no_more_than_some_hundred_entries(write: Write) -> None:
    write("a.yaml", BEES)
    for number in range(600):
        write(f"kept/old-{number}.compiled", "")
    load(["a.yaml"], kept=cache())
    assert len(list(Path("kept").glob("*.compiled"))) == 512
    assert is_kept(load(["a.yaml"], kept=cache()))


def test_every_module_that_reads_what_is_kept_is_stamped(write: Write) -> None:
    """A change of one that is not would leave what the older code read."""
    write("calendar.ics", CALENDAR.replace("SUMMARY", "RRULE:FREQ=MONTHLY;COUNT=3\nSUMMARY"))
    names = [f"schedule.{each}" for each in ("xml", "json", "csv", "md", "xlsx", "ics")]
    for name in names:
        subprocess.run([sys.executable, "-m", "agendacli", "export", "vienna-session", "-o", name], check=True)
    found = subprocess.run(
        [sys.executable, "-c", READING, "bundled", "calendar.ics", *names], capture_output=True, text=True, check=False
    )
    assert (found.stdout, found.stderr) == ("\n", "")
