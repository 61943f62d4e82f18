"""Fetching an address by HTTP, bounded in time, size and redirects: the only module that imports urllib."""

import threading
import time
import zlib
from base64 import b64encode
from email.message import Message
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, NamedTuple, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from agendacli.files.faults import FileError
from agendacli.files.web.addresses import shown_address
from agendacli.files.web.response import Response

_LARGEST = 1 << 26
_PIECE = 1 << 16
_MOST_REDIRECTS = 5
_NOT_MODIFIED = 304
_GRACE = 1.0  # seconds, for what ends by itself
_REDIRECTS = range(300, 400)
_OF_THE_NET = (OSError, HTTPException, ValueError, EOFError, zlib.error)
_AGENT = "agendacli (+iCalendar, schedule.xml)"


class Patience(NamedTuple):
    """How many seconds a server may be silent, and how many all of it may take."""

    silence: float = 10.0
    whole: float = 30.0


USUAL = Patience()
"""What any server is granted."""


def fetch(address: str, etag: str = "", modified: str = "", patience: Patience = USUAL) -> Response:
    """What lies at an address; with the marks of a known copy it may be said to be unchanged. Raises FileError.

    It runs in a thread of its own: a server that sends a byte now and then is left alone after a while, too.
    """
    found: list[Response | Exception] = []
    request = _request(address, {"If-None-Match": etag, "If-Modified-Since": modified})

    def run() -> None:
        try:
            found.append(_answered(request, patience))
        except Exception as fault:  # noqa: BLE001 (raised by the thread that waits)
            found.append(fault)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(patience.whole + _GRACE)
    answer = found[0] if found else TimeoutError(f"not done after {patience.whole:.0f} seconds")
    if isinstance(answer, Response):
        return answer
    if not isinstance(answer, _OF_THE_NET):
        raise answer
    raise FileError(shown_address(address), _reason(answer)) from answer


def _request(address: str, headers: dict[str, str]) -> Request:
    """The request; who asks is told in a header, to that server alone."""
    parts = urlsplit(address)
    user, at, host = parts.netloc.rpartition("@")
    request = Request(urlunsplit(parts._replace(netloc=host)), headers={"User-Agent": _AGENT})  # noqa: S310 (http only)
    for name, value in {**headers, "Accept-Encoding": "gzip"}.items():
        if value:
            request.add_header(name, value)
    if at:
        request.add_unredirected_header("Authorization", f"Basic {b64encode(unquote(user).encode()).decode()}")
    return request


def _answered(request: Request, patience: Patience) -> Response:
    until = time.monotonic() + patience.whole
    try:
        with _opener().open(request, timeout=patience.silence) as answer:
            headers: HTTPMessage = answer.headers
            data = _unpacked(_body(answer, headers, until), headers)
    except HTTPError as fault:
        with fault:
            if fault.code == _NOT_MODIFIED:
                return _response(None, fault.headers)
            raise
    return _response(data, headers)


def _opener() -> OpenerDirector:
    """What opens http and https and nothing else: Python's own would follow a redirect to a file."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
        _Redirects(),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, to the web only: the library itself would go on by FTP."""

    max_redirections = _MOST_REDIRECTS

    def redirect_request(  # noqa: PLR0913, PLR0917 (as the library calls it)
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.lower().startswith(("http://", "https://")):
            fp.close()
            _refuse("it leads away from the web")
        return super().redirect_request(req, fp=fp, code=code, msg=msg, headers=headers, newurl=newurl)


def _body(answer: HTTPResponse, headers: HTTPMessage, until: float) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            _refuse(f"is longer than {_LARGEST >> 20} MB, which no programme is")
        if time.monotonic() > until:
            raise TimeoutError
    length = headers.get("Content-Length", "")
    if length.isdigit() and size < int(length):
        _refuse(f"it was cut off after {size} of {length} bytes")
    return b"".join(pieces)


def _unpacked(data: bytes, headers: HTTPMessage) -> bytes:
    if headers.get("Content-Encoding", "").lower() not in ("gzip", "x-gzip"):
        return data
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = unpacker.decompress(data, _LARGEST)
    if unpacker.unconsumed_tail:
        _refuse(f"unfolds to more than {_LARGEST >> 20} MB, which no programme needs")
    if not unpacker.eof:
        _refuse("it was cut off")
    return found


def _refuse(why: str) -> NoReturn:
    raise URLError(why)


def _response(data: bytes | None, headers: Message) -> Response:
    etag, modified, cache_control = (headers.get(name, "") for name in ("ETag", "Last-Modified", "Cache-Control"))
    return Response(data, etag, modified, cache_control)


def _reason(fault: BaseException) -> str:
    """Why nothing came, in a few words and without the address."""
    if isinstance(fault, HTTPError) and fault.code in _REDIRECTS:
        return f"the server answers {fault.code}, and leads in circles or away from the web"
    if isinstance(fault, HTTPError):
        return f"the server answers {fault.code} {fault.reason}".strip()
    if isinstance(fault, URLError):
        return _reason(fault.reason) if isinstance(fault.reason, BaseException) else str(fault.reason)
    if isinstance(fault, TimeoutError):
        return "the server does not answer in time"
    if isinstance(fault, HTTPException | ValueError | zlib.error):
        return "what comes from there is no HTTP"
    return (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).lower()
