"""A CalDAV server takes an exported vdir, gives it back, and takes the update: `with_radicale.py AGENDA BEFORE AFTER`.

AGENDA is the command; BEFORE and AFTER are folders with an earlier and a later version of one programme. The folder is
kept in step with the server as vdirsyncer would.
"""

import base64
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

AUTHORIZATION = {"Authorization": f"Basic {base64.b64encode(b'user:').decode()}"}
CALENDAR = "/user/school/"
TRIES = 100
REFUSED = 300
Seen = dict[str, tuple[tuple[str, ...], ...]]


class Server:
    """A CalDAV server on this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
        """The answer to a request; anything but success ends the run."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as connection:
            connection.request(method, path, body, {**AUTHORIZATION, **headers})
            answer = connection.getresponse()
            data = answer.read()
        if answer.status >= REFUSED:
            sys.exit(f"   {method} {path}: {answer.status} {data.decode(errors='replace')[:200]}")
        return data

    def put(self, folder: Path, names: list[str]) -> None:
        """Send files of a vdir."""
        for name in names:
            self.ask("PUT", CALENDAR + name, (folder / name).read_bytes(), **{"Content-Type": "text/calendar"})

    def take(self, folder: Path) -> None:
        """Write into the vdir what the server has of each file."""
        for name in names_in(folder):
            (folder / name).write_bytes(self.ask("GET", CALENDAR + name))

    def whole(self) -> Seen:
        """What the whole calendar holds."""
        return seen(self.ask("GET", CALENDAR))


@contextmanager
def radicale(storage: Path) -> Iterator[Server]:
    """A server that is there while this runs."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = f"--storage-filesystem-folder={storage}", "--auth-type=none", f"--server-hosts=127.0.0.1:{port}"
    command = [sys.executable, "-m", "radicale", "--config=", *settings, "--logging-level=error"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield Server(port)
    finally:
        process.terminate()
        process.wait()


def wait_for(port: int) -> None:
    """Come back when something listens there."""
    for _ in range(TRIES):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    sys.exit("   the server does not answer")


def names_in(folder: Path) -> list[str]:
    """The files of a vdir."""
    return sorted(each.name for each in folder.iterdir())


def seen(data: bytes) -> Seen:
    """Of each VEVENT of each UID: start, end, repeats, status, version and title, as written."""
    found: Seen = {}
    text = re.sub(r"\r?\n[ \t]", "", data.decode())
    for event in re.findall(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", text, re.DOTALL):
        lines = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
        named = {head.partition(";")[0]: f"{head.partition(';')[2]}:{value}" for head, value in lines.items()}
        names = "DTSTART", "DTEND", "RECURRENCE-ID", "RRULE", "EXDATE", "STATUS", "SEQUENCE", "SUMMARY"
        uid = named["UID"].lstrip(":")
        found[uid] = tuple(sorted((*found.get(uid, ()), tuple(named.get(name, "") for name in names))))
    return found


def export(agenda: str, events: str, folder: Path) -> list[str]:
    """Export into the vdir; what the tool says of it, line by line."""
    run = subprocess.run([agenda, "-e", events, "export", "--vdir", folder], check=True, capture_output=True, text=True)
    return [line.removeprefix("agenda: ") for line in run.stderr.splitlines()]


def expect(what: str, found: object, expected: object) -> None:
    """End the run unless both are the same."""
    if found != expected:
        sys.exit(f"   {what}:\n   found    {found}\n   expected {expected}")
    sys.stdout.write(f"   {what}\n")


def main(agenda: str, before: str, after: str) -> None:
    """The whole way."""
    with tempfile.TemporaryDirectory() as scratch, radicale(Path(scratch) / "storage") as server:
        vdir = Path(scratch) / "vdir"
        export(agenda, before, vdir)
        sent = seen(b"".join((vdir / name).read_bytes() for name in names_in(vdir)))
        server.ask("MKCALENDAR", CALENDAR)
        server.put(vdir, names_in(vdir))
        expect("it gives back what it was given", server.whole(), sent)
        server.take(vdir)
        told = export(agenda, before, vdir)
        expect(
            "what it gives back is not a change",
            told,
            [f"in {vdir}: 0 added, 0 changed, 0 cancelled, {len(sent)} as before"],
        )
        old = {name: (vdir / name).read_bytes() for name in names_in(vdir)}
        told = export(agenda, after, vdir)
        words = ["changed school/opening", "changed school/class", "added school/added", "cancelled school/reception"]
        expect("the update tells what is different", [" ".join(line.split()[:2]) for line in told[1:]], words)
        server.put(vdir, [name for name in names_in(vdir) if (vdir / name).read_bytes() != old.get(name)])
        now = server.whole()
        expect("nothing is doubled", sorted(now), sorted({*sent, "added.school@agendacli"}))
        status, sequence = now["reception.school@agendacli"][0][5:7]
        expect("what is no more is cancelled", (status, sequence), (":CANCELLED", ":1"))
        expect("what changed is a new version", now["opening.school@agendacli"][0][6], ":1")
        same = [uid for uid in sent if now[uid] == sent[uid]]
        expect("all else is as it was", len(same), len(sent) - 3)


if __name__ == "__main__":
    main(*sys.argv[1:])
