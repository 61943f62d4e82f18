"""Fetching an address by HTTP, bounded in time, size and redirects."""

import re
import string
import threading
import time
import zlib
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple, NoReturn
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from agendacli.files import FileError
from agendacli.files.web.addresses import shown_address
from agendacli.files.web.asking import asked, basic_authorization
from agendacli.files.web.response import Response

_LARGEST = 1 << 26
_PIECE = 1 << 16
_MOST_REDIRECTS = 5
_NOT_MODIFIED = 304
_GRACE = 1.0  # seconds, for what ends by itself
_SUCCESS, _REDIRECTS = range(200, 300), range(300, 400)
_FOLLOWED, _FOLLOWED_TO = (301, 302, 303, 307, 308), ("http", "https")
# Those in which texts are written; Python knows stranger ones, some of which take their time.
_CHARSETS = re.compile(r"(?:iso-?8859|windows|cp|koi8|mac|big5|gb|euc|shift|utf-?16|iso-2022)[\w-]*")
_AGENT = "agendacli (+iCalendar, schedule.xml)"


class Patience(NamedTuple):
    """How many seconds a server may be silent, and how many all of it may take."""

    silence: float = 10.0
    whole: float = 30.0


USUAL = Patience()
"""What any server is granted."""


class _Asking(NamedTuple):
    """The headers for every server, its silence in seconds, and the reading of the clock at which all has to end."""

    headers: Mapping[str, str]
    silence: float
    until: float


class _RefusedError(Exception):
    """An answer that is not taken; the text says why."""


_OF_THE_NET = (_RefusedError, OSError, HTTPException, ValueError, EOFError, zlib.error)


def fetch(address: str, etag: str = "", modified: str = "", patience: Patience = USUAL) -> Response:
    """What lies at an address; with the marks of a known copy it may be said to be unchanged. Raises FileError.

    It runs in a thread of its own: a server that sends a byte now and then is left alone after a while, too.
    """
    found: list[Response | Exception] = []
    headers = {"If-None-Match": etag, "If-Modified-Since": modified}

    def run() -> None:
        try:
            found.append(_answered(address, {name: value for name, value in headers.items() if value}, patience))
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


def _answered(address: str, marks: Mapping[str, str], patience: Patience) -> Response:
    """The answer; who asks is told in a header, to the first server alone."""
    parts = urlsplit(address)
    user_info, _, host = parts.netloc.rpartition("@")
    headers = {"User-Agent": _AGENT, "Accept-Encoding": "gzip", **marks}
    first = {"Authorization": basic_authorization(user_info)} if user_info else {}
    asking = _Asking(headers, patience.silence, time.monotonic() + patience.whole)
    return _followed(urlunsplit(parts._replace(netloc=host)), asking, first)


def _followed(address: str, asking: _Asking, first: Mapping[str, str], left: int = _MOST_REDIRECTS) -> Response:
    """The answer behind so many redirects at most."""
    with asked(address, {**asking.headers, **first}, asking.silence) as answer:
        location = answer.headers.get("Location") if left and answer.status in _FOLLOWED else None
        if location is None:
            return _said(answer, asking.until)
    return _followed(_led_to(address, location, answer.status), asking, {}, left - 1)


def _led_to(address: str, location: str, code: int) -> str:
    """The address to which a redirect leads from another; only the web is followed, never to a file."""
    onward = urljoin(address, quote(location, safe=string.punctuation, encoding="iso-8859-1"))
    scheme = urlsplit(onward).scheme
    if scheme not in _FOLLOWED_TO:
        _refuse("it leads away from the web" if scheme == "ftp" else _leads_astray(code))
    return onward.partition("#")[0]


def _leads_astray(code: int) -> str:
    return f"the server answers {code}, and leads in circles or away from the web"


def _said(answer: HTTPResponse, until: float) -> Response:
    """What an answer that leads nowhere else says."""
    headers = answer.headers
    etag, modified, cache_control = (headers.get(name, "") for name in ("ETag", "Last-Modified", "Cache-Control"))
    if answer.status == _NOT_MODIFIED:
        return Response(None, etag, modified, cache_control)
    if answer.status in _REDIRECTS:
        _refuse(_leads_astray(answer.status))
    if answer.status not in _SUCCESS:
        _refuse(f"the server answers {answer.status} {answer.reason}".strip())
    data = _unpacked(_body(answer, until), headers.get("Content-Encoding", ""))
    if headers.get_content_maintype() == "text":
        data = _in_utf8(data, headers.get_content_charset(""))
    return Response(data, etag, modified, cache_control)


def _body(answer: HTTPResponse, until: float) -> bytes:
    pieces, size = [], 0
    while piece := answer.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            _refuse(f"is longer than {_LARGEST >> 20} MB, which no programme is")
        if time.monotonic() > until:
            raise TimeoutError
    length = answer.headers.get("Content-Length", "")
    if length.isdigit() and size < int(length):
        _refuse(f"it was cut off after {size} of {length} bytes")
    return b"".join(pieces)


def _in_utf8(data: bytes, charset: str) -> bytes:
    """A text whose charset stands in a header alone (RFC 9110, 8.3.2); what is UTF-8 anyway stays, XML says its own."""
    if not _CHARSETS.fullmatch(charset) or data.lstrip().startswith(b"<?xml"):
        return data
    try:
        data.decode()
    except UnicodeDecodeError:
        with suppress(LookupError, UnicodeDecodeError):
            return data.decode(charset).encode()
    return data


def _unpacked(data: bytes, encoding: str) -> bytes:
    if encoding.lower() not in ("gzip", "x-gzip"):
        return data
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    found = unpacker.decompress(data, _LARGEST)
    if unpacker.unconsumed_tail:
        _refuse(f"unfolds to more than {_LARGEST >> 20} MB, which no programme needs")
    if not unpacker.eof:
        _refuse("it was cut off")
    return found


def _refuse(why: str) -> NoReturn:
    raise _RefusedError(why)


def _reason(fault: BaseException) -> str:
    """Why nothing came, in a few words and without the address."""
    if isinstance(fault, _RefusedError):
        return str(fault)
    if isinstance(fault, TimeoutError):
        return "the server does not answer in time"
    if untrusted := getattr(fault, "verify_message", ""):
        return f"the certificate of the server is not trusted: {untrusted}"
    if isinstance(fault, HTTPException | ValueError | zlib.error):
        return "what comes from there is no HTTP"
    return (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).lower()
