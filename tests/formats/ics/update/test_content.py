"""Whether two entries say the same of a session, and what stays with the one that somebody has."""

import pytest

from agendacli.formats.ics.items import Entry
from agendacli.formats.ics.update.additions import reminds_otherwise, with_additions
from agendacli.formats.ics.update.content import Pair, differences
from agendacli.formats.ics.update.pieces import entry_of


def entry(*lines: str) -> Entry:
    return Entry.of("\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT", "")).encode())


def alarm(*lines: str) -> tuple[str, ...]:
    return "BEGIN:VALARM", *lines, "END:VALARM"


OURS = alarm("ACTION:DISPLAY", "DESCRIPTION:A", "TRIGGER:-PT15M")
LATER = alarm("ACTION:DISPLAY", "DESCRIPTION:A", "TRIGGER:-PT5M")
THEIRS = alarm("ACTION:DISPLAY", "DESCRIPTION:mine", "TRIGGER:-PT30M")


@pytest.mark.parametrize(
    ("now", "then"),
    [
        pytest.param(["SUMMARY:A"], ["summary:A "], id="case of a name, blanks"),
        pytest.param(["DTSTART;TZID=A/B:x"], ['DTSTART;VALUE=DATE-TIME;TZID="A/B":x'], id="quotation marks"),
        pytest.param(["SUMMARY:A"], ["SUMMARY;LANGUAGE=de:A"], id="other parameters"),
        pytest.param([r"SUMMARY:a\, b\nc"], [r"SUMMARY:a, b\Nc"], id="escapes"),
        pytest.param([r"CATEGORIES:a\,b,c"], ["CATEGORIES:c", r"CATEGORIES:a\,b"], id="lists in several lines"),
        pytest.param([r"CATEGORIES:a\,b,c"], ["CATEGORIES:a,b,c"], id="category cut at its comma"),
        pytest.param(["CATEGORIES:session,a"], ["CATEGORIES:a"], id="plain kind"),
        pytest.param(["CATEGORIES:a"], ["CATEGORIES:a,Important"], id="category of somebody's own"),
        pytest.param(["EXDATE:1,2"], ["EXDATE:2", "EXDATE:1"], id="dates in several lines"),
        pytest.param(["RRULE:FREQ=DAILY;COUNT=2"], ["RRULE:count=2;freq=daily;"], id="order of a rule"),
        pytest.param(["GEO:48.200000;16.400000"], ["GEO:48.2;16.4"], id="digits"),
        pytest.param(["GEO:48.234800;151.206990"], ["GEO:48.234798;151.206985"], id="few bits"),
        pytest.param(["SUMMARY:A"], ["SUMMARY:A", "GEO:48.2;16.4", "URL:x:y", "CLASS:PRIVATE"], id="added once"),
        pytest.param(["STATUS:CONFIRMED"], ["STATUS:confirmed", "DTSTAMP:x"], id="case of a word"),
        pytest.param(["STATUS:CONFIRMED", "TRANSP:OPAQUE"], [], id="what holds unless said"),
        pytest.param(["SUMMARY:A (CANCELLED)", "STATUS:CANCELLED"], ["SUMMARY:A", "STATUS:CANCELLED"], id="mark"),
        pytest.param(["DTSTART;TZID=Europe/Vienna:20170904T101500"], ["DTSTART:20170904T081500Z"], id="instant in UTC"),
        pytest.param(
            ["DTSTART:20170904T080000Z", "DTEND:20170904T093000Z"],
            ["DTSTART:20170904T080000Z", "DURATION:PT90M"],
            id="end as a length",
        ),
        pytest.param(
            ["DTSTART;VALUE=DATE:20170904", "DTEND;VALUE=DATE:20170905"], ["DTSTART;VALUE=DATE:20170904"], id="one day"
        ),
        pytest.param(
            [r"DESCRIPTION:T\nProgramme of 9 October 2017: provisional\n\nText\n\nSources:\n- Letter\, line 4"],
            [r"DESCRIPTION:T\n\nText\n\nIn other documents:\n- Web: day: x\n\nSources:\n- Letter\, line 5\n\nMine"],
            id="provenance, and somebody's own words behind it",
        ),
        pytest.param([r"DESCRIPTION:T\n\nText"], [r"DESCRIPTION:T\n\nText\n\nMine"], id="somebody's own words"),
        pytest.param(
            [r"DESCRIPTION:T\n\nText"],
            [r"DESCRIPTION:Mine\n\nT \n\n\nText", "X-AGENDA-TEXT:be047a60 9bb908f9"],
            id="somebody's own words before it",
        ),
        pytest.param(["COLOR:seagreen", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"], ["COLOR:red"], id="colour"),
        pytest.param(["SUMMARY:A"], ["SUMMARY:A", *THEIRS], id="reminder"),
        pytest.param(["SUMMARY:A", *OURS], ["SUMMARY:A", *THEIRS], id="reminder instead of ours"),
        pytest.param(
            ["SUMMARY:A", *alarm("ACTION:DISPLAY", "TRIGGER:-PT5M")],
            ["SUMMARY:A", *alarm("TRIGGER;VALUE=DURATION:-PT5M", "ACTION:display", "X-NO:x")],
            id="reminder in another form",
        ),
    ],
)
def test_same_content_in_another_form_is_the_same(now: list[str], then: list[str]) -> None:
    pair = Pair(entry(*now), entry(*then))
    assert (differences(pair), reminds_otherwise(pair)) == ((), False)


@pytest.mark.parametrize(
    ("now", "then", "word"),
    [
        pytest.param(["SUMMARY:A"], ["SUMMARY:a"], "title", id="text"),
        pytest.param(["SUMMARY:A"], [], "title", id="nothing"),
        pytest.param(["SUMMARY:A (TBC)", "STATUS:TENTATIVE"], ["SUMMARY:A (TBC)"], "status", id="status"),
        pytest.param([r"SUMMARY:a\nb"], ["SUMMARY:a b"], "title", id="line break"),
        pytest.param(["DTSTART;TZID=A/B:x"], ["DTSTART:x"], "start", id="zone that nobody knows"),
        pytest.param(["DTSTART:20260101T000000Z"], ["DTSTART:20260101T000001Z"], "start", id="second"),
        pytest.param(
            ["DTSTART;TZID=Europe/Vienna:20170904T101500", "RRULE:FREQ=DAILY;COUNT=2"],
            ["DTSTART:20170904T081500Z", "RRULE:FREQ=DAILY;COUNT=2"],
            "start",
            id="zone of what repeats",
        ),
        pytest.param(["GEO:48.2;16.4"], ["GEO:somewhere"], "place", id="place"),
        pytest.param(["GEO:48.20000;16.4"], ["GEO:48.20001;16.4"], "place", id="fifth decimal"),
        pytest.param(["GEO:48.2;16.4"], [], "place", id="no place"),
        pytest.param([], ["LOCATION:M2"], "place", id="no room any more"),
        pytest.param(["DESCRIPTION:A"], ["DESCRIPTION:B"], "text", id="description"),
        pytest.param(["CATEGORIES:panel"], ["CATEGORIES:plenary"], "categories", id="kind"),
        pytest.param(["CATEGORIES:a"], ["CATEGORIES:a,known"], "categories", id="category of the programme"),
        pytest.param(["CLASS:PRIVATE"], [], "privacy", id="privacy"),
        pytest.param(["URL:a:b"], ["URL:a:c"], "address", id="address"),
        pytest.param(["SUMMARY"], ["SUMMARY:A"], "title", id="no content line"),
    ],
)
def test_other_content_is_another(now: list[str], then: list[str], word: str) -> None:
    assert differences(Pair(entry(*now), entry(*then), frozenset({"known"}))) == (word,)


def test_day_is_another_time_than_its_midnight() -> None:
    pair = Pair(entry("DTSTART:20260101T000000Z"), entry("DTSTART;VALUE=DATE:20260101"))
    assert differences(pair) == ("start", "end")


@pytest.mark.parametrize(
    "then", [pytest.param((), id="none"), pytest.param(LATER, id="ours"), pytest.param((*LATER, *THEIRS), id="both")]
)
def test_reminder_that_is_asked_for_and_not_there_is_another(then: tuple[str, ...]) -> None:
    assert reminds_otherwise(Pair(entry("SUMMARY:A", *OURS), entry("SUMMARY:A", *then)))


@pytest.mark.parametrize(
    ("now", "then", "expected"),
    [
        pytest.param(
            ["SUMMARY:B"],
            ["SUMMARY:A", "X-APP:1", "COMMENT:c", *THEIRS, "BEGIN:X-IN", "X:1", "END:X-IN"],
            ["SUMMARY:B", "X-APP:1", "COMMENT:c", *THEIRS, "BEGIN:X-IN", "X:1", "END:X-IN"],
            id="whatever it is",
        ),
        pytest.param(
            ["SUMMARY:B", "URL:a:b", "COLOR:seagreen"],
            ["SUMMARY:A", "URL:c:d", "CLASS:PRIVATE", "COLOR:red", "GEO:1;2", "CREATED:x"],
            ["SUMMARY:B", "URL:a:b", "COLOR:red", "CLASS:PRIVATE", "GEO:1;2", "CREATED:x"],
            id="what an entry has once",
        ),
        pytest.param(
            ["COLOR:seagreen", "CATEGORIES:b"],
            ["COLOR:steelblue", "CATEGORIES:known,panel,Mine,Important"],
            ["COLOR:seagreen", "CATEGORIES:b", "CATEGORIES:Important,Mine"],
            id="categories and colours of ours go",
        ),
        pytest.param(
            ["LOCATION:B", "DESCRIPTION:B", "DTSTART:20170904T080000Z"],
            ["GEO:1;2", "X-APPLE-STRUCTURED-LOCATION:geo:1,2", "X-ALT-DESC:<b>", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"],
            ["LOCATION:B", "DESCRIPTION:B", "DTSTART:20170904T080000Z"],
            id="what is made of a fact goes with it",
        ),
        pytest.param(
            [r"DESCRIPTION:New\n\nSources:\n- A"],
            [r"DESCRIPTION:Old\n\nSources:\n- A\n\nBring cake\, please.\n\nAnd tea."],
            [r"DESCRIPTION:New\n\nSources:\n- A\n\nBring cake\, please.\n\nAnd tea."],
            id="words behind the text",
        ),
        pytest.param(
            ["DESCRIPTION:New", "X-AGENDA-TEXT:53ae02a5"],
            [r"DESCRIPTION:Before it\n\nOld\n\nBring cake\, please.", "X-AGENDA-TEXT:07109205"],
            [r"DESCRIPTION:New\n\nBefore it\n\nBring cake\, please.", "X-AGENDA-TEXT:53ae02a5"],
            id="words around a text of which each paragraph is marked",
        ),
        pytest.param(
            [r"DESCRIPTION:T\n\nText", "X-AGENDA-TEXT:be047a60 9bb908f9"],
            [r"DESCRIPTION:T\n\nText\n\nBring cake\, please."],
            [r"DESCRIPTION:T\n\nText\n\nBring cake\, please.", "X-AGENDA-TEXT:be047a60 9bb908f9"],
            id="words behind a text that is the same still",
        ),
        pytest.param(["SUMMARY:A", *OURS], ["SUMMARY:A", *LATER, *THEIRS], ["SUMMARY:A", *OURS, *THEIRS], id="ours"),
        pytest.param(["SUMMARY:A", *OURS], ["SUMMARY:A", *THEIRS], ["SUMMARY:A", *THEIRS], id="only theirs"),
        pytest.param(["SUMMARY:A"], ["SUMMARY:A", *OURS], ["SUMMARY:A", *OURS], id="none is asked for"),
        pytest.param(["STATUS:CANCELLED"], ["SUMMARY:A", *THEIRS], ["STATUS:CANCELLED"], id="of what is off"),
    ],
)
def test_additions_stay(now: list[str], then: list[str], expected: list[str]) -> None:
    pair = Pair(entry(*now), entry(*then), frozenset({"known"}))
    found = entry_of(with_additions(pair, differences(pair)))
    assert found == entry(*expected)


def test_additions_stay_as_they_are_folded() -> None:
    folded = b"BEGIN:VEVENT\r\nSUMMARY:A\r\nX-LONG:\r\n  one\r\n two\r\nEND:VEVENT\r\n"
    pair = Pair(entry("SUMMARY:B"), Entry.of(folded))
    assert entry_of(with_additions(pair, ("title",))).data == folded.replace(b"SUMMARY:A", b"SUMMARY:B")
