"""Values are what frozen dataclasses with slots are, only sooner."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
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
@pytest.mark.parametrize(("arguments", "options"), [((), {}), (("Ann", 1, (), "", 5), {}), (("Ann",), {"nothing": 1})])
def test_a_value_refuses_wrong_arguments(made: type[Seat], arguments: tuple[Any, ...], options: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="__init__"):
        made(*arguments, **options)


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
