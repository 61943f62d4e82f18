"""The rooms of a session: one as a text, or several that it takes at once; and links that stand in their place."""

from agendacli.formats.definition.decode.entries import Entries
from agendacli.formats.definition.decode.places import room_and_links
from agendacli.formats.definition.schema.session import SEVERAL_ROOMS
from agendacli.formats.definition.schema.shared import ROOM
from agendacli.model.codes import DUPLICATE_KEY
from agendacli.model.findings import Findings

BETWEEN = ", "
"""What stands between several rooms where they are one text."""


def session_rooms(entries: Entries, findings: Findings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands under `room` or `rooms`, each once: the rooms, and the links among them."""
    several = entries.node(SEVERAL_ROOMS)
    if several and entries.has(ROOM):
        message = "`rooms` and `room` both say where it is; keep one of them"
        findings.report(DUPLICATE_KEY, several.span, message)
    one = entries.read(ROOM)
    texts = (one,) if one else entries.read(SEVERAL_ROOMS) or ()
    found = [room_and_links(each) for each in dict.fromkeys(texts)]
    return tuple(room for room, _ in found if room), tuple(link for _, links in found for link in links)
