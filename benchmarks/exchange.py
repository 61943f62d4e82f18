"""Files of other programs by what their libraries take, and an address by the file that lies there."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep

from benchmarks.bench import SOME, Bench
from benchmarks.figures import Figure, Goal, Section, compared, divided, most

_LIBRARIES: dict[str, tuple[str, Goal | None]] = {
    "xml": ("ElementTree.parse", most(6)),
    "json": ("json.loads", None),
    "xlsx": ("openpyxl", most(2)),
    "csv": ("csv.reader", None),
}
"""By the format: the library that reads it, and the goal; that of CSV only parts texts at commas."""
_ADDRESS, _FILE = "an unchanged address", "the local file"
_SETTLED = 2.5
"""Seconds after which what is made of a file is kept, which may change again at once."""


def exchange(bench: Bench) -> Section:
    """Schedules, sheets and addresses."""
    path = bench.definition(1_000)
    about = (
        "The sessions of one definition as our own exports, each read to a programme, timed inside in turns with the "
        "library that only reads the file; and an address that is asked whether it changed, whole processes, by the "
        "same file on the disk."
    )
    return Section("exchange", "Files of other programs", about, (*_files(bench, path), *_addresses(bench, path)))


def _files(bench: Bench, path: Path) -> Iterator[Figure]:
    for name, (library, goal) in _LIBRARIES.items():
        made = bench.folder / "inputs" / f"exchanged.{name}"
        bench.run(bench.agenda("export", "export", "-e", str(path), "-f", name, "-o", str(made), "--force"))
        turns = bench.run(bench.ours("agenda", "given", name, str(made))).told["seconds"]
        yield divided((f"reading {name}", turns[::2]), (library, turns[1::2]), goal)


def _addresses(bench: Bench, path: Path) -> Iterator[Figure]:
    with _served(path.read_bytes()) as url:
        bench.run(bench.agenda(_ADDRESS, "list", "-e", url))
        sleep(_SETTLED)
        for command in ("check", "list", "timetable"):
            events = () if command == "check" else ("-e",)
            asked = bench.agenda(f"{_ADDRESS}, {command}", command, *events, url)
            found = bench.race(asked, bench.agenda(_FILE, command, *events, str(path)), rounds=SOME)
            yield compared(found, asked.name, _FILE, most(1.6))


@contextmanager
def _served(data: bytes) -> Iterator[str]:
    """The address of a server of our own that says of everything else but the first answer that it has not changed."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            is_known = self.headers.get("If-None-Match") == '"1"'
            self.send_response(304 if is_known else 200)
            for name, value in (("ETag", '"1"'), ("Cache-Control", "max-age=0")):
                self.send_header(name, value)
            self.send_header("Content-Length", "0" if is_known else str(len(data)))
            self.end_headers()
            self.wfile.write(b"" if is_known else data)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/programme.yaml"
        server.shutdown()
