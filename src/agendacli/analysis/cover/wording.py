"""A plan in words: why a session is missed, and how few cover everything."""

from collections.abc import Sequence

from agendacli.analysis.conflicts.wording import short_name
from agendacli.analysis.cover.answer import Smallest
from agendacli.analysis.cover.plan import Delegate, Missed

_MOST = 3
"""How many delegates are named before the others are counted."""


def delegate_text(name: str) -> str:
    """A delegate in a sentence: by name, or `delegate 2`."""
    return f"delegate {name}" if name.isdecimal() else name


def because(missed: Missed) -> str:
    """Where those are who do not attend a session, without a full stop."""
    named = [f"{delegate_text(each.name)} goes to {_titles(each)}" for each in missed.busy[:_MOST]]
    more = len(missed.busy) - len(named)
    rest = f"{more} more go{'es' if more == 1 else ''} elsewhere"
    return "; ".join([*named, rest] if more else named)


def number_text(smallest: Smallest) -> str:
    """How few cover everything: `2 delegates cover everything`, or `1 delegate at least, 2 to be sure, …`."""
    if not smallest.possible:
        return "there is nothing to cover"
    if smallest.certain == smallest.possible:
        return f"{delegates_text(smallest.possible)} cover{'s' * (smallest.possible == 1)} everything"
    return f"{delegates_text(smallest.certain)} at least, {smallest.possible} to be sure, cover everything"


def delegates_text(count: int) -> str:
    """So many delegates."""
    return f"{count} delegate{'' if count == 1 else 's'}"


def _titles(delegate: Delegate) -> str:
    return _listed([f"“{short_name(each)}”" for each in delegate.sessions])


def _listed(parts: Sequence[str]) -> str:
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last
