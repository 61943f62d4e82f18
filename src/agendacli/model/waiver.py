"""A conflict that somebody has accepted, and the facts on which that rests."""

from dataclasses import field

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Waiver:
    """An accepted conflict: its kind (None: any) and the ids of its two sessions, each with the facts as they were.

    That of an absence has one session. It holds as long as its sessions still have those facts (their time, room and
    people), and lapses with the first change. `reason` and `author` say why and by whom it was accepted.
    """

    sessions: tuple[tuple[str, str], ...]
    reason: str
    author: str | None = None
    kind: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)
