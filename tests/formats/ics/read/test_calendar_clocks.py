"""Calendars in UTC that name their zone: only the clocks on which they are shown are others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.read.calendar import read_indexed
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.writer import items
from agendacli.load.adopt import in_main_zone
from agendacli.model.findings import Findings
from agendacli.model.programme import Programme
from agendacli.model.when import Timed, in_zone

ZONES = ("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
RULES = (
    "",
    "RRULE:FREQ=DAILY;COUNT=9",
    "RRULE:FREQ=WEEKLY;BYDAY=SU,MO;COUNT=5",
    "RRULE:FREQ=HOURLY;INTERVAL=7;COUNT=30",
)
# Near nights on which the clocks of one of them change.
STARTS = st.builds(
    lambda night, minutes: night + timedelta(minutes=15 * minutes),
    st.sampled_from(
        [datetime(2026, *each, tzinfo=UTC) for each in ((3, 7), (3, 28), (4, 4), (10, 3), (10, 24), (10, 31))]
    ),
    st.integers(-100, 200),
)


@st.composite
def calendars(draw: st.DrawFn) -> list[str]:
    """The VEVENTs of a calendar in UTC."""
    found = []
    for uid in range(draw(st.integers(1, 4))):
        start, length = draw(STARTS), timedelta(minutes=draw(st.sampled_from((15, 60, 1500))))
        times = f"DTSTART:{start:%Y%m%dT%H%M%SZ}", f"DTEND:{start + length:%Y%m%dT%H%M%SZ}"
        lines = ("BEGIN:VEVENT", f"UID:{uid}", *times, "SUMMARY:x", draw(st.sampled_from(RULES)), "END:VEVENT")
        found.append("\n".join(filter(None, lines)))
    return found


def read(entries: list[str], *head: str, many: int = 1 << 20) -> Programme:
    text = "\n".join(("BEGIN:VCALENDAR", "PRODID:x", *head, *entries, "END:VCALENDAR", ""))
    findings = Findings()
    programme = read_indexed(text.encode(), "x.ics", "Asia/Tokyo", findings, many=many).programme
    assert findings.all == ()
    assert programme
    return replace(programme, sessions=tuple(programme.sessions))


@settings(max_examples=60, deadline=None)
@given(calendars(), st.sampled_from(ZONES))
def test_instants_stay_and_times_are_those_of_the_clocks(entries: list[str], zone: str) -> None:
    plain, named = read(entries), read(entries, f"X-WR-TIMEZONE:{zone}")
    before, after = expand((plain,)), expand((named,))
    assert [each.id for each in after] == [each.id for each in before]
    assert [each.bounds for each in after] == [each.bounds for each in before]
    assert [each.when for each in after] == [in_zone(each.when, zone) for each in before]


@settings(max_examples=40, deadline=None)
@given(calendars(), st.sampled_from(ZONES))
def test_what_is_read_late_is_shown_on_the_same_clocks(entries: list[str], zone: str) -> None:
    head = f"X-WR-TIMEZONE:{zone}"
    assert read(entries, head, many=0) == read(entries, head)
    assert read([*entries, head], many=0).sessions == read(entries, head).sessions


@settings(max_examples=40, deadline=None)
@given(calendars(), st.sampled_from(ZONES), st.booleans())
def test_what_is_exported_says_utc_as_before(entries: list[str], zone: str, expanded: bool) -> None:  # noqa: FBT001
    options = CalendarOptions(expanded=expanded)
    named = read(entries, f"X-WR-TIMEZONE:{zone}")
    assert items(expand((named,)), options) == items(expand((read(entries),)), options)


@settings(max_examples=40, deadline=None)
@given(calendars(), st.sampled_from(ZONES))
def test_what_is_taken_over_has_single_times_on_the_clocks_and_series_in_utc(entries: list[str], zone: str) -> None:
    named = read(entries, f"X-WR-TIMEZONE:{zone}")
    own = in_main_zone(named)
    assert all(each.clocks is None for each in own.sessions)
    zones = {each.when.zone for each in own.sessions if isinstance(each.when, Timed) and not each.repeat}
    assert zones <= {zone}
    assert [each.bounds for each in expand((own,))] == [each.bounds for each in expand((named,))]
