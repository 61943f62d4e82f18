"""What is on, what comes next, who, where, when there is time: each question is one command with one exact answer."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Agenda = Callable[..., Result]

LUNCH = "2017-09-05T13:30"
AFTERNOON = "2017-09-27T14:45"


def lines(result: Result) -> list[str]:
    assert (result.exit_code, result.stderr) == (0, "")
    return [" | ".join(line.split("\t")) for line in result.stdout.splitlines()]


def test_what_is_on_in_vienna_at_lunch(agenda: Agenda) -> None:
    result = agenda("now", "--city", "Vienna", "--at", LUNCH, "--fields", "id,start,end,transparent")
    assert lines(result) == [
        "vienna-session/lunch-5 | 2017-09-05T13:00:00+02:00 | 2017-09-05T15:00:00+02:00 | true",
        "vienna-session/side-event | 2017-09-05T13:15:00+02:00 | 2017-09-05T14:45:00+02:00 | false",
    ]


def test_what_has_no_hours_is_on_while_its_bounds_hold_the_moment(agenda: Agenda) -> None:
    result = agenda("now", "--at", LUNCH, "--fields", "id")
    assert lines(result)[0] == "documents-and-deadlines/phase-1"


def test_what_is_on_at_an_instant_is_on_in_every_zone(agenda: Agenda) -> None:
    result = agenda("now", "--at", "2017-09-27T19:30Z", "--fields", "id,start")
    assert lines(result)[1:] == [
        "high-level-meeting/plenary-27-pm | 2017-09-27T15:00:00-04:00",
        "high-level-meeting/panel-1 | 2017-09-27T15:00:00-04:00",
    ]


def test_now_is_nothing_beyond_all_events(agenda: Agenda) -> None:
    result = agenda("now", "--at", "2020-01-01T00:00")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")


def test_cancelled_sessions_are_on_and_say_so(agenda: Agenda, odd: str) -> None:
    result = agenda("now", "-e", odd, "--at", "2026-03-02T11:30", "--match", "off", "--fields", "id,status")
    assert lines(result) == ["odd/off | cancelled"]


def test_next_is_all_that_begins_soonest(agenda: Agenda) -> None:
    result = agenda("next", "--at", AFTERNOON, "--fields", "id")
    assert lines(result) == ["high-level-meeting/plenary-27-pm", "high-level-meeting/panel-1"]


def test_next_three(agenda: Agenda) -> None:
    result = agenda("next", "-n", "3", "--at", AFTERNOON, "--fields", "id")
    assert lines(result)[2:] == ["high-level-meeting/panel-2"]


@pytest.mark.parametrize(("within", "code", "count"), [("14m", 1, 0), ("15m", 0, 2), ("1h45m", 0, 3)])
def test_next_within_a_time(agenda: Agenda, within: str, code: int, count: int) -> None:
    result = agenda("next", "--within", within, "--at", AFTERNOON)
    assert (result.exit_code, len(result.stdout.splitlines())) == (code, count)


def test_who_moderates(agenda: Agenda) -> None:
    result = agenda("people", "--role", "moderators", "--fields", "name,count,address")
    panels = {
        "Andrew Goledzinowski": "panel-2",
        "Elisabeth Tichy-Fisslberger": "panel-2",
        "Leigh Turner": "panel-3",
        "Rafael Mariano Grossi": "panel-1",
        "Stefanie Amadeo": "panel-3",
    }
    assert lines(result) == [
        f"{name} | 2 | vienna-session/{session}"
        for name, panel in panels.items()
        for session in (panel, "summary-panel")
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "giammarinaro",
            [
                "2017-09-05T10:00:00+02:00 | Vienna | Plenary Room | panellist | true | vienna-session/panel-3",
                "2017-09-27T10:00:00-04:00 | New York | GA Hall | speaker | false | high-level-meeting/opening",
            ],
        ),
        (
            "Joy Ezeilo",
            [
                (
                    "2017-09-05T15:00:00+02:00 | Vienna | Plenary Room | thematic expert | true "
                    "| vienna-session/summary-panel"
                ),
                (
                    "2017-09-27T16:30:00-04:00 | New York | Trusteeship Council | panellist | true "
                    "| high-level-meeting/panel-2"
                ),
            ],
        ),
        (
            "Jurg Lauber",
            [
                "2017-09-04T10:00:00+02:00 | Vienna | Plenary Room | co-facilitator | true | vienna-session/opening",
                "2017-09-05T00:00:00+02:00 | Vienna |  | co-facilitator | true | vienna-session/informal-dialogue",
                "2017-09-05T17:50:00+02:00 | Vienna | Plenary Room | co-facilitator | true | vienna-session/closing",
                "2017-10-05 |  |  | co-facilitator | true | documents-and-deadlines/letter-5-october",
            ],
        ),
    ],
)
def test_where_one_person_speaks_over_the_year(agenda: Agenda, name: str, expected: list[str]) -> None:
    assert lines(agenda("people", name, "--fields", "start,city,room,role,confirmed,address")) == expected


def test_people_are_in_order_of_name(agenda: Agenda) -> None:
    names = list(dict.fromkeys(lines(agenda("people", "--fields", "name"))))
    assert (len(names), names[0], names[-1]) == (30, "Alya Ahmed Saif Al-Thani", "Yury Fedotov")


def test_seats_lead_to_their_sessions(agenda: Agenda) -> None:
    seats = agenda("people", "ezeilo").stdout
    found = agenda("timetable", "-", "--fields", "id", stdin=seats)
    assert lines(found) == ["vienna-session/summary-panel", "high-level-meeting/panel-2"]


def test_a_seat_in_an_event_as_a_whole_has_the_address_of_the_event(agenda: Agenda, odd: str) -> None:
    result = agenda("people", "-e", odd, "jo doe", "--fields", "role,count,address,start,end,status")
    assert lines(result) == [
        "chair | 1 | odd | 2026-03-02 | 2026-03-06 | confirmed",
        "speaker | 1 | odd/welcome | 2026-03-02T09:00:00+01:00 | 2026-03-02T10:00:00+01:00 | confirmed",
        "speaker | 1 | odd/off | 2026-03-02T11:00:00+01:00 | 2026-03-02T12:00:00+01:00 | cancelled",
    ]


def test_name_and_person_mean_either(agenda: Agenda) -> None:
    result = agenda("people", "arbour", "--person", "gilmour", "--fields", "id")
    assert lines(result) == ["gilmour", "arbour"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["giamm"], 1, "nobody is called `giamm`; did you mean `Maria Grazia Giammarinaro (giammarinaro)`?"),
        (
            ["andrew"],
            2,
            (
                "`andrew` could be `Andrew Gilmour (gilmour)` or `Andrew Goledzinowski (goledzinowski)`: "
                "write more of the name, or the id"
            ),
        ),
        (["--person", "giamm"], 2, "--person: nobody is called `giamm`; did you mean "),
        (["--role", "moderater"], 0, "nobody has the role `moderater`; did you mean `moderator`?"),
        (["arbour", "--role", "chair"], 1, "nobody has the role `chair`; there is only `speaker`"),
        (["lauber", "--city", "new york"], 1, "that person has no seat in these sessions"),
        (["--kind", "lunch", "-q"], 0, ""),
        (["--kind", "lunch"], 0, "nobody is named in these sessions"),
        (["--kind", "concert"], 0, "nothing is left: "),
    ],
)
def test_people_who_are_not_there(agenda: Agenda, arguments: list[str], code: int, message: str) -> None:
    result = agenda("people", *arguments)
    told = f"agenda: {message}" if message else ""
    assert (result.exit_code, result.stdout, result.stderr[: len(told)]) == (code, "", told)


def test_minutes_of_plenary(agenda: Agenda) -> None:
    result = agenda("rooms", "high-level-meeting", "--kind", "plenary", "--by", "room", "--fields", "room,days,minutes")
    assert lines(result) == ["GA Hall | 2 | 660"]


def test_how_long_each_room_is_used_on_a_day(agenda: Agenda) -> None:
    result = agenda("rooms", "--on", "27 september 2017", "--hours", "09:00-18:00", "--fields", "room,minutes,free")
    assert lines(result) == [
        (
            "GA Hall | 360 | 2017-09-27T09:00:00-04:00/2017-09-27T10:00:00-04:00; "
            "2017-09-27T13:00:00-04:00/2017-09-27T15:00:00-04:00"
        ),
        "Trusteeship Council | 180 | 2017-09-27T09:00:00-04:00/2017-09-27T15:00:00-04:00",
    ]


def test_rooms_tell_what_uses_them_for_a_time_that_is_not_stated(agenda: Agenda, odd: str) -> None:
    result = agenda("rooms", "-e", odd, "--on", "2026-03-02", "--room", "main", "--fields", "minutes,sessions,unknown")
    assert lines(result) == ["60 | odd/walk; odd/welcome; odd/open | odd/walk; odd/open"]


def test_rooms_are_those_that_conflicts_know(agenda: Agenda, write: Callable[[str, str], Path]) -> None:
    write("places.yaml", "rooms: [{name: Hall AB, parts: [Hall A, Hall B], aliases: [Great Hall]}]\n")
    rooms = ("Great Hall", "hall-a", "Hall A, Town House", "Zoom")
    items = "".join(f"    - {9 + n}:00-{10 + n}:00: Item {n}\n      room: {room}\n" for n, room in enumerate(rooms))
    event = write("fair.yaml", f"title: Fair\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n{items}")
    result = agenda("rooms", "-e", str(event), "--fields", "room,minutes,sessions")
    users = "fair/item-0; fair/item-1; fair/item-2"
    assert lines(result) == [f"Hall A | 180 | {users}", f"Hall AB | 180 | {users}"]


def test_person_who_may_be_two_is_asked_for_as_both(agenda: Agenda, write: Callable[[str, str], Path]) -> None:
    names = ("José Núñez", "Jose Nunez")
    items = "".join(f"    - {9 + n}:00-{10 + n}:00: I{n}\n      speaker: {name}\n" for n, name in enumerate(names))
    event = str(write("fair.yaml", f"title: Fair\nzone: Europe/Vienna\ndays:\n  2026-03-10:\n{items}"))
    both = agenda("timetable", "-e", event, "--person", "nunez", "--fields", "id")
    named = "“José Núñez” (`josé-núñez`) and “Jose Nunez” (`jose-nunez`)"
    told = f"{named} may be one person: both are taken; an id asks for one only"
    assert (both.stdout, both.stderr) == ("fair/i0\nfair/i1\n", f"agenda: {told}\n")
    assert lines(agenda("timetable", "-e", event, "--person", "jose-nunez", "--fields", "id")) == ["fair/i1"]


def test_no_rooms_are_no_failure(agenda: Agenda) -> None:
    result = agenda("rooms", "documents-and-deadlines")
    assert (result.exit_code, result.stdout) == (0, "")


def test_free_working_days(agenda: Agenda) -> None:
    days = lines(agenda("free", "--on", "2017-09", "--fields", "start,certainty"))
    free = (1, 14, 15, 18, 19, 20, 21, 22, 25, 26, 29)
    assert days == [f"2017-09-{day:02} | certain" for day in free]


def test_free_days_with_weekends(agenda: Agenda) -> None:
    result = agenda("free", "--from", "2017-09-08", "--to", "2017-09-14", "--all-days", "--fields", "start,end,minutes")
    assert lines(result) == [
        "2017-09-09 | 2017-09-10 | ",
        "2017-09-10 | 2017-09-11 | ",
        "2017-09-14 | 2017-09-15 | ",
    ]


def test_free_days_of_one_person(agenda: Agenda) -> None:
    result = agenda("free", "--person", "ezeilo", "--from", "2017-09-04", "--to", "2017-09-06", "--fields", "start")
    assert lines(result) == ["2017-09-04", "2017-09-06"]


def test_free_days_that_depend_on_what_is_not_settled(agenda: Agenda) -> None:
    result = agenda("free", "--from", "2017-11-30", "--to", "2017-12-04")
    assert lines(result) == [
        "2017-11-30 | 2017-12-01 | certain |  | ",
        "2017-12-01 | 2017-12-02 | possible |  | security-council/meeting",
    ]


def test_free_days_without_dates_lie_between_the_events(agenda: Agenda) -> None:
    assert lines(agenda("free", "vienna", "trafficking", "smuggling", "--all-days", "--fields", "start")) == [
        "2017-09-09",
        "2017-09-10",
    ]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ["--by", "hour"],
            [
                "09:00 | 10:00 | 60 | possible | vienna-session/informal-dialogue",
                "13:00 | 13:15 | 15 | certain | ",
                "14:45 | 15:00 | 15 | certain | ",
            ],
        ),
        (
            ["--hours", "8-20"],
            [
                "08:00 | 10:00 | 120 | possible | vienna-session/informal-dialogue",
                "13:00 | 13:15 | 15 | certain | ",
                "14:45 | 15:00 | 15 | certain | ",
                "18:00 | 20:00 | 120 | certain | ",
            ],
        ),
        (
            ["--hours", "8-20", "--min", "2h", "--kind", "lunch", "--kind", "dialogue"],
            [
                "08:00 | 20:00 | 720 | possible | vienna-session/informal-dialogue",
                "10:00 | 20:00 | 600 | certain | ",
            ],
        ),
        (["--min", "9h", "--hours", "9-18", "--room", "m2"], []),
    ],
)
def test_free_hours(agenda: Agenda, options: list[str], expected: list[str]) -> None:
    result = agenda("free", "--on", "2017-09-05", *options, "--json")
    found = [
        f"{each['start'][11:16]} | {each['end'][11:16]} | {each['minutes']} | {each['certainty']} "
        f"| {'; '.join(each['depends_on'])}"
        for each in json.loads(result.stdout)
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--from", "2030-01-01"], "no event bounds these days: say from when to when, with --from and --to or "),
        (["--city", "Vienna", "--kind", "lunch", "--from", "2017-09-04"], "no event bounds these days: "),
        (["--on", "4/9/2017"], "`4/9/2017`"),
        (["--min", "soon"], "--min: `soon` is not a length of time"),
        (["--hours", "late"], "--hours: `late` are not hours of a day"),
        (["--by", "day", "--min", "2h"], "--by day: whole days have no --min and no --hours; "),
    ],
)
def test_free_refuses_what_it_cannot_answer(agenda: Agenda, options: list[str], message: str) -> None:
    result = agenda("free", *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"agenda: {message}")


def test_free_of_a_day_that_is_taken_is_nothing(agenda: Agenda) -> None:
    result = agenda("free", "--on", "2017-09-05")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "")


@pytest.mark.parametrize(
    ("zone", "start"),
    [
        ("event", "2017-09-27T15:00:00-04:00"),
        ("Europe/Vienna", "2017-09-27T21:00:00+02:00"),
        ("UTC", "2017-09-27T19:00:00+00:00"),
    ],
)
def test_when_panel_discussion_1_begins(agenda: Agenda, zone: str, start: str) -> None:
    result = agenda("timetable", "--match", "Panel Discussion 1", "--tz", zone, "--fields", "start")
    assert lines(result) == [start]
