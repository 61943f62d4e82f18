"""The files of the page that are not Python: its styles and its script."""

from functools import cache
from pkgutil import get_data


@cache
def asset(name: str) -> str:
    """The text of one of them."""
    return (get_data(__package__, name) or b"").decode()
