"""Faults in typed text: the diagnostic, its message, and the part of the text at fault."""

from agendacli.model.diagnostic import Code
from agendacli.model.frozen import frozen


@frozen
class Fault:
    """Why a text is refused: the code, the message, and the faulty part (offset and length; None: all of it)."""

    code: Code
    message: str
    part: tuple[int, int] | None = None
