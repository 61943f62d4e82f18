"""UIDs: of what a definition holds made of ids alone, of what a calendar holds its own; what can be told from one."""

from functools import lru_cache
from urllib.parse import quote

from agendacli.formats.ics.text import clean
from agendacli.model.identity import DOMAIN, programme_of
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme

EVENT = "X-AGENDA-EVENT"
"""The property that names the programme of an item of which the UID does not say it."""


def uid(occurrence: Occurrence) -> str:
    """`SESSION.PROGRAMME@agendacli`: made of the two ids alone, so that it outlives every change of time or title.

    What follows the @ names this tool, no host: nobody's domain is claimed. Other characters than ASCII letters,
    digits, `-` and `_` are percent-encoded, a dot in the session's id too, so that two sessions never share one. A
    session that a calendar holds keeps the UID that it has there: under another one it would be a double of it.
    """
    own = occurrence.session.uid
    return _uid(occurrence.programme, occurrence.session.id) if own is None else clean(own)


def own_uid(occurrence: Occurrence) -> str:
    """The UID of one occurrence of a series that is written on its own: its original start is part of it."""
    return _uid(occurrence.programme, occurrence.id.removeprefix(f"{occurrence.programme.address}/"))


def programme_part(programme: Programme) -> str:
    """What stands for the programme in the UIDs of its sessions."""
    return _encoded(programme.id)


def foreign_event(occurrence: Occurrence) -> str:
    """What stands for the programme, where the UID does not say it; empty where it does, or needs not be known."""
    own, part = occurrence.session.uid, programme_part(occurrence.programme)
    return "" if own is None or programme_of(own) == part else part


def _uid(programme: Programme, session: str) -> str:
    return f"{quote(clean(session), safe='').replace('.', '%2E')}.{programme_part(programme)}@{DOMAIN}"


@lru_cache(maxsize=256)
def _encoded(programme_id: str) -> str:
    return quote(clean(programme_id), safe="")
