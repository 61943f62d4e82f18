"""Addresses on the web, as people type them and as they may be shown."""

import re

_SCHEMES = {"http": "http", "https": "https", "webcal": "https", "webcals": "https"}
_ADDRESS = re.compile(r"(https?|webcals?)://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def plain_address(text: str) -> str:
    """The address that is fetched: that of a `webcal` is one of `https`, and a fragment is none of the server's."""
    found = _ADDRESS.match(text)
    return f"{_SCHEMES[found[1].lower()]}://{found[2]}{found[3].partition('#')[0]}" if found else text


def shown_address(text: str) -> str:
    """The address as it may be printed: without a user, a password, and what is asked of the server."""
    found = _ADDRESS.match(text)
    if not found:
        return text
    return f"{found[1].lower()}://{found[2].rpartition('@')[2]}{re.split('[?#]', found[3], maxsplit=1)[0]}"
