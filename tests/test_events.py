"""The bundled events against what a careful reader of the five documents finds in them."""

import re
from datetime import date, datetime
from functools import cache

import pytest

from agendacli.files.paths import bundled_folder
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.people import Participant
from agendacli.model.programme import Programme, Session, Status
from agendacli.model.source import Citation, Source, Variant
from agendacli.model.when import Days, DayWindow, Timed, TimeWindow

PAPERS = (
    "phase-1 resolution-71-287 briefing input-deadline letter-27-july procedural-note issue-brief letter-24-august "
    "letter-13-september letter-5-october letter-9-october"
)
DAY_ONE, DAY_TWO = "opening panel-1 lunch-4 panel-2", "summary-panel closing"
SESSIONS = {
    "crime-commission": "meeting",
    "documents-and-deadlines": PAPERS,
    "high-level-meeting": "opening plenary-27-am plenary-27-pm panel-1 panel-2 plenary-28-am plenary-28-pm closing",
    "istanbul-conference": "meeting",
    "multistakeholder-consultation": "meeting",
    "security-council": "meeting report",
    "smuggling-working-group": "meeting",
    "stocktaking-meeting": "meeting",
    "trafficking-working-group": "meeting",
    "vienna-session": f"{DAY_ONE} informal-dialogue panel-3 lunch-5 side-event {DAY_TWO}",
    "vienna-session@2017-08-24": f"{DAY_ONE} panel-3 lunch-5 {DAY_TWO}",
}
SIDE_EVENT = (
    "Side-event: Harnessing the data revolution to combat human trafficking and deepen understanding of migrants in "
    "vulnerable situations"
)
LENGTHS = {  # of the five documents, in lines
    "000_d86f5a3a231a6c08.txt": 62,
    "001_2233c6785ed39109.txt": 98,
    "002_7a4dd6579890f0d2.txt": 303,
    "003_fe7a279722aaff94.txt": 120,
    "004_491ae9bf49fe258f.txt": 107,
}


@cache
def bundled() -> Loaded:
    return load(["bundled"])


def event(address: str) -> Programme:
    found = {each.address: each for each in (*bundled().programmes, *bundled().revisions)}
    return found[address]


def session(address: str) -> Session:
    name, _, session_id = address.partition("/")
    return next(each for each in event(name).sessions if each.id == session_id)


def names(address: str, role: str) -> list[str | None]:
    seats = session(address).participants
    return [seat.person.id if seat.person else None for seat in seats if seat.role == role]


def seat(address: str, person: str) -> Participant:
    return next(each for each in session(address).participants if each.person and each.person.id == person)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_bundled_events_have_no_fault() -> None:
    assert (bundled().diagnostics, bundled().problems) == ((), ())


def test_bundled_events_have_the_sessions_of_the_documents() -> None:
    found = {
        each.address: " ".join(item.id for item in each.sessions)
        for each in (*bundled().programmes, *bundled().revisions)
    }
    assert found == SESSIONS


@pytest.mark.parametrize("address", SESSIONS)
def test_every_session_cites_a_document_that_is_declared_and_has_that_line(address: str) -> None:
    programme = event(address)
    sources = {each.id: each for each in programme.sources}
    things: list[Programme | Session | Participant] = [programme, *programme.sessions, *programme.participants]
    things += [seat for each in programme.sessions for seat in each.participants]
    cited = [citation for each in things for citation in each.citations]
    cited += [variant.citation for each in things for variant in each.variants]
    assert [each.id for each in programme.sessions if not each.citations] == []
    assert {each.source for each in cited} == set(sources)
    for each in cited:
        assert each.line is not None
        assert 1 <= each.line <= LENGTHS[sources[each.source].file or ""]


def test_documents_are_described_alike_everywhere() -> None:
    found: dict[str, set[Source]] = {}
    for programme in (*bundled().programmes, *bundled().revisions):
        for source in programme.sources:
            found.setdefault(source.id, set()).add(source)
    assert {name: len(each) for name, each in found.items()} == dict.fromkeys(
        ("organization-of-work", "web-page", "summary", "draft-programme", "briefing"), 1
    )


@pytest.mark.parametrize("name", ["people.yaml", "places.yaml", *(f"{address}.yaml" for address in SESSIONS)])
def test_lines_that_texts_and_comments_mention_are_lines_of_the_documents(name: str) -> None:
    files = {source.id: source.file for each in bundled().programmes for source in each.sources}
    text = (bundled_folder() / name).read_text(encoding="utf-8")
    mentioned = re.findall(rf"({'|'.join(files)}):(\d+)", text)
    assert [each for each in mentioned if not 1 <= int(each[1]) <= LENGTHS[files[each[0]] or ""]] == []


@pytest.mark.parametrize(
    ("address", "start", "end", "room"),
    [
        ("vienna-session/opening", "2017-09-04T10:00", "2017-09-04T10:15", None),
        ("vienna-session/panel-1", "2017-09-04T10:15", "2017-09-04T13:00", None),
        ("vienna-session/lunch-4", "2017-09-04T13:00", "2017-09-04T15:00", None),
        ("vienna-session/panel-2", "2017-09-04T15:00", "2017-09-04T18:00", None),
        ("vienna-session/panel-3", "2017-09-05T10:00", "2017-09-05T13:00", None),
        ("vienna-session/lunch-5", "2017-09-05T13:00", "2017-09-05T15:00", None),
        ("vienna-session/side-event", "2017-09-05T13:15", "2017-09-05T14:45", "Room M2"),
        ("vienna-session/summary-panel", "2017-09-05T15:00", "2017-09-05T17:50", None),
        ("vienna-session/closing", "2017-09-05T17:50", "2017-09-05T18:00", None),
        ("high-level-meeting/opening", "2017-09-27T10:00", "2017-09-27T11:00", "GA Hall"),
        ("high-level-meeting/plenary-27-am", "2017-09-27T11:00", "2017-09-27T13:00", "GA Hall"),
        ("high-level-meeting/plenary-27-pm", "2017-09-27T15:00", "2017-09-27T18:00", "GA Hall"),
        ("high-level-meeting/panel-1", "2017-09-27T15:00", "2017-09-27T16:30", "Trusteeship Council"),
        ("high-level-meeting/panel-2", "2017-09-27T16:30", "2017-09-27T18:00", "Trusteeship Council"),
        ("high-level-meeting/plenary-28-am", "2017-09-28T10:00", "2017-09-28T13:00", "GA Hall"),
        ("high-level-meeting/plenary-28-pm", "2017-09-28T15:00", "2017-09-28T18:00", "GA Hall"),
        ("high-level-meeting/closing", "2017-09-28T18:00", None, None),
    ],
)
def test_session_is_at_its_time_on_the_clocks_of_its_city(
    address: str, start: str, end: str | None, room: str | None
) -> None:
    zone = "Europe/Vienna" if address.startswith("vienna") else "America/New_York"
    assert session(address).when == Timed(at(start), at(end) if end else None, zone)
    assert session(address).room == room


@pytest.mark.parametrize(
    ("address", "first", "last", "zone"),
    [
        ("crime-commission/meeting", "2017-05-22", "2017-05-26", "Europe/Vienna"),
        ("multistakeholder-consultation/meeting", "2017-06-23", "2017-06-23", "America/New_York"),
        ("istanbul-conference/meeting", "2017-07-05", "2017-07-06", "Europe/Istanbul"),
        ("trafficking-working-group/meeting", "2017-09-06", "2017-09-08", "Europe/Vienna"),
        ("smuggling-working-group/meeting", "2017-09-11", "2017-09-13", "Europe/Vienna"),
        ("stocktaking-meeting/meeting", "2017-12-04", "2017-12-06", "America/Mexico_City"),
        ("documents-and-deadlines/phase-1", "2017-04-01", "2017-11-30", None),
        ("documents-and-deadlines/resolution-71-287", "2017-05-04", "2017-05-04", None),
        ("documents-and-deadlines/briefing", "2017-06-09", "2017-06-09", None),
        ("documents-and-deadlines/input-deadline", "2017-06-15", "2017-06-15", None),
        ("documents-and-deadlines/letter-27-july", "2017-07-27", "2017-07-27", None),
        ("documents-and-deadlines/letter-24-august", "2017-08-24", "2017-08-24", None),
        ("documents-and-deadlines/letter-13-september", "2017-09-13", "2017-09-13", None),
        ("documents-and-deadlines/letter-5-october", "2017-10-05", "2017-10-05", None),
        ("documents-and-deadlines/letter-9-october", "2017-10-09", "2017-10-09", None),
    ],
)
def test_session_takes_its_days_and_its_hours_are_unknown(
    address: str, first: str, last: str, zone: str | None
) -> None:
    when = session(address).when
    assert isinstance(when, Days)
    end = date.fromordinal(date.fromisoformat(last).toordinal() + 1)
    assert when == Days(date.fromisoformat(first), end, zone)


def test_council_meets_on_some_day_of_december_to_be_confirmed() -> None:
    meeting = session("security-council/meeting")
    assert meeting.when == DayWindow(date(2017, 12, 1), date(2018, 1, 1), "America/New_York")
    assert (meeting.status, event("security-council").status) == (Status.TENTATIVE, Status.TENTATIVE)


def test_report_hangs_two_weeks_before_the_council_meets() -> None:
    report = session("security-council/report")
    assert report.when == DayWindow(date(2017, 11, 17), date(2017, 12, 18), "America/New_York")
    assert (report.relative_to, report.when_text) == ("meeting", "2 weeks before meeting, hours unknown")
    assert (report.kind, report.transparent) == ("document", True)


def test_informal_dialogue_is_before_ten_in_the_city_and_in_no_building() -> None:
    dialogue = session("vienna-session/informal-dialogue")
    assert dialogue.when == TimeWindow(at("2017-09-05"), at("2017-09-05T10:00"), "Europe/Vienna")
    assert dialogue.place
    assert (dialogue.place.city, dialogue.place.venue, dialogue.room) == ("Vienna", None, None)


@pytest.mark.parametrize("name", ["procedural-note", "issue-brief"])
def test_paper_without_a_day_is_some_day_of_its_month(name: str) -> None:
    assert session(f"documents-and-deadlines/{name}").when == DayWindow(date(2017, 8, 1), date(2017, 9, 1), None)


def test_what_takes_nobodys_time() -> None:
    found = {f"{each.id}/{item.id}" for each in bundled().programmes for item in each.sessions if item.transparent}
    papers = {f"documents-and-deadlines/{name}" for name in SESSIONS["documents-and-deadlines"].split()}
    assert found == papers | {"vienna-session/lunch-4", "vienna-session/lunch-5", "security-council/report"}


def test_only_the_council_is_tentative_and_nothing_is_cancelled() -> None:
    found = [
        f"{each.id}/{item.id}"
        for each in bundled().programmes
        for item in each.sessions
        if item.status is not Status.CONFIRMED
    ]
    assert found == ["security-council/meeting"]


def test_provisional_is_said_of_the_programme_and_makes_nothing_tentative() -> None:
    meeting = event("high-level-meeting")
    assert (meeting.stage, meeting.status, meeting.revision) == ("provisional", Status.CONFIRMED, date(2017, 9, 13))


def test_vienna_session_takes_place_in_the_plenary_room_of_the_centre() -> None:
    programme = event("vienna-session")
    assert (str(programme.place), programme.zone) == ("Vienna International Centre, Vienna, Austria", "Europe/Vienna")
    assert programme.room == "Plenary Room"
    assert programme.dates == Days(date(2017, 9, 4), date(2017, 9, 6), "Europe/Vienna")


@pytest.mark.parametrize(
    ("address", "role", "people"),
    [
        ("vienna-session/opening", "co-facilitator", ["gomez-camacho", "lauber"]),
        ("vienna-session/opening", "speaker", ["arbour"]),
        ("vienna-session/panel-1", "panellist", ["sanchez", "shaw", "carling"]),
        ("vienna-session/panel-1", "moderator", ["grossi"]),
        ("vienna-session/panel-2", "panellist", ["gallagher", "shahinyan", "mattar"]),
        ("vienna-session/panel-2", "moderator", ["tichy-fisslberger", "goledzinowski"]),
        ("vienna-session/informal-dialogue", "co-facilitator", ["gomez-camacho", "lauber"]),
        ("vienna-session/panel-3", "panellist", ["giammarinaro", "pattanaik", "hadj-sabraoui"]),
        ("vienna-session/panel-3", "moderator", ["turner", "amadeo"]),
        (
            "vienna-session/summary-panel",
            "moderator",
            ["grossi", "tichy-fisslberger", "goledzinowski", "turner", "amadeo"],
        ),
        ("vienna-session/summary-panel", "thematic expert", ["ezeilo"]),
        ("vienna-session/closing", "co-facilitator", ["gomez-camacho", "lauber"]),
        ("vienna-session@2017-08-24/panel-3", "moderator", ["turner", None]),
        (
            "vienna-session@2017-08-24/summary-panel",
            "moderator",
            ["grossi", "tichy-fisslberger", "goledzinowski", "turner", None],
        ),
        (
            "high-level-meeting/opening",
            "speaker",
            ["lajcak", "guterres", "fedotov", "giammarinaro", "sorvino", "grootboom"],
        ),
        ("high-level-meeting/panel-1", "chair", ["pecsteen-de-buytswerve"]),
        ("high-level-meeting/panel-1", "panellist", ["mlambo-ngcuka", "oumarou", "martinez"]),
        ("high-level-meeting/panel-2", "chair", ["al-thani"]),
        ("high-level-meeting/panel-2", "panellist", ["ferrero-waldner", "gilmour", "ezeilo"]),
        ("high-level-meeting/closing", "speaker", ["pecsteen-de-buytswerve", "al-thani", "lajcak"]),
        ("documents-and-deadlines/letter-5-october", "co-facilitator", ["gomez-camacho", "lauber"]),
    ],
)
def test_people_of_a_session_in_the_printed_order(address: str, role: str, people: list[str | None]) -> None:
    assert names(address, role) == people


def test_everyone_who_is_named_is_declared() -> None:
    programmes = (*bundled().programmes, *bundled().revisions)
    seats = [seat for each in programmes for item in each.sessions for seat in item.participants]
    seats += [seat for each in programmes for seat in each.participants]
    assert {seat.person.id for seat in seats if seat.person and not seat.person.span} == set()
    declared = set(
        re.findall(r"^([a-z-]+):$", (bundled_folder() / "people.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {seat.person.id for seat in seats if seat.person} == declared
    assert len(declared) == 30


def test_ms_ezeilo_is_one_person_under_two_spellings_and_positions() -> None:
    vienna, new_york = seat("vienna-session/summary-panel", "ezeilo"), seat("high-level-meeting/panel-2", "ezeilo")
    assert vienna.person == new_york.person
    assert vienna.printed.startswith("Ms. Joy Ngozi Ezeilo, Professor of Law")
    assert new_york.printed == "Ms. Joy Ezeilo, Executive Director of Women Aid Collective"


def test_ms_giammarinaro_is_to_be_confirmed_in_new_york_only() -> None:
    opening, panel = seat("high-level-meeting/opening", "giammarinaro"), seat("vienna-session/panel-3", "giammarinaro")
    assert (opening.confirmed, panel.confirmed) == (False, True)
    unconfirmed = [
        seat
        for each in bundled().programmes
        for item in each.sessions
        for seat in item.participants
        if not seat.confirmed
    ]
    assert unconfirmed == [opening]


def test_seat_of_the_united_states_has_no_name_in_the_letter_of_august() -> None:
    (one,) = [each for each in session("vienna-session@2017-08-24/panel-3").participants if not each.person]
    assert (one.name, one.role, one.confirmed) == ("United States", "moderator", False)


@pytest.mark.parametrize(
    ("address", "variants"),
    [
        (
            "stocktaking-meeting",
            [
                ("briefing:33", "dates", "4-5 December 2017"),
                ("briefing:33", "place", "Mexico"),
                ("briefing:47", "dates", "December 2017"),
                ("briefing:47", "place", "Mexico"),
            ],
        ),
        ("documents-and-deadlines/resolution-71-287", [("briefing:64", "dates", "2016")]),
        ("high-level-meeting/closing", [("draft-programme:67", "title", "closing plenary meeting")]),
        ("vienna-session/lunch-5", [("web-page:58", "itself", SIDE_EVENT)]),
        (
            "vienna-session/side-event",
            [
                ("organization-of-work:60", "itself", "Lunch / Space for Side Events"),
                ("summary:301", "itself", "Lunch / Space for side-events"),
            ],
        ),
    ],
)
def test_what_other_documents_say_is_kept(address: str, variants: list[tuple[str, str, str]]) -> None:
    thing = session(address) if "/" in address else event(address)
    assert [(str(each.citation), each.field, each.text) for each in thing.variants] == variants


def test_other_moderator_of_panel_3_is_kept_with_the_seat() -> None:
    other = Variant(Citation("organization-of-work", 59), "itself", "United States (representative tbc)")
    assert seat("vienna-session/panel-3", "amadeo").variants == (other,)


def test_older_revision_of_the_vienna_session_is_a_file_of_its_own() -> None:
    old = event("vienna-session@2017-08-24")
    assert (old.id, old.older, old.revision, event("vienna-session").revision) == (
        "vienna-session",
        True,
        date(2017, 8, 24),
        date(2017, 10, 9),
    )
    assert {"informal-dialogue", "side-event"}.isdisjoint(each.id for each in old.sessions)
