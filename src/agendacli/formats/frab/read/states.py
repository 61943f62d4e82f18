"""What the state of an event means, in the words of schedules and of the services that make them."""

from agendacli.formats.frab.schedule import FrabEvent
from agendacli.model.programme import Status

_OPEN = frozenset({"draft", "submitted", "accepted", "nominated", "accept queue", "unconfirmed"})
_CANCELLED = frozenset({"canceled", "cancelled"})
_GONE = frozenset({"rejected", "withdrawn", "deleted", "declined", "decline queue"})


def status_by_state(event: FrabEvent) -> Status:
    """Whether an event is certain: `submitted` and `accepted` ones wait for somebody's word."""
    state = _word(event)
    if state in _CANCELLED:
        return Status.CANCELLED
    return Status.TENTATIVE if state in _OPEN else Status.CONFIRMED


def is_gone(event: FrabEvent) -> bool:
    """Whether an event never was in the programme, or is no more: rejected, withdrawn."""
    return _word(event) in _GONE


def _word(event: FrabEvent) -> str:
    return event.state and event.state.replace("_", " ").casefold()
