"""A week in which a programme changes every day: run as `week_of_changes.py AGENDA OURS FILE [PYTHON]`.

AGENDA is the command, OURS an interpreter that has it, FILE a definition whose sessions `PARTS` names, PYTHON one that
has libical, which is the library of Evolution. One person has the programme on a CalDAV server, by way of a vdir; one
has it as a file that is written with `--since`; one as a file without rules, which libical reads. The first two add
what people add. Each day the programme is changed with `agenda change` and the like and everybody is brought up to
date; then what the server has is the programme, as `agenda diff` and as recurring-ical-events see it, nothing is there
twice, nothing is lost, and what people added is there.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from with_radicale import CALENDAR, Server, expect, names_in, radicale, seen

HERE = Path(__file__).parent
SPAN = "2026-01-01", "2027-01-01"
PARTS = {
    "tides": {
        "first": "2026-05-12",
        "second": "2026-05-13",
        "moved": "welcome",
        "retitled": "keynote",
        "swapped": "silt-and-its-keepers",
        "for": "counting-barges",
        "elsewhere": "workshop",
        "called off": "dredging-by-hand",
        "removed": "moons-of-other-planets",
        "called otherwise": "salt-in-the-cellars",
        "on another day": "closing-words",
        "with somebody more": "storms",
        "still": "reception-on-the-quay",
    },
    "measuring-libraries": {
        "first": "2026-07-14",
        "second": "2026-07-15",
        "moved": "welcome-to-the-conference",
        "retitled": "keynote",
        "swapped": "2a-1-cost-per-use-honestly",
        "for": "2a-2-counter-5-1-for-people-in-a-hurry",
        "elsewhere": "workshop-w1",
        "called off": "3b-1-open-access-monographs",
        "removed": "4b-2-chat-transcripts-and-privacy",
        "called otherwise": "4a-1-archives-and-their-visitors",
        "on another day": "closing-plenary-and-awards",
        "with somebody more": "panel",
        "still": "drinks-reception",
    },
}
DAYS = (
    (
        "change moved --time 08:55-09:25",
        "change retitled --title What%the%gauges%say",
        "change --swap swapped for",
        "change with%somebody%more --person speaker:%Ms.%Eva%Luz,%Guest",
    ),
    (
        "change . --revision 2026-05-12",
        "change called%off --status cancelled",
        "change removed --remove",
        "change elsewhere --room Quay%3",
        "add . --on first --time 17:00-17:45 --title Boat%to%the%lighthouse",
        "add . --on every%Tuesday%from%2026-03-10%to%2026-04-07 --time 18:00-19:00 --title Planning%call",
    ),
    (
        "change on%another%day --on first --time 22:30-00:30%+1",
        "change planning-call/20260317T180000Z --time 20:00-21:00",
        "change planning-call/20260324T180000Z --status cancelled",
    ),
    (
        "add . --on first --time 08:00-08:15 --title Coffee --id early-coffee",
        "change called%otherwise --id cellars",
        "change moved --room Garden",
    ),
    ("rename",),
    (
        "change . --revision 2026-05-13",
        "change called%off --status confirmed",
        "change planning-call --time 18:30-19:30",
        "change for --on second",
    ),
)
MANY = 15
REMINDER = "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT25M\r\nEND:VALARM\r\n"
NOTE = "bring the red folder"
OWN = """BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//somebody//\r\nBEGIN:VEVENT\r\nUID:dentist@home\r\n\
DTSTAMP:20260301T090000Z\r\nDTSTART:20260512T100000Z\r\nDTEND:20260512T103000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n\
END:VCALENDAR\r\n"""
Record = list[str | None]


class Week:
    """The programme in its folder, and what is known of its sessions."""

    def __init__(self, agenda: str, ours: str, file: Path, folder: Path) -> None:
        self.agenda, self.ours, self.folder = agenda, ours, folder
        self.name, self.parts = file.stem, PARTS[file.stem]
        self.file = folder / file.name
        shutil.copyfile(file, self.file)

    def run(self, *arguments: str | Path, codes: Sequence[int] = (0,)) -> subprocess.CompletedProcess[str]:
        """A command of ours over the programme; another exit code than these ends the run."""
        command = [self.agenda, *map(str, arguments), "-e", str(self.file)]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        if found.returncode not in codes:
            sys.exit(f"   {' '.join(command)}: {found.returncode}\n{found.stderr}")
        return found

    def change(self, line: str) -> None:
        """One change; words have `%` for blanks, and name a session by its part."""
        if line == "rename":
            self._rename()
            return
        self.run(*map(self._word, line.split()))

    def expected(self) -> list[Record]:
        """What everybody is to have, read from the programme itself."""
        command = [self.ours, str(HERE / "expected.py"), *SPAN, str(self.file)]
        return list(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))

    def _word(self, word: str) -> str:
        text = word.replace("%", " ")
        if text == ".":
            return self.name
        known = self.parts.get(text, text)
        is_session = text in self.parts and text not in ("first", "second")
        return f"{self.name}/{known}" if is_session or text.startswith("planning-call") else known

    def _rename(self) -> None:
        """Another name for the file: refused, until it says which programme it is."""
        self.file = self.file.rename(self.folder / f"{self.name}_v3_FINAL.yaml")
        refused = self.run("export", "--since", self.folder / "since.ics", "-o", self.folder / "no.ics", codes=(2,))
        expect("a file with another name is refused", f"id: {self.name}" in refused.stderr, expected=True)
        self.file.write_text(f"id: {self.name}\n" + self.file.read_text(encoding="utf-8"), encoding="utf-8")


def main(agenda: str, ours: str, file: str, libical: str = "") -> None:
    """The whole week."""
    with tempfile.TemporaryDirectory() as scratch, radicale(Path(scratch) / "storage") as server:
        week = Week(agenda, ours, Path(file), Path(scratch))
        vdir, since, plain = (Path(scratch) / name for name in ("vdir", "since.ics", "plain.ics"))
        week.run("export", "-q", "--vdir", vdir)
        week.run("export", "-q", "-o", since)
        week.run("export", "-q", "--expand", "-o", plain)
        server.ask("MKCALENDAR", CALENDAR)
        server.put(vdir, names_in(vdir))
        people_add(server, vdir, since)
        ever = {*server.whole()}
        for number, lines in enumerate(DAYS, 1):
            for line in lines:
                week.change(line)
            everybody_is_told(week, server, vdir, since=since, plain=plain)
            whole = Path(scratch) / "server.ics"
            whole.write_bytes(server.ask("GET", CALENDAR))
            compare(f"day {number}", week, whole, since)
            ever |= {*server.whole()}
        expect("nothing is lost", sorted(ever - {*server.whole()}), [])
        what_people_added_is_there(week, vdir, since)
        if libical:
            command = [libical, str(HERE / "with_libical.py"), str(plain)]
            found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            expect("libical reads the programme", live(found), live(week.expected()))


def people_add(server: Server, vdir: Path, since: Path) -> None:
    """A reminder and a note in every entry, and an entry of one's own: on the server, and in the file."""
    for name in names_in(vdir):
        (vdir / name).write_bytes(with_additions((vdir / name).read_bytes()))
    (vdir / "dentist.ics").write_bytes(OWN.encode())
    server.put(vdir, names_in(vdir))
    since.write_bytes(with_additions(since.read_bytes()))


def with_additions(data: bytes) -> bytes:
    """A calendar with a reminder and a note in every entry."""
    unfolded = data.decode().replace("\r\n ", "")
    lines = []
    for line in unfolded.split("\r\n"):
        lines.append(f"{line}\\n\\n{NOTE}" if line.startswith("DESCRIPTION:") else line)
        if line == "BEGIN:VEVENT":
            lines.append(f"X-NOTE:{NOTE}")
    return "\r\n".join(lines).replace("END:VEVENT\r\n", f"{REMINDER}END:VEVENT\r\n").encode()


def everybody_is_told(week: Week, server: Server, vdir: Path, *, since: Path, plain: Path) -> None:
    """The folder is kept in step with the server and brought up to date, and so are the files; once more is nothing."""
    server.take(vdir)
    before = {name: (vdir / name).read_bytes() for name in names_in(vdir)}
    week.run("export", "-q", "--vdir", vdir)
    server.put(vdir, [name for name in names_in(vdir) if (vdir / name).read_bytes() != before.get(name)])
    week.run("export", "-q", "--since", since, "-o", since)
    week.run("export", "-q", "--expand", "--since", plain, "-o", plain)
    told = [week.run("export", "--vdir", vdir).stderr, week.run("export", "--since", since, "-o", since).stderr]
    again = [line for each in told for line in each.splitlines() if ": 0 added, 0 changed, 0 cancelled" in line]
    expect("a second time nothing is different", len(again), 2)


def compare(day: str, week: Week, server: Path, since: Path) -> None:
    """The calendars against the programme: by `diff`, and by a library that is not ours."""
    others = [record for record in changes(week, server) if record != ["added", "Dentist"]]
    expect(f"{day}: diff finds the programme on the server", others, [])
    expect(f"{day}: diff finds the programme in the file", changes(week, since), [])
    command = [sys.executable, str(HERE / "with_recurring_ical_events.py"), *SPAN, str(server)]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    own = [each for each in found if each[0] != "dentist@home"]
    expect(f"{day}: recurring-ical-events finds it, nothing twice", live(own), live(week.expected()))


def changes(week: Week, calendar: Path) -> list[list[str]]:
    """What `agenda diff` finds different in a calendar."""
    found = week.run("diff", "-q", week.file, calendar, "--fields", "change,title", codes=(0, 1))
    return [line.split("\t") for line in found.stdout.splitlines()]


def live(found: Sequence[Record]) -> Counter[tuple[str | None, ...]]:
    """What takes place, as often as it is there: start, end, status and title."""
    return Counter(tuple(each[1:5]) for each in found if each[3] != "CANCELLED")


def what_people_added_is_there(week: Week, vdir: Path, since: Path) -> None:
    """Each entry that people wrote in has what they wrote; what was called off meanwhile reminds nobody any more."""
    expect("the entry of somebody's own is as it was", seen((vdir / "dentist.ics").read_bytes()), seen(OWN.encode()))
    off = f"{week.parts['called off']}.{week.name}@agendacli"  # it takes place after all
    for what, data in (
        ("folder", b"".join((vdir / each).read_bytes() for each in names_in(vdir))),
        ("file", since.read_bytes()),
    ):
        theirs = [(uid, text) for uid, text in entries(data) if f"X-NOTE:{NOTE}" in text]
        expect(f"{what}: entries with notes are there", len(theirs) >= MANY, expected=True)
        live_on = [(uid, text) for uid, text in theirs if uid != off and "STATUS:CANCELLED" not in text]
        bare = [uid for uid, text in live_on if "TRIGGER:-PT25M" not in text]
        expect(f"{what}: so are the reminders", bare, [])
        silent = [uid for uid, text in theirs if not re.search(rf"DESCRIPTION:.*{NOTE}", text)]
        expect(f"{what}: and the words behind the text", silent, [])


def entries(data: bytes) -> Iterator[tuple[str, str]]:
    """The UID and the unfolded text of each VEVENT that is not an exception of a series."""
    for each in data.decode().replace("\r\n ", "").split("BEGIN:VEVENT\r\n")[1:]:
        text = each.partition("END:VEVENT")[0]
        yield text.partition("UID:")[2].partition("\r\n")[0], text


if __name__ == "__main__":
    main(*sys.argv[1:])
