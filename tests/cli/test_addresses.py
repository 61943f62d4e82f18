"""Events at addresses: what a server of our own says, and what is done with it."""

import gzip
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import Result

from agendacli.files import FileError
from agendacli.files.web.addresses import plain_address, shown_address
from agendacli.files.web.fetching import Patience, fetch

Agenda = Callable[..., Result]

SHEET = "title,start,end\nCafé,2026-03-14 10:00,2026-03-14 11:00\n"
TIDES = b"title: Tides\nzone: Europe/Berlin\ndays:\n  2026-03-14:\n    - 10:00-11:00: Tea\n"
LINE = "tides/tea\t2026-03-14T10:00:00+01:00\t2026-03-14T11:00:00+01:00\t\tTea\tconfirmed\n"


class Site(ThreadingHTTPServer):
    """What lies on the server by path; how it misbehaves is in the path itself."""

    daemon_threads = True
    content = TIDES
    lifetime = "max-age=0"
    is_down = False
    asked: list[tuple[str, dict[str, str]]]


class Answers(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        site, path = self.server, self.path.partition("?")[0]
        site.asked.append((path, dict(self.headers)))
        if site.is_down:
            self.send_error(503)
        elif answer := ODD.get(path.strip("/").partition(".")[0]):
            answer(self)
        elif self.headers.get("If-None-Match") == f'"{hash(site.content)}"':
            self.say(304)
        else:
            self.say(200, site.content, ETag=f'"{hash(site.content)}"')

    def say(self, code: int, data: bytes = b"", **headers: str) -> None:
        self.send_response(code)
        headers = {"Content_Length": str(len(data)), "Cache_Control": self.server.lifetime, **headers}
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def babble(self) -> None:
        self.wfile.write(b"nonsense\r\n\r\n")

    def drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(1000):
            time.sleep(0.05)
            try:
                self.wfile.write(b"#")
            except OSError:
                return

    def log_message(self, *_: object) -> None:
        pass


ODD: dict[str, Callable[[Answers], None]] = {
    "to-file": lambda it: it.say(302, Location="file:///etc/passwd"),
    "round": lambda it: it.say(302, Location="/round"),
    "moved": lambda it: it.say(301, Location="/tides.yaml"),
    "gone": lambda it: it.send_error(404),
    "slow": Answers.drip,
    "cut": lambda it: it.say(200, TIDES, Content_Length=str(len(TIDES) + 10)),
    "packed": lambda it: it.say(200, gzip.compress(TIDES), Content_Encoding="gzip"),
    "western": lambda it: it.say(200, SHEET.encode("latin-1"), Content_Type="text/csv; charset=ISO-8859-1"),
    "russian": lambda it: it.say(200, SHEET.replace("é", "ж").encode("cp1251"), Content_Type="text/csv;charset=cp1251"),
    "unicode": lambda it: it.say(200, SHEET.encode(), Content_Type="text/csv; charset=iso-8859-1"),
    "unheard": lambda it: it.say(200, SHEET.encode("latin-1"), Content_Type="text/csv; charset=iso-8859-99"),
    "xml": lambda it: it.say(
        200, b"<?xml version='1.0' encoding='koi8-r'?>\xe9", Content_Type="text/xml; charset=latin1"
    ),
    "bomb": lambda it: it.say(200, gzip.compress(b"0" * (1 << 27)), Content_Encoding="gzip"),
    "page": lambda it: it.say(200, b"<!DOCTYPE html><html><body>Log in</body></html>", Content_Type="text/html"),
    "nonsense": Answers.babble,
    "to-ftp": lambda it: it.say(302, Location="ftp://127.0.0.1/x"),
}
"""What is answered otherwise, by the name in the path."""


@contextmanager
def served(answers: type[Answers]) -> Iterator[Site]:
    """A server that answers so while this holds."""
    server = Site(("127.0.0.1", 0), answers)
    server.asked = []
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with served(Answers) as server:
        yield server


@pytest.fixture
def address(site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Where the server is; what is kept of it is kept for this test."""
    monkeypatch.setenv("AGENDA_CACHE", str(tmp_path / "kept"))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return f"http://127.0.0.1:{site.server_port}"


def test_address_is_read_and_asked_whether_it_changed(agenda: Agenda, site: Site, address: str) -> None:
    url = f"{address}/tides.yaml"
    assert [agenda("timetable", "-e", url).output for _ in range(2)] == [LINE, LINE]
    assert ["If-None-Match" in headers for _, headers in site.asked] == [False, True]
    site.content = TIDES.replace(b"Tea", b"Cake")
    assert agenda("timetable", "-e", url, "--fields", "title").output == "Cake\n"
    assert agenda("timetable", url, "--fields", "title").output == "Cake\n"


def test_list_of_an_unchanged_address_tells_what_there_is_to_tell(
    agenda: Agenda, site: Site, address: str, tmp_path: Path
) -> None:
    url = f"{address}/tides.yaml"
    agenda("list", "-e", url)
    for each in (tmp_path / "kept" / "web").iterdir():
        os.utime(each, (0, 0))  # of what has just changed no answer is kept
    listed = [agenda("list", "-e", url).output for _ in range(2)]
    assert listed == [agenda("list", "-e", url, "--no-cache").output] * 2
    assert len(site.asked) == 4
    site.is_down = True
    found = agenda("list", "-e", url)
    assert (found.stdout, "the copy of" in found.stderr) == (listed[0], True)
    site.is_down, site.content = False, TIDES.replace(b"Tides", b"Ebb")
    assert agenda("list", "-e", url, "--fields", "title").output == "Ebb\n"


def test_fresh_copy_is_not_asked_for_again_unless_that_is_wanted(agenda: Agenda, site: Site, address: str) -> None:
    site.lifetime = "public, max-age=3600"
    url = f"{address}/tides.yaml"
    for _ in range(3):
        assert agenda("timetable", "-e", url).output == LINE
    assert len(site.asked) == 1
    agenda("timetable", "-e", url, "--no-cache")
    assert len(site.asked) == 2


def test_copy_has_to_do_where_the_server_is_down(agenda: Agenda, site: Site, address: str) -> None:
    url = f"{address}/tides.yaml"
    agenda("list", "-e", url)
    site.is_down = True
    found = agenda("timetable", "-e", url)
    assert (found.exit_code, found.stdout) == (0, LINE)
    assert found.stderr.startswith(f"agenda: {url}: the server answers 503 Service Unavailable; the copy of ")
    assert found.stderr.endswith(" ago is used\n")
    assert agenda("timetable", "-e", url, "--offline").output == LINE


def test_nothing_kept_and_nothing_to_be_had_is_a_fault(agenda: Agenda, site: Site, address: str) -> None:
    for options, reason in (((), "the server answers 404 Not Found"), (("--offline",), "nothing is kept of it yet")):
        found = agenda("list", "-e", f"{address}/gone.ics", *options)
        assert (found.exit_code, found.stdout) == (2, "")
        assert found.stderr.startswith(f"agenda: {address}/gone.ics: {reason}")
    assert len(site.asked) == 1


def test_now_and_next_wait_for_no_server(agenda: Agenda, site: Site, address: str) -> None:
    assert agenda("next", "-e", f"{address}/tides.yaml").exit_code == 2
    agenda("list", "-e", f"{address}/tides.yaml")
    found = agenda("next", "-e", f"{address}/tides.yaml", "--at", "2026-03-01T10:00", "--fields", "title")
    assert (found.output, len(site.asked)) == ("Tea\n", 1)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("to-file.yaml", "the server answers 302, and leads in circles or away from the web"),
        ("round.yaml", "the server answers 302, and leads in circles"),
        ("to-ftp.yaml", "it leads away from the web"),
        ("cut.yaml", "it was cut off after "),
        ("bomb.yaml", "unfolds to more than 64 MB, which no programme needs"),
        ("nonsense.yaml", "what comes from there is no HTTP"),
        ("page", "a web page, which is not read here; "),
    ],
)
def test_what_comes_from_a_server_is_no_trap(agenda: Agenda, address: str, path: str, reason: str) -> None:
    found = agenda("list", "-e", f"{address}/{path}")
    assert (found.exit_code, found.stdout) == (2, "")
    assert found.stderr.startswith(f"agenda: {address}/{path}: {reason}")
    assert "root:" not in found.stderr


@pytest.mark.parametrize("path", ["moved.yaml", "packed.yaml"])
def test_redirects_and_packed_answers_are_followed(agenda: Agenda, address: str, path: str) -> None:
    assert agenda("timetable", "-e", f"{address}/{path}", "--fields", "title").output == "Tea\n"


def test_server_that_sends_for_ever_is_left_alone(address: str) -> None:
    begun = time.monotonic()
    with pytest.raises(FileError, match="does not answer in time"):
        fetch(f"{address}/slow.yaml", patience=Patience(silence=5, whole=0.3))
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("western", SHEET.encode()),
        ("russian", SHEET.replace("é", "ж").encode()),
        ("unicode", SHEET.encode()),
        ("unheard", SHEET.encode("latin-1")),
        ("xml", b"<?xml version='1.0' encoding='koi8-r'?>\xe9"),
    ],
)
def test_a_text_is_in_the_charset_that_its_server_names(address: str, path: str, expected: bytes) -> None:
    assert fetch(f"{address}/{path}").data == expected


def test_who_asks_is_told_to_the_server_and_to_nobody_else(
    agenda: Agenda, site: Site, address: str, tmp_path: Path
) -> None:
    url = address.replace("//", "//ann:pass%20word@") + "/gone.ics?token=secret"
    found = agenda("list", "-e", url)
    assert site.asked[0][1]["Authorization"] == "Basic YW5uOnBhc3Mgd29yZA=="
    good = agenda("list", "-e", url.replace("gone.ics", "tides.yaml"))
    kept = [str(each) for each in tmp_path.rglob("*")]
    assert good.exit_code == 0
    for secret in ("ann", "pass", "secret"):
        assert secret not in found.output + good.output + found.stderr
        assert not [each for each in kept if secret in Path(each).name]


def test_import_of_an_address(agenda: Agenda, site: Site, address: str) -> None:
    site.content = b"Date,Title\n2026-03-14,Tea\n"
    found = agenda("import", f"{address}/tides.csv")
    assert found.stdout.endswith("  2026-03-14:\n    - hours unknown: Tea\n      id: tea\n")


def test_diff_of_an_address_is_with_what_is_kept_of_it(agenda: Agenda, site: Site, address: str) -> None:
    url = f"{address}/tides.yaml"
    assert agenda("diff", url).exit_code == 2
    agenda("list", "-e", url)
    site.content = TIDES.replace(b"10:00-11:00", b"10:30-11:30")
    found = agenda("diff", url, "--fields", "change,id,minutes")
    assert (found.exit_code, found.stdout) == (1, "moved\ttides/tea\t30\n")
    assert agenda("diff", url).stdout == ""


@pytest.mark.parametrize(
    ("typed", "plain", "shown"),
    [
        ("webcal://example.org/a.ics", "https://example.org/a.ics", "webcal://example.org/a.ics"),
        ("HTTPS://u:p@example.org/a.ics?x=1#y", "https://u:p@example.org/a.ics?x=1", "https://example.org/a.ics"),
        ("http://example.org", "http://example.org", "http://example.org"),
    ],
)
def test_addresses_as_they_are_fetched_and_shown(typed: str, plain: str, shown: str) -> None:
    assert (plain_address(typed), shown_address(typed)) == (plain, shown)


def test_addresses_stand_in_the_environment_too(
    agenda: Agenda, address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "own.yaml").write_text("title: Own\ndates: 2026-03-01\n")
    monkeypatch.setenv("AGENDA_EVENTS", f"{tmp_path / 'own.yaml'}:{address}/tides.yaml")
    assert agenda("list", "--fields", "id").output == "own\ntides\n"


def test_import_asks_no_server_where_that_is_not_wanted(agenda: Agenda, site: Site, address: str) -> None:
    url = f"{address}/tides.yaml"
    found = agenda("import", url, "--offline")
    assert (found.exit_code, found.stderr.startswith(f"agenda: {url}: nothing is kept of it yet")) == (2, True)
    site.content = b"Date,Title\n2026-03-14,Tea\n"
    agenda("import", f"{address}/tea.csv")
    assert "hours unknown: Tea" in agenda("import", f"{address}/tea.csv", "--offline").stdout
    assert [path for path, _ in site.asked] == ["/tea.csv"]


def test_cache_tells_and_forgets_what_lies_at_addresses(agenda: Agenda, site: Site, address: str) -> None:
    url = address.replace("//", "//ann:word@") + "/tides.csv?token=secret"
    agenda("import", url)
    assert agenda("cache").stdout == f"{address}/tides.csv\t{len(TIDES)}\tfalse\n"
    assert "asked for again" in agenda("cache", "-f", "table", columns=200).stdout
    site.lifetime = "max-age=600"
    agenda("import", url)
    assert agenda("cache").stdout == f"{address}/tides.csv\t{len(TIDES)}\ttrue\n"
    assert agenda("cache", "--clear").stderr.startswith("agenda: 1 file removed from ")
    assert agenda("cache").stdout == ""
    assert agenda("import", url, "--offline").exit_code == 2
