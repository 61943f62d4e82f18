import pytest

from agendacli.words.links import RoomAndLinks, is_joining, room_beside_links, without_joining, without_links


@pytest.mark.parametrize(
    "text",
    [
        "https://us02web.zoom.us/j/123?pwd=abc",
        "https://example.org/room?passcode=1",
        "teams.microsoft.com/l/meetup-join/x",
        "Meeting ID: 123 456 789",
        "Passcode: 4711",
        "Kenncode 99",
        "Dial-in +43 1 234567",
        "Dial in: +43 1 234567",
        "DialIn 1234567",
        "tel:+431234567",
        "SIPS:room@example.org",
        "zoom.com/j/1",
        "zoomgov.com/j/1",
        "teams.live.com/meet/1",
        "x.webex.com/x",
        "gotomeet.me/x",
        "gotomeeting.com/x",
        "whereby.com/x",
        "bluejeans.com/1",
        "meet.jit.si/x",
        "join.skype.com/x",
        "bigbluebutton.example.org",
        "https://example.org/bbb/x",
        "https://example.org/x&password=y",
        "https://example.org/x#token=y",
        "https://example.org/x?pass=y",
        "The PIN is 4711",
        "(pin) 4",
        "PWD 12",
        "meeting-id 12",
        "MeetingID 12",
        "Meeting number 12",
        "access code 12",
        "Conference ID 12",
        "Kennwort 1",
        "Zugangscode 1",
        "Einwahlnummer 1",
        "Mot de passe : 1",
        "Code d’accès 1",
        "Contraseña 1",
        "Código de acceso 1",
    ],
)
def test_what_lets_somebody_join_is_known(text: str) -> None:
    assert is_joining(text)


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/programme",
        "A passcode is not needed",
        "Room 12, PIN board",
        "Shipping in 3 steps",
        "pins 4",
        "A meeting of 12 friends in dialogue",
        "x=password",
    ],
)
def test_other_texts_let_nobody_join(text: str) -> None:
    assert not is_joining(text)


def test_text_keeps_the_lines_that_let_nobody_join() -> None:
    text = "Bring boots.\nJoin: https://x.zoom.us/j/1\nMeeting ID: 12 34\nSee you there."
    assert without_joining(text) == ("Bring boots.\nSee you there.", 2)


def test_text_of_which_nothing_is_left_is_none() -> None:
    assert without_joining("https://meet.google.com/abc") == (None, 1)


def test_room_is_left_without_the_address_beside_it() -> None:
    assert without_links("Hall 1, https://example.org/stream") == ("Hall 1", 1)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hall A/B", RoomAndLinks("Hall A/B")),
        ("Hall 1, https://example.org/j", RoomAndLinks("Hall 1", ("https://example.org/j",))),
        ("https://example.org/j Passcode: 123", RoomAndLinks(None, ("https://example.org/j",), "Passcode: 123")),
    ],
    ids=["a slash", "both", "a passcode"],
)
def test_room_and_links_are_told_apart(text: str, found: RoomAndLinks) -> None:
    assert room_beside_links(text) == found


def test_no_room_has_no_links() -> None:
    assert without_links(None) == (None, 0)
