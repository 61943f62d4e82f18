"""Waivers: conflicts that somebody accepted, with the facts at that time."""

from dataclasses import field

from agendacli.model.frozen import frozen
from agendacli.model.span import Span


@frozen
class Waiver:
    """An accepted conflict: its kind (None: any) and the ids of its two sessions, each with its facts at that time.

    A waiver of an absence has one session. It holds as long as its sessions keep those facts (time, room and people),
    and lapses with the first change. `reason` and `author` say why it was accepted and by whom.
    """

    sessions: tuple[tuple[str, str], ...]
    reason: str
    author: str | None = None
    kind: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)
