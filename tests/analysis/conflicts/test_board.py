"""The board: what is in which order on it, and who sits where."""

from collections.abc import Callable
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.conflicts.board import Board, board_of
from agendacli.analysis.conflicts.places import Atlas
from agendacli.model.occurrence import Occurrence, order
from agendacli.model.people import Participant, Person
from agendacli.model.places import Gazetteer
from agendacli.model.when import Days, Timed, When

Build = Callable[..., Occurrence]
FIRST = datetime.fromisoformat("2026-03-10T00:00")
HOUR = timedelta(hours=1)
ANN, BEN = (Participant("speaker", name, Person(name.lower(), name)) for name in ("Ann", "Ben"))

times = st.builds(lambda start, hours: Timed(start, start + hours * HOUR, "UTC"), st.just(FIRST), st.integers(1, 3))
days = st.builds(
    lambda length, zone: Days(FIRST.date(), FIRST.date() + length * timedelta(days=1), zone),
    st.integers(1, 2),
    st.sampled_from((None, "UTC", "Europe/Vienna")),
)
addresses = st.tuples(st.sampled_from(("a", "a-b")), st.text("xy-", min_size=1, max_size=3)).map("/".join)


def on_a_board(occurrences: list[Occurrence]) -> Board:
    return board_of(occurrences, Atlas(Gazetteer()), include_transparent=False)


@given(st.dictionaries(addresses, times | days, max_size=12))
def test_the_order_of_telling_is_that_of_start_later_end_and_id(occurrence: Build, whens: dict[str, When]) -> None:
    occurrences = [occurrence(address, when) for address, when in whens.items()]

    board = on_a_board(occurrences)

    assert [board.occurrence(index) for index in board.in_order(range(len(board)))] == sorted(occurrences, key=order)


def test_everybody_sits_in_their_sessions_of_thousands_once_in_each(occurrence: Build) -> None:
    count = 2_500
    seats = {number: ((ANN, ANN), (ANN, BEN), ())[number % 3] for number in range(count)}
    whens = {number: Timed(FIRST + number * HOUR, FIRST + (number + 1) * HOUR, "UTC") for number in seats}
    occurrences = [occurrence(f"fair/s{number}", whens[number], people=seats[number]) for number in seats]

    board = on_a_board(occurrences[::-1])

    found = {person: [board.occurrence(index) for index in own] for person, own in board.by_person().items()}
    assert found == {
        "ann": [occurrences[number] for number in reversed(seats) if number % 3 < 2],
        "ben": [occurrences[number] for number in reversed(seats) if number % 3 == 1],
    }
