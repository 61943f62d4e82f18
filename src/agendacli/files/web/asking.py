"""One request by HTTP, through a proxy where there is one: the only module that imports http.client."""

import os
import sys
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

_HAS_SYSTEM_PROXIES = sys.platform in ("darwin", "win32")
_SECURE = "https"


class _Proxy(NamedTuple):
    scheme: str
    host: str
    headers: dict[str, str]


@contextmanager
def asked(address: str, headers: Mapping[str, str], silence: float) -> Iterator[HTTPResponse]:
    """The answer of the server at an address without user-info, to be read within. Raises OSError, HTTPException.

    `silence` is how many seconds the server may send nothing. Raises ValueError for a malformed address.
    """
    parts = urlsplit(address)
    if not parts.netloc:
        raise OSError(None, "no host given")
    proxy = _proxy(parts)
    target = f"{parts.path or '/'}{parts.query and '?'}{parts.query}"
    if proxy and parts.scheme != _SECURE:
        target, headers = address, {**headers, **proxy.headers, "Host": parts.netloc}
    with closing(_connection(parts, proxy, silence)) as connection:
        connection.request("GET", target, headers={**headers, "Connection": "close"})
        with connection.getresponse() as answer:
            yield answer


def basic_authorization(user_info: str) -> str:
    """The header that tells a server who asks; `user_info` as it stands in an address."""
    return f"Basic {b64encode(unquote(user_info).encode()).decode()}"


def _connection(parts: SplitResult, proxy: _Proxy | None, silence: float) -> HTTPConnection:
    if parts.scheme != _SECURE:
        return _kind(proxy.scheme if proxy else parts.scheme)(proxy.host if proxy else parts.netloc, timeout=silence)
    connection = _kind(_SECURE)(proxy.host if proxy else parts.netloc, timeout=silence)
    if proxy:
        connection.set_tunnel(parts.netloc, headers=proxy.headers)
    return connection


def _kind(scheme: str) -> type[HTTPConnection]:
    if scheme != _SECURE:
        return HTTPConnection
    from http.client import HTTPSConnection

    return HTTPSConnection


def _proxy(parts: SplitResult) -> _Proxy | None:
    """The proxy for an address, as the environment or the system names it."""
    if not _HAS_SYSTEM_PROXIES and not any(each.lower().endswith("_proxy") for each in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass

    named = getproxies().get(parts.scheme)
    if not named or proxy_bypass(parts.netloc):
        return None
    found = urlsplit(named if "://" in named else f"{parts.scheme}://{named}")
    if found.scheme not in ("http", _SECURE):
        raise OSError(None, f"the proxy is one of `{found.scheme}`; only those of `http` are used")
    user_info, _, host = found.netloc.rpartition("@")
    is_known = found.username and found.password
    return _Proxy(found.scheme, host, {"Proxy-Authorization": basic_authorization(user_info)} if is_known else {})
