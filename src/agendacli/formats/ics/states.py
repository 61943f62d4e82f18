"""The status in a SUMMARY, since few apps show one: ` (TBC)`, ` (CANCELLED)`; and the title without it."""

from collections.abc import Mapping
from types import MappingProxyType

from agendacli.model.programme import Status

_MARKS: Mapping[Status, str] = MappingProxyType({Status.TENTATIVE: "(TBC)", Status.CANCELLED: "(CANCELLED)"})


def marked(title: str, status: Status) -> str:
    """The title with the mark of the status behind it, unless it ends in that already."""
    mark = _MARKS.get(status, "")
    return title if title.upper().endswith(mark) else f"{title} {mark}".strip()


def unmarked(title: str, status: Status) -> str:
    """The title without the mark of the status, as `marked` wrote it."""
    mark = _MARKS.get(status, "")
    return title.removesuffix(f" {mark}") if mark else title
