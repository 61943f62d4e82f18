"""Lengths and hours of options, as values; a text that is none is refused with what to write."""

import re
from datetime import timedelta

from agendacli.cli.run.outcome import refuse
from agendacli.model.asked import DailyHours, Refusal

_NONE = re.compile("0+ ?[a-z]*")  # `0`, `0m`: no buffer this time, whatever the config says


def length_of(option: str, text: str | None) -> timedelta | None:
    """The length of an option (`15m`, `2h`); None if it was not given."""
    if text is None:
        return None
    from agendacli.words.times.lengths import read_length

    read = read_length(text)
    return refuse(f"{option}: {read}") if isinstance(read, Refusal) else read


def buffer_of(text: str | None, usual: timedelta) -> timedelta:
    """The time to change rooms of `--buffer`; the default if it was not given, none for `0`."""
    if text and _NONE.fullmatch(text.strip()):
        return timedelta()
    return length_of("--buffer", text or None) or usual


def hours_there(option: str, text: str) -> tuple[DailyHours, str | None]:
    """The hours of an option, and the zone behind them, if any: `09:00-18:00 America/New_York`."""
    from agendacli.words.times.typed.hours import read_hours
    from agendacli.words.typed_zones import read_zone

    words = text.split()
    for count in range(len(words) - 1, 0, -1) if isinstance(read_hours(text), Refusal) else ():
        hours, place = read_hours(" ".join(words[:count])), " ".join(words[count:])
        if isinstance(hours, DailyHours):
            zone = read_zone(place)
            return (hours, zone) if isinstance(zone, str) else refuse(f"{option}: {zone}")
    return hours_of(option, text) or DailyHours(), None


def hours_of(option: str, text: str | None) -> DailyHours | None:
    """The daily hours of an option (`09:00-18:00`); None if it was not given."""
    if text is None:
        return None
    from agendacli.words.times.typed.hours import read_hours

    read = read_hours(text)
    return refuse(f"{option}: {read}") if isinstance(read, Refusal) else read
