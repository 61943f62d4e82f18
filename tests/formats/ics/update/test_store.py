"""A store in which people and apps add things of their own, and a programme that goes on changing: nothing is lost."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from struct import pack, unpack

from hypothesis import given, settings
from hypothesis import strategies as st

from agendacli.analysis.occurrences import expand
from agendacli.formats.ics.items import Entry, Item
from agendacli.formats.ics.uid import programme_part, uid
from agendacli.formats.ics.update.changes import Scope, Updated, updated
from agendacli.formats.ics.update.content import category_words
from agendacli.formats.ics.update.pieces import Piece, entry_of, pieces
from agendacli.formats.ics.write.options import CalendarOptions
from agendacli.formats.ics.write.plans import uids
from agendacli.formats.ics.write.stamps import stamp_of
from agendacli.formats.ics.write.writer import items
from agendacli.model.places import Coordinates, Place
from agendacli.model.programme import Change, Programme, Repeat, Session, Status
from agendacli.model.source import Citation, Source
from agendacli.model.when import Timed
from agendacli.model.zones import wall

HOUR = timedelta(hours=1)
VIENNA = "Europe/Vienna"
FIRST = datetime.fromisoformat("2026-03-20T09:00")
OPTIONS = CalendarOptions()
ALARM = "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT{}M\r\nX-APPLE-DEFAULT-ALARM:TRUE\r\nEND:VALARM\r\n"
OWN = (
    "X-MOZ-LASTACK:20260101T000000Z\r\n",
    "COMMENT:bring\r\n  the badge\r\n",
    "ATTACH:https://example.org/mine.pdf\r\n",
    "ATTENDEE;CN=Jo:mailto:jo@example.org\r\n",
    "CATEGORIES:Mine\r\n",
    "CLASS:PRIVATE\r\n",
    "COLOR:hotpink\r\n",
    "CREATED:20260101T000000Z\r\n",
    "PRIORITY:1\r\n",
    ALARM.format(5),
    ALARM.format(30),
)
"""What people and apps add to an entry."""


def sessions(name: str) -> st.SearchStrategy[Session]:
    starts = st.integers(0, 400).map(lambda n: FIRST + n * HOUR)
    return st.builds(
        lambda start, **said: Session(name, when=Timed(start, start + HOUR, VIENNA), **said),
        starts,
        title=st.sampled_from(("Opening", "Closing; late")),
        kind=st.sampled_from(("session", "panel", "plenary", "Working party")),
        status=st.sampled_from(Status),
        room=st.sampled_from((None, "M2", "Hall, left")),
        place=st.sampled_from((None, Place("Vienna", coordinates=Coordinates(48.2348, 16.416695)))),
        description=st.sampled_from((None, "About\n\nthis", "More")),
        categories=st.sampled_from(((), ("Peace, security",), ("Tides", "Maps"))),
        citations=st.sampled_from(((), (Citation("letter", 4),), (Citation("letter", 5),))),
        repeat=st.sampled_from((None, Repeat(("FREQ=WEEKLY;COUNT=4",), exact=True))),
    )


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    names = draw(st.lists(st.sampled_from("abc"), unique=True, min_size=1))
    found = tuple(with_change(draw(sessions(each)), draw(st.sampled_from(("", "moved", "removed")))) for each in names)
    revision = draw(st.sampled_from((None, date(2026, 1, 1), date(2026, 2, 1))))
    return Programme("p", "P", "p.yaml", revision=revision, sources=(Source("letter", "Letter"),), sessions=found)


def with_change(session: Session, change: str) -> Session:
    """The session; if it repeats, its second occurrence may be at another hour, or no more."""
    if session.repeat is None or not change or not isinstance(session.when, Timed):
        return session
    start = session.when.start + timedelta(days=7)
    if change == "removed":
        return replace(session, repeat=replace(session.repeat, removed=frozenset({start})))
    moved = replace(session, when=Timed(start + HOUR, start + 2 * HOUR, session.when.zone), repeat=None)
    return replace(session, repeat=replace(session.repeat, changes=(Change(start, moved),)))


def exported(programme: Programme) -> dict[str, Item]:
    return {each.uid: each for each in items(expand((programme,)), OPTIONS)}


def update(store: Mapping[str, Item], programme: Programme) -> Updated:
    scope = Scope({programme_part(programme): stamp_of(programme, OPTIONS)}, uids((programme,), store, expanded=False))
    return updated(tuple(exported(programme).values()), store, scope)


Additions = dict[tuple[str, str], set[str]]
"""What was added to each entry: its UID and RECURRENCE-ID, and the texts."""


@st.composite
def lived_in(draw: st.DrawFn, store: Mapping[str, Item]) -> tuple[dict[str, Item], Additions]:
    """The store after people and apps have been at it, and what they added."""
    added: Additions = {}
    found = {}
    for name, item in store.items():
        entries = []
        for each in item.entries:
            own = draw(st.lists(st.sampled_from(OWN), unique=True))
            added[name, each.original] = {*own}
            entries.append(draw(resaved(each, own)))
        found[name] = Item(name, tuple(entries))
    return found, added


@st.composite
def resaved(draw: st.DrawFn, entry: Entry, own: Iterable[str]) -> Entry:
    """The entry as an app writes it anew, with what was added to it."""
    kept = {each.name: each for each in pieces(entry)}
    if "COLOR:hotpink\r\n" in own:
        kept.pop("COLOR", None)
    for name, rewrite in {"GEO": in_few_bits, "CATEGORIES": cut_at_commas}.items():
        if name in kept and draw(st.booleans()):
            kept[name] = rewrite(kept[name])
    for name in ("X-MICROSOFT-CDO-BUSYSTATUS", "LAST-MODIFIED"):
        if draw(st.booleans()):
            kept.pop(name, None)
    order = draw(st.permutations([*kept.values()]))
    return entry_of((*order, *(Piece("", each.encode()) for each in own)))


def own_category(entry: Entry) -> set[str]:
    """The category that somebody added, however its line is written."""
    return {"CATEGORIES:Mine\r\n"} if "Mine" in category_words(entry) else set()


def in_few_bits(geo: Piece) -> Piece:
    degrees = (unpack("f", pack("f", float(each)))[0] for each in geo.value.split(";"))
    return Piece("GEO", f"GEO:{';'.join(f'{each:.6f}' for each in degrees)}\r\n".encode())


def cut_at_commas(named: Piece) -> Piece:
    return Piece("CATEGORIES", named.data.replace(b"\\,", b","))


@settings(max_examples=60)
@given(st.data(), programmes(), st.sampled_from((None, date(2026, 3, 1))))
def test_what_people_and_apps_add_is_no_change_of_the_programme(
    data: st.DataObject, programme: Programme, revision: date | None
) -> None:
    store, _ = data.draw(lived_in(exported(programme)))
    cited = tuple(replace(each, citations=(Citation("letter", 9),)) for each in programme.sessions)
    for later in (programme, replace(programme, stage="final"), replace(programme, sessions=cited)):
        assert update(store, replace(later, revision=revision)) == Updated(tuple(store.values()), ())


def taking_place(programme: Programme) -> set[tuple[str, str]]:
    """The UID and the usual start, as a RECURRENCE-ID has it, of each occurrence of a series."""
    found = ((uid(each), each.original) for each in expand((programme,)))
    return {(name, f"{wall(start, VIENNA):%Y%m%dT%H%M%S}") for name, start in found if isinstance(start, datetime)}


def followed(added: Additions, programme: Programme, uids: set[str]) -> tuple[Additions, Counter[str]]:
    """What was added, by the starts that occurrences have now; and of how many occurrences it goes with them, by UID.

    What is said of an occurrence as of its series stays with that.
    """
    places, kept, lost = taking_place(programme), dict[tuple[str, str], set[str]](), Counter[str]()
    for (name, start), own in added.items():
        of_its_day = [place for place in places if place[0] == name and place[1][:8] == start[:8]]
        if not start or name not in uids or (name, start) in places:
            kept[name, start] = own
        elif of_its_day:
            kept[of_its_day[0]] = own
        elif own - added.get((name, ""), set()):
            lost[name] += 1
    return kept, lost


def still_said(item: Item, added: Additions) -> Additions:
    """What was added to the entries of an item, having seen that it is there; reminders go with what is cancelled."""
    found = {}
    for entry in item.entries:
        own = added.get((item.uid, entry.original), set())
        kept = own - {*OWN[-2:]} if entry.value("STATUS") == "CANCELLED" else own
        assert kept <= {each.data.decode() for each in pieces(entry)} | own_category(entry)
        found[item.uid, entry.original] = kept
    as_series = [own for key, own in added.items() if key[0] == item.uid and key not in found]
    assert all(own <= added[item.uid, ""] for own in as_series)
    return found


@settings(max_examples=50)
@given(st.data(), programmes())
def test_what_people_and_apps_added_stays_through_any_changes_of_the_programme(
    data: st.DataObject, programme: Programme
) -> None:
    store, added = data.draw(lived_in(exported(programme)))
    for later in data.draw(st.lists(programmes(), min_size=1, max_size=3)):
        found = update(store, later)
        changes = {each.uid: each for each in found.changes}
        added, lost = followed(added, later, {*exported(later)})
        assert all(changes[name].lost >= count for name, count in lost.items())
        for item in found.items:
            assert item == store.get(item.uid) or item.uid in changes
            added = {key: own for key, own in added.items() if key[0] != item.uid} | still_said(item, added)
        again = {each.uid: each for each in found.items}
        assert update(again, later) == Updated(found.items, ())
        store = {**store, **again}
