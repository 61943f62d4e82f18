"""Values are what frozen dataclasses with slots are, only sooner."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from agendacli.model.frozen import frozen


@frozen
class Seat:
    """A seat."""

    name: str
    row: int = 1
    notes: tuple[str, ...] = field(default_factory=tuple)
    place: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Chair:
    """The same as a dataclass."""

    name: str
    row: int = 1
    notes: tuple[str, ...] = field(default_factory=tuple)
    place: str = field(default="", compare=False, repr=False)


@frozen
class Nothing:
    """A value without a field."""


@frozen
class Named:
    """A value that is found by its name."""

    name: str
    row: int

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"<{self.name}>"


@frozen
class Doubled:
    """A value that makes itself."""

    row: int

    def __init__(self, half: int) -> None:
        object.__setattr__(self, "row", 2 * half)


@frozen
class Wide(Named):
    """A value with one field more."""

    width: int = 2


SEAT = Seat("Ann", 2, ("tbc",), "left")


@pytest.mark.parametrize("made", [Seat, Chair])
def test_a_value_takes_arguments_as_a_dataclass_does(made: type[Seat]) -> None:
    seat = made("Ann", notes=("tbc",))
    assert [getattr(seat, each.name) for each in fields(made)] == ["Ann", 1, ("tbc",), ""]
    assert repr(seat) == f"{made.__name__}(name='Ann', row=1, notes=('tbc',))"
    assert not hasattr(seat, "__dict__")


@pytest.mark.parametrize("made", [Seat, Chair])
@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((), {}),
        ((), {"nothing": "Ann"}),
        (("Ann", 1, (), "", 5), {}),
        (("Ann",), {"name": "Ann"}),
        (("Ann",), {"nothing": 1}),
    ],
)
def test_a_value_refuses_wrong_arguments(made: type[Seat], arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        made(*arguments, **options)


def test_a_field_that_is_only_left_out_of_comparison_has_to_be_given() -> None:
    @frozen
    class Row:
        """A value with a field that does not count."""

        number: int = field(compare=False)

    with pytest.raises(TypeError, match="number"):
        Row()  # type: ignore[call-arg]


def test_the_first_values_are_made_as_the_many_that_follow() -> None:
    @frozen
    class Hall:
        """A value with all kinds of defaults."""

        name: str
        rows: int = 10
        seats: list[int] = field(default_factory=list)
        place: str = field(default="left", compare=False)

    def shown(hall: Hall) -> list[object]:
        return [hall.name, hall.rows, hall.seats, hall.place]

    made = [(Hall("A"), Hall(rows=2, name="B", seats=[1]), Hall("C", 3, [2], "right")) for _ in range(50)]
    expected = [["A", 10, [], "left"], ["B", 2, [1], "left"], ["C", 3, [2], "right"]]
    assert [[shown(each) for each in halls] for halls in made] == [expected] * 50


def test_a_refused_value_leaves_those_that_follow_as_they_are() -> None:
    @frozen
    class Row:
        """A value with a default."""

        number: int
        seats: int = 20

    with pytest.raises(TypeError, match="rows"):
        Row(rows=1)  # type: ignore[call-arg]
    assert [getattr(Row(3), each.name) for each in fields(Row)] == [3, 20]


def test_a_pattern_takes_a_value_apart() -> None:
    match SEAT:
        case Seat(name, row):
            assert (name, row) == ("Ann", 2)


def test_equal_values_have_the_same_fields_of_one_class() -> None:
    others = [Seat("Ann", 1, ("tbc",)), Seat("Bob", 2, ("tbc",)), Chair("Ann", 2, ("tbc",)), ("Ann", 2, ("tbc",))]
    assert Seat("Ann", 2, ("tbc",), "right") == SEAT
    assert [each for each in others if each == SEAT] == []


def test_equal_values_count_once() -> None:
    assert {SEAT, Seat("Ann", 2, ("tbc",), "right"), Seat("Ann")} == {SEAT, Seat("Ann")}
    assert {Nothing(), Nothing()} == {Nothing()}


def test_a_value_stays_what_it_is() -> None:
    seat: Any = SEAT
    with pytest.raises(FrozenInstanceError, match="`name` of a value stays what it is"):
        seat.name = "Bob"
    with pytest.raises(FrozenInstanceError, match="`row`"):
        del seat.row


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda seat: pickle.loads(pickle.dumps(seat))])  # noqa: S301
def test_a_copy_has_every_field(again: Callable[[Seat], Seat]) -> None:
    assert (again(SEAT), again(SEAT).place) == (SEAT, "left")


def test_replace_gives_another_value() -> None:
    assert replace(SEAT, row=3) == Seat("Ann", 3, ("tbc",))


def test_a_method_of_the_class_itself_stays() -> None:
    named = Named("Ann", 1)
    assert (hash(named), repr(named), named == Named("Ann", 1), named == Named("Ann", 2)) == (
        hash("Ann"),
        "<Ann>",
        True,
        False,
    )


def test_a_cached_property_is_found_once() -> None:
    @frozen
    class Hall:
        """A value with a property that is cached."""

        rows: int
        asked: list[int] = field(default_factory=list)

        @cached_property
        def seats(self) -> int:
            self.asked.append(self.rows)
            return 10 * self.rows

    hall = Hall(3)
    assert (hall.seats, hall.seats, hall.asked, replace(hall, rows=4).seats) == (30, 30, [3, 4], 40)


def test_a_value_may_make_itself() -> None:
    assert [Doubled(2).row, Doubled(half=3).row, Doubled(2) == Doubled(2)] == [4, 6, True]


def test_fields_are_there_before_the_first_value() -> None:
    assert [(each.name, each.default, each.compare, each.repr) for each in fields(Seat)] == [
        (each.name, each.default, each.compare, each.repr) for each in fields(Chair)
    ]
    assert [(each.name, each.type) for each in fields(Wide)] == [("name", str), ("row", int), ("width", int)]


def test_a_value_may_have_the_fields_of_another() -> None:
    assert [getattr(Wide("Ann", 1), each.name) for each in fields(Wide)] == ["Ann", 1, 2]
    assert Wide("Ann", 1, 3) != Wide("Ann", 1)


def test_a_factory_makes_a_default_for_each() -> None:
    @frozen
    class Listed:
        """A value whose default is new each time."""

        numbers: list[int] = field(default_factory=list)

    assert (Listed().numbers, Listed([5]).numbers) == ([], [5])
    assert Listed().numbers is not Listed().numbers
