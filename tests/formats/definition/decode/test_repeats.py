from collections.abc import Callable
from datetime import date, datetime

import pytest

from agendacli.analysis.occurrences import expand
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.when import Days, Hours, Timed

Decode = Callable[..., tuple[Programme, list[str]]]
HEAD = """title: Group
zone: Europe/Vienna
days:
"""
GROUP = """  every Tuesday from 2026-03-10 to 2026-04-14:
    - 14:00-15:30: Working group
"""

INSTEAD = "`cancelled`, `none`, or the time instead such as `16:00-17:30` or `2026-04-08 16:00-17:30`"
SKIPPED = (
    "time-skipped: there is no 02:30 on 2026-03-29 in Europe/Vienna: the clocks jump over it; "
    "look at the document again"
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def session_of(decode: Decode, text: str) -> tuple[Session, list[str]]:
    programme, told = decode(HEAD + text)
    return programme.sessions[0], told


def group(decode: Decode, exceptions: str) -> tuple[Session, list[str]]:
    return session_of(decode, f"{GROUP}      except: {exceptions}\n")


def changes(session: Session) -> tuple[Change, ...]:
    assert session.repeat
    return session.repeat.changes


def test_items_under_days_that_repeat_have_a_rule_and_their_first_time(decode: Decode) -> None:
    session, told = session_of(decode, GROUP)

    assert told == []
    assert session.when == Timed(at("2026-03-10T14:00"), at("2026-03-10T15:30"), "Europe/Vienna")
    assert session.when_text == "every Tuesday from 2026-03-10 to 2026-04-14, 14:00-15:30"
    assert session.repeat == Repeat(("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T120000Z",))


def test_items_without_hours_repeat_as_days(decode: Decode) -> None:
    session, told = session_of(decode, "  every other day from 2026-03-10:\n    - all day: Fair\n")

    assert (told, session.repeat) == ([], Repeat(("FREQ=DAILY;INTERVAL=2",)))


def test_exceptions_are_changes_or_removed(decode: Decode) -> None:
    text = (
        "{2026-03-17: none, 2026-03-24: cancelled, 2026-03-31: 2026-04-01, "
        "2026-04-07: 2026-04-08 16:00-17:30, 2026-04-14: '16:00-17:30'}"
    )
    session, told = group(decode, text)

    assert told == []
    assert session.repeat
    assert session.repeat.removed == frozenset({at("2026-03-17T14:00")})
    assert [(each.original, each.session.when_text, each.session.status) for each in changes(session)] == [
        (at("2026-03-24T14:00"), "2026-03-24, 14:00-15:30", Status.CANCELLED),
        (at("2026-03-31T14:00"), "2026-04-01, 14:00-15:30", Status.CONFIRMED),
        (at("2026-04-07T14:00"), "2026-04-08, 16:00-17:30", Status.CONFIRMED),
        (at("2026-04-14T14:00"), "2026-04-14, 16:00-17:30", Status.CONFIRMED),
    ]


def test_exceptions_hold_when_the_programme_is_expanded(decode: Decode) -> None:
    programme, _ = decode(f"{HEAD}{GROUP}      except: {{2026-03-17: none, 2026-04-07: 2026-04-08 16:00-17:30}}\n")

    assert [(each.id, f"{each.bounds.start:%m-%d %H:%M}") for each in expand([programme])] == [
        ("meeting/working-group/20260310T130000Z", "03-10 13:00"),
        ("meeting/working-group/20260324T130000Z", "03-24 13:00"),
        ("meeting/working-group/20260331T120000Z", "03-31 12:00"),
        ("meeting/working-group/20260407T120000Z", "04-08 14:00"),
        ("meeting/working-group/20260414T120000Z", "04-14 12:00"),
    ]


def test_exceptions_of_days_are_known_by_their_day(decode: Decode) -> None:
    text = (
        "  every day from 2026-03-10:\n    - all day: Fair\n      except: {2026-03-11: cancelled, 2026-03-12: none}\n"
    )
    session, _ = session_of(decode, text)

    assert session.repeat
    assert session.repeat.removed == frozenset({date(2026, 3, 12)})
    when = Days(date(2026, 3, 11), date(2026, 3, 12), "Europe/Vienna", Hours.ALL)
    assert [(each.original, each.session.when) for each in changes(session)] == [(date(2026, 3, 11), when)]


def test_exceptions_that_leave_no_day_are_told(decode: Decode) -> None:
    text = "  every Tuesday from 2026-03-10 to 2026-03-17:\n    - all day: Fair\n      except: {2026-03-10: none, %s}\n"
    never = "this never takes place: all of its days are `none`; delete the item, or write `cancelled` to show it"

    assert session_of(decode, text % "2026-03-17: none")[1] == [f"6:15 repeat-days: {never}"]
    assert session_of(decode, text % "2026-03-17: cancelled")[1] == []


def test_rule_that_falls_on_no_day_is_told_at_its_day(decode: Decode) -> None:
    text = "  every FREQ=YEARLY;BYYEARDAY=366;BYMONTH=2 from 2026-03-10:\n    - all day: Fair\n    - all day: Tea\n"
    message = (
        "`FREQ=YEARLY;BYYEARDAY=366;BYMONTH=2` falls on no day from 2026-03-10, "
        "so only that first day takes place; correct it"
    )

    assert session_of(decode, text)[1] == [f"4:3 repeat-days: {message}"]


def test_people_are_there_each_time(decode: Decode) -> None:
    text = f"{GROUP}      except: {{2026-03-24: cancelled}}\n      chair: Ms. Jo Doe, Director\n"
    session, told = session_of(decode, text)

    assert told == []
    assert [each.printed for each in session.participants] == ["Ms. Jo Doe, Director"]
    assert changes(session)[0].session.participants == session.participants


def test_people_who_are_referred_to_are_there_each_time(decode: Decode) -> None:
    text = (
        f"{GROUP}      except: {{2026-03-24: cancelled}}\n      chair: Ms. Jo Doe, Director\n      speaker: the chair\n"
    )
    session, told = session_of(decode, text)

    assert told == []
    assert [(each.role, each.name) for each in session.participants] == [("chair", "Jo Doe"), ("speaker", "Jo Doe")]
    assert changes(session)[0].session.participants == session.participants


@pytest.mark.parametrize(
    ("exceptions", "told"),
    [
        (
            "{2026-03-25: cancelled}",
            "6:16 bad-date: `2026-03-25` is none of the days on which this takes place; did you mean `2026-03-24`?",
        ),
        (
            "{2027-03-23: cancelled}",
            "6:16 bad-date: `2027-03-23` is none of the days on which this takes place; write one of them",
        ),
        ("{2026-02-30: cancelled}", "6:16 bad-date: `2026-02-30` is not a day of the calendar; write `2017-09-04`"),
        ("{2026-03-24: 2026-02-30}", "6:28 bad-date: `2026-02-30` is not a day of the calendar; write `2017-09-04`"),
        (
            "{2026-03-24: canceled}",
            f"6:28 bad-time: `canceled` says nothing here; write {INSTEAD}",
        ),
        (
            "{2026-03-24: 2026-03-25 16:00-25:30}",
            "6:45 bad-time: `25:30` is not a time of day; write `00:00` to `24:00`",
        ),
        (
            "{2026-03-24: 2026-03-29 02:30-04:00}",
            f"6:39 {SKIPPED}",
        ),
        (
            "{2026-03-24: [cancelled]}",
            f"6:28 wrong-type: expected {INSTEAD}, not a list",
        ),
        ("cancelled", "6:15 wrong-type: expected dates such as `{2026-03-24: cancelled}`, not a text"),
    ],
)
def test_faulty_exceptions_are_told_where_they_stand(decode: Decode, exceptions: str, told: str) -> None:
    session, found = group(decode, exceptions)

    assert found == [told]
    assert session.repeat == Repeat(("FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T120000Z",))


def test_own_hours_that_another_day_does_not_have_are_told_at_the_exception(decode: Decode) -> None:
    text = "  every day from 2026-03-28:\n    - 02:30-04:00: Night\n      except: {2026-03-29: cancelled}\n"
    _, told = session_of(decode, text)

    assert told == [f"6:28 {SKIPPED}"]


def test_exceptions_under_other_days_are_refused(decode: Decode) -> None:
    text = "  2026-03-10:\n    - 14:00-15:30: Working group\n      except: {2026-03-10: cancelled}\n"
    session, told = session_of(decode, text)

    assert session.repeat is None
    assert told == [
        "6:15 unknown-key: `except` needs days that repeat; write the item under `every Tuesday from 2026-03-10`"
    ]


def test_days_that_repeat_wrongly_are_told(decode: Decode) -> None:
    programme, told = decode(f"{HEAD}  every nonsense:\n    - 14:00-15:30: Working group\n")

    assert programme.sessions == ()
    assert [each.partition(";")[0] for each in told] == ["4:3 bad-date: `every nonsense` is not known here"]


def test_item_whose_time_is_wrong_has_no_repeat(decode: Decode) -> None:
    programme, told = decode(f"{HEAD}{GROUP.replace('14:00', '25:00')}")

    assert programme.sessions == ()
    assert told == ["5:7 bad-time: `25:00` is not a time of day; write `00:00` to `24:00`"]


def test_day_may_hang_on_a_session_that_repeats(decode: Decode) -> None:
    programme, told = decode(f"{HEAD}{GROUP}  1 week before working-group:\n    - hours unknown: Paper\n")

    assert told == []
    assert programme.sessions[1].when == Days(date(2026, 3, 3), date(2026, 3, 4), "Europe/Vienna")


def test_programme_cannot_be_dated_by_days_that_repeat(decode: Decode) -> None:
    programme, told = decode("title: Group\ndates: every Tuesday from 2026-03-10\n")

    assert programme.dates is None
    assert [each.partition(";")[0] for each in told] == ["2:8 bad-date: `every Tuesday from 2026-03-10` is not a day"]
