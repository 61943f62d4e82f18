import pytest

from agendacli.formats.ics.read.unread import unread

EVENTS = (
    "BEGIN:VEVENT\nUID:a\n b\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\n"
    "BEGIN:VEVENT\nUID;X=1:c\\,d\nATTACH:x\nEND:VEVENT\nBEGIN:VEVENT\nIMAGE:x\nEND:VEVENT\n"
)


@pytest.mark.parametrize(("uid", "expected"), [("ab", ("1 reminder",)), ("c,d", ("1 attachment",)), ("e", ())])
def test_what_is_lost_of_some_items_is_counted_alone(uid: str, expected: tuple[str, ...]) -> None:
    assert unread(EVENTS, {uid}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("BEGIN:VALARM\nEND:VALARM\nBEGIN:VALARM", ("2 reminders",), id="alarms"),
        pytest.param("ATTACH;FMTTYPE=a/b:https://x.org\nATTACH:b", ("2 attachments",), id="attachments"),
        pytest.param("IMAGE;VALUE=URI:https://x.org", ("1 picture",), id="picture"),
        pytest.param("PRIORITY:1\nPRIORITY:0", ("1 priority",), id="a priority that is one"),
        pytest.param(
            "CONTACT:Jo\nRESOURCES:Beamer\nRELATED-TO;RELTYPE=SIBLING:x",
            ("1 contact", "1 list of resources", "1 relation"),
            id="others",
        ),
        pytest.param(
            "ATTENDEE;CN=Jo:mailto:jo@x.org\nATTENDEE;CN=Al\n ;ROLE=CHAIR:MAILTO:al@x.org",
            ("2 addresses of people",),
            id="addresses",
        ),
        pytest.param("ATTENDEE;CN=Jo:urn:x\nSUMMARY:mailto:x", (), id="no address"),
        pytest.param("SUMMARY:x\nDESCRIPTION:\n ATTACH:x", (), id="all is kept"),
    ],
)
def test_what_no_session_has_a_place_for_is_counted(text: str, expected: tuple[str, ...]) -> None:
    assert unread(text) == expected
