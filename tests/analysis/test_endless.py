"""What of a programme goes on without end, and how that is told."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from agendacli.analysis.event_dates import endless, event_dates
from agendacli.model.programme import Programme, Repeat, Session, Status
from agendacli.model.rules.rule import Rule, read_rule
from agendacli.model.when import DAY, Days, Timed
from agendacli.records.event import event_record
from agendacli.render.terminal.events import event_dates_text
from agendacli.words.times.written_repeats import repeat_words

TUESDAY = Timed(datetime.fromisoformat("2024-09-03T10:00"), datetime.fromisoformat("2024-09-03T11:00"), "Europe/Vienna")
CHOIR = Session("choir", "Choir", TUESDAY, repeat=Repeat(("FREQ=WEEKLY",)))
ENDS = replace(CHOIR, id="course", repeat=Repeat(("FREQ=WEEKLY;COUNT=3",)))


def programme(*sessions: Session) -> Programme:
    return Programme("choir", "Choir", "choir.ics", sessions=sessions)


@pytest.mark.parametrize(
    ("whole", "ids"),
    [
        (programme(CHOIR), ["choir"]),
        (programme(ENDS), []),
        (programme(replace(CHOIR, repeat=None)), []),
        (programme(ENDS, replace(CHOIR, repeat=Repeat(("FREQ=DAILY;COUNT=2", "FREQ=YEARLY")))), ["choir"]),
        (programme(ENDS, replace(CHOIR, status=Status.CANCELLED)), []),
        (programme(ENDS, replace(CHOIR, transparent=True)), []),
        (programme(replace(CHOIR, transparent=True)), ["choir"]),
        (replace(programme(CHOIR), dates=Days(date(2024, 9, 3), date(2024, 9, 4), None)), []),
    ],
)
def test_endless_is_what_takes_time_and_never_ends(whole: Programme, ids: list[str]) -> None:
    assert [each.id for each in endless(whole)] == ids


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=WEEKLY", "every Tuesday"),
        ("FREQ=WEEKLY;BYDAY=TU,TH", "every Tuesday and Thursday"),
        ("FREQ=WEEKLY;INTERVAL=2", "every other Tuesday"),
        ("FREQ=DAILY", "every day"),
        ("FREQ=MONTHLY;BYDAY=1TU", "every month"),
        ("FREQ=MONTHLY;INTERVAL=3", "every 3 months"),
        ("FREQ=YEARLY", "every year"),
        ("FREQ=HOURLY;INTERVAL=6", "every 6 hours"),
    ],
)
def test_rule_has_words_for_people(rule: str, words: str) -> None:
    read = read_rule(rule)
    assert isinstance(read, Rule)
    assert repeat_words(read, date(2024, 9, 3)) == words


def test_calendar_without_end_is_told_by_its_rule() -> None:
    whole = programme(CHOIR)
    assert event_dates_text(whole, event_dates(whole)) == "every Tuesday from Tue 3 September 2024"
    record = event_record(whole)
    assert (record["start"], record["end"], record["repeats"]) == ("2024-09-03", None, "every Tuesday")


def test_calendar_with_more_than_that_is_told_by_its_beginning() -> None:
    whole = programme(replace(ENDS, when=replace(TUESDAY, start=TUESDAY.start - DAY)), CHOIR)
    assert event_dates_text(whole, event_dates(whole)) == "from Mon 2 September 2024 on"


def test_calendar_that_ends_is_told_by_its_days() -> None:
    whole = programme(ENDS)
    assert event_dates_text(whole, event_dates(whole)) == "Tue 3 – Tue 17 September 2024"
    record = event_record(whole)
    assert (record["end"], record["repeats"]) == ("2024-09-18", None)
