"""Programmes that go on without end: what repeats in them for ever."""

from functools import lru_cache
from typing import TYPE_CHECKING

from agendacli.model.programme import Programme, Session

if TYPE_CHECKING:
    from agendacli.model.rules.rule import Rule


def endless(programme: Programme) -> tuple[Session, ...]:
    """The sessions that repeat without end; none where the programme states its dates.

    Of those that take time and are not cancelled, as far as there are any.
    """
    if programme.dates is not None:
        return ()
    counted = [each for each in programme.sessions if each.takes_time]
    return tuple(each for each in counted or programme.sessions if endless_rule(each))


def endless_rule(session: Session) -> "Rule | None":
    """The first of its rules that never ends; None where all of it does."""
    return _endless_among(session.repeat.rules) if session.repeat else None


@lru_cache(maxsize=1024)
def _endless_among(texts: tuple[str, ...]) -> "Rule | None":
    from agendacli.model.rules.rule import Rule, read_rule  # what does not repeat needs no rules

    rules = map(read_rule, texts)
    return next((each for each in rules if isinstance(each, Rule) and each.is_endless), None)
