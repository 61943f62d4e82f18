"""The stated dates of mine, which take in the days that came."""

from agendacli.formats.definition.edit.doubting import doubt_line
from agendacli.formats.definition.edit.entries import EntryPlace, line_of_entry, put_entry
from agendacli.formats.definition.schema.programme import DATES
from agendacli.load.programmes import load_text
from agendacli.model.asked import Refusal
from agendacli.model.when import DAY, Days, When, days_touched


def with_dates(data: bytes, file: str, came: str) -> bytes:
    """The definition with dates that take in all of its sessions, and a doubt behind them if they did not."""
    loaded = load_text(data, file)
    programme = next(iter((*loaded.programmes, *loaded.revisions)), None)
    if programme is None or not isinstance(programme.dates, Days):
        return data
    held = [each.when for each in programme.sessions if each.takes_time and not each.parent]
    bounds = [days_touched(each) for each in (programme.dates, *held)]
    wanted = Days(min(first for first, _ in bounds), max(end for _, end in bounds), programme.dates.zone)
    place = EntryPlace(None, DATES.name)
    made = data if days_touched(wanted) == bounds[0] else put_entry(data, place, stated_dates(wanted))
    line = None if isinstance(made, Refusal) or made == data else line_of_entry(made, place)
    return doubt_line(made, line, (f"now with the days of {came}",)) if line and not isinstance(made, Refusal) else data


def stated_dates(dates: When) -> str:
    """Dates as a definition states them, from the first to the last day."""
    first, end = days_touched(dates)
    return f"{first} to {end - DAY}" if end - first > DAY else str(first)
