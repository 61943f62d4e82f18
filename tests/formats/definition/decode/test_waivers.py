import pytest

from agendacli.analysis.conflicts.lost_waivers import lost_sessions
from agendacli.model.span import Span
from agendacli.model.waiver import Waiver

SESSIONS = {"fair": ["one", "two"], "fair@2026-01-02": ["one"]}
DELETE = "correct the id, or delete this waiver"


def waiver(*names: str, line: int | None = 7) -> Waiver:
    first, second = names
    return Waiver(((first, ""), (second, "")), "agreed", span=(line and Span("waivers.yaml", line, 3)) or None)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("fair/one", "fair/two/20260310T090000Z"), []),
        (("fair/onne", "fair/two"), ["`fair` has no session `onne` any more; did you mean `one`?"]),
        (("fair/one", "fair/three"), [f"`fair` has no session `three` any more; {DELETE}"]),
        (("fair@2026-01-02/two", "fair/two"), [f"`fair@2026-01-02` has no session `two` any more; {DELETE}"]),
        (("fair/one", "market/one"), []),
    ],
)
def test_waiver_of_a_session_that_its_event_has_not_is_told(names: tuple[str, str], told: list[str]) -> None:
    found = lost_sessions([waiver(*names)], SESSIONS)
    assert [str(each) for each in found] == [f"waivers.yaml:7:3: warning[lost-waiver]: {each}" for each in told]


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("market", []),
        ("market@2026-01-02", []),
        ("spring-school", []),
        ("bazaar", [f"there is no event `bazaar` here; {DELETE}"]),
    ],
)
def test_waiver_of_an_event_without_a_file_is_told(event: str, told: list[str]) -> None:
    found = lost_sessions([waiver("fair/one", f"{event}/a")], SESSIONS, ["market", "spring-school"])
    assert [each.message for each in found] == told


def test_waiver_that_stands_in_no_file_is_not_told() -> None:
    assert lost_sessions([waiver("fair/x", "fair/y", line=None)], SESSIONS) == ()
