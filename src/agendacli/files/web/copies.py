"""What is kept of addresses, so that an answer needs no network: a file each, and beside it how old it is."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from agendacli.files import FileError
from agendacli.files.paths import remove
from agendacli.files.reading import read_if_there
from agendacli.files.web.addresses import plain_address, shown_address
from agendacli.files.web.response import Response

_FRESH = timedelta(minutes=15)
_LONGEST = timedelta(days=7)
_NAME = re.compile(r"[0-9a-f]{32}")
_UNITS = ((timedelta(days=1), "day"), (timedelta(hours=1), "hour"), (timedelta(minutes=1), "minute"))


class WebCopy(NamedTuple):
    """What lies at an address: how that is shown, the file in which it is kept, or its bytes where nothing is kept.

    `told` is a word on a copy that had to do, since the address could not be reached.
    """

    shown: str
    path: Path | None
    data: bytes = b""
    told: str = ""


class WebWishes(NamedTuple):
    """How addresses are answered: from what is kept alone, or by asking again although it is fresh."""

    offline: bool = False
    anew: bool = False


class KeptCopy(NamedTuple):
    """A copy for people: its address as it may be shown (empty: it is broken), its bytes, whether it is fresh."""

    source: str
    size: int
    is_current: bool


class _Kept(NamedTuple):
    path: Path
    fetched: datetime
    fresh_until: datetime
    etag: str
    modified: str


def web_copy(address: str, folder: Path | None, now: datetime, wishes: WebWishes) -> WebCopy:
    """What lies at an address, or what is kept of it in that folder. Raises FileError where there is neither."""
    shown, kept = shown_address(address), _kept(address, folder)
    if kept and (wishes.offline or (now < kept.fresh_until and not wishes.anew)):
        return WebCopy(shown, kept.path)
    if wishes.offline:
        raise FileError(shown, "nothing is kept of it yet; `agenda list -e ADDRESS` fetches it")
    from agendacli.files.web.fetching import fetch

    plain = plain_address(address)
    try:
        answer = fetch(plain, kept.etag, kept.modified) if kept else fetch(plain)
    except FileError as fault:
        if kept is None:
            raise
        return WebCopy(shown, kept.path, told=f"{fault}; the copy of {_age(now - kept.fetched)} ago is used")
    if kept and answer.data is None:
        _keep_marks(kept.path, shown, answer, now=now)
        return WebCopy(shown, kept.path)
    data = answer.data or b""
    if folder is None:
        return WebCopy(shown, None, data)
    path = _path(address, folder)
    _keep(path, data)
    _keep_marks(path, shown, answer, now=now)
    return WebCopy(shown, path)


def kept_path(address: str, folder: Path | None) -> Path | None:
    """The file in which an address is kept, if it is."""
    found = _kept(address, folder)
    return found.path if found else None


def kept_copies(folder: Path, now: datetime) -> tuple[KeptCopy, ...]:
    """What is kept of addresses in that folder, by address."""
    found = []
    for path in _files_in(folder):
        said = _marks(path)
        until = said.get("until")
        is_fresh = isinstance(until, int | float) and now.timestamp() < until
        found.append(KeptCopy(str(said.get("address", "")), path.stat().st_size, is_fresh))
    return tuple(sorted(found))


def forget_copies(folder: Path) -> int:
    """Removes what is kept of addresses in that folder, and nothing else; returns of how many. Raises FileError."""
    found = _files_in(folder)
    for path in found:
        remove(path)
        remove(_marks_of(path))
    return len(found)


def _files_in(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(each for each in folder.iterdir() if _NAME.fullmatch(each.name) and each.is_file())
    except OSError:
        return ()


def _path(address: str, folder: Path) -> Path:
    """The file of an address: its name says nothing of it, as an address may be a secret."""
    from hashlib import sha256

    return folder / sha256(plain_address(address).encode()).hexdigest()[:32]


def _marks_of(path: Path) -> Path:
    return path.with_suffix(".json")


def _kept(address: str, folder: Path | None) -> _Kept | None:
    """What is kept of an address; None where nothing is, or what was is broken."""
    if folder is None:
        return None
    path = _path(address, folder)
    said = _marks(path)
    try:
        fetched, until = (datetime.fromtimestamp(said[name], UTC) for name in ("fetched", "until"))
        marks = {name: str(said[name]) for name in ("etag", "modified")}
        return _Kept(path, fetched, until, **marks) if path.is_file() else None
    except (ValueError, TypeError, LookupError, OverflowError, OSError, FileError):
        return None


def _marks(path: Path) -> dict[str, Any]:
    """What is noted of a copy; nothing where that is broken."""
    try:
        said = json.loads(read_if_there(_marks_of(path)) or b"")
    except (ValueError, RecursionError, FileError):
        return {}
    return said if isinstance(said, dict) else {}


def _keep(path: Path, data: bytes) -> None:
    from agendacli.files.writing import make_private_folder, write_whole

    make_private_folder(path.parent)
    if read_if_there(path) != data:
        write_whole(path, data)


def _keep_marks(path: Path, shown: str, answer: Response, *, now: datetime) -> None:
    from agendacli.files.writing import write_whole

    until = now + _lifetime(answer.cache_control)
    times = {"fetched": now.timestamp(), "until": until.timestamp()}
    said = {**times, "etag": answer.etag, "modified": answer.modified, "address": shown}
    write_whole(_marks_of(path), json.dumps(said).encode())


def _lifetime(cache_control: str) -> timedelta:
    """How long an answer is fresh (Cache-Control in RFC 9111 5.2.2)."""
    said = dict(each.strip().lower().partition("=")[::2] for each in cache_control.split(","))
    if "no-store" in said or "no-cache" in said:
        return timedelta()
    seconds = said.get("max-age", "").strip('"')
    return min(timedelta(seconds=int(seconds[:9])), _LONGEST) if seconds.isdigit() else _FRESH


def _age(length: timedelta) -> str:
    """A length of time in its largest unit."""
    unit, name = next(((unit, name) for unit, name in _UNITS if length >= unit), (timedelta(seconds=1), "second"))
    count = max(length // unit, 0)
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
