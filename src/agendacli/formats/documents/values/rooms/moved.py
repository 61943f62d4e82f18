"""The room to which a session was moved, as it stands behind its title: `Knots (now in Room 7)`."""

import re
from dataclasses import replace

from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.formats.documents.tokens.rooms import names_room
from agendacli.formats.documents.values.told import ToldSession

_MOVED = re.compile(
    r"(?:(?:has been|was|is|wird|wurde|est|sera|a ete|ha sido|se traslada) )?"
    r"(?:(?:now|moved|moves|relocated|transferred|verlegt|jetzt|nun|(?:deplace|transfere)e?s?|desormais|maintenant|"
    r"(?:trasladad|cambiad)[oa]s?|ahora)(?: moved| verlegt)? (?:to|in|into|at|nach|im|ins|en|dans|au|vers|a|al)|"
    r"(?:new|changed) (?:room|venue|location) ?:|room change ?:|neuer (?:raum|ort) ?:|raumanderung ?:|"
    r"nou(?:velle salle|veau lieu) ?:|nuev(?:a sala|o lugar) ?:)"
    r" (?:(?:the|der|die|das|den|dem|la|le|el|les|los|las) )?(?=\S)"
)


def with_new_room(session: ToldSession) -> ToldSession:
    """The session in the room to which it was moved, without the words for that, and not in that of its title."""
    room = session.room
    moved = _MOVED.match(letterwise(room.value)) if room else None
    if room is None or moved is None:
        return session
    title, _, old = session.title.value.rpartition(", ")
    told = replace(room, value=room.value[moved.end() :]).doubted(f"`{room.value}` is printed with it")
    if not title or not names_room(old):
        return replace(session, room=told)
    return replace(session, room=told.doubted(f"not `{old}`"), title=replace(session.title, value=title))
