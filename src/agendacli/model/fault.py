"""A fault in a text that was typed: which diagnostic it is, in what words, and in which part of the text."""

from agendacli.model.diagnostic import Code
from agendacli.model.frozen import frozen


@frozen
class Fault:
    """Why a text is refused: the code, the message, and where in the text it lies (offset and length, None: all)."""

    code: Code
    message: str
    part: tuple[int, int] | None = None
