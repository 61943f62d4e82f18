"""The files of the page that are not Python: its styles and its script."""

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """The text of one of them."""
    return files(__package__).joinpath(name).read_text("utf-8")
