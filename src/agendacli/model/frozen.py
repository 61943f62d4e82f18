"""Values: frozen classes with slots, made in a third of the time that `dataclass(frozen=True, slots=True)` takes.

`dataclass` compiles six methods for each class, one by one, and a quick run makes some sixty classes: that was a third
of its time. Here those that have to be quick are compiled at once, and the others are shared.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as `dataclass(frozen=True, slots=True)` makes it; `fields`, `replace`, `copy` and patterns take it too.

    A field may have a default or a factory, and be left out of comparison or of the printed form. Equality and hash are
    those of the fields; assigning to one raises FrozenInstanceError. A method that the class itself has stays. Where an
    order is wanted, a dataclass does it.
    """
    own = {name for name, each in vars(cls).items() if each is not None}
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name, method in _methods(made).items():
        if name not in own:
            setattr(made, name, method)
    given: type[T] = made
    return given


def _methods(made: type[Any]) -> dict[str, Callable[..., Any]]:
    found = fields(made)
    shown, all_names = [each.name for each in found if each.repr], [each.name for each in found]
    shared = {"__repr__": _printer(shown), "__reduce__": _reducer(all_names)}
    return _compiled(made, found) | shared | {"__setattr__": _refuse, "__delattr__": _refuse}


def _compiled(made: type, found: Sequence[Field[Any]]) -> dict[str, Callable[..., Any]]:
    """`__init__`, which puts each argument into its slot, `__eq__` and `__hash__`."""
    known: dict[str, Any] = {"missing": MISSING}
    for each in found:
        known[f"put_{each.name}"] = getattr(made, each.name).__set__
        known[f"make_{each.name}"], known[f"usual_{each.name}"] = each.default_factory, each.default
    methods: dict[str, Any] = {}
    exec("\n".join(_lines(found)), known, methods)  # noqa: S102 (as dataclass does)
    methods["__init__"].__annotations__ = {each.name: each.type for each in found} | {"return": None}
    return methods


def _lines(found: Sequence[Field[Any]]) -> Iterator[str]:
    yield f"def __init__({', '.join(['self', *map(_parameter, found)])}):"
    yield from (f" put_{each.name}(self, {_given(each)})" for each in found)
    yield " return"
    yield "def __eq__(self, other):"
    yield " if other.__class__ is not self.__class__: return NotImplemented"
    yield f" return {_key('self', found)} == {_key('other', found)}"
    yield "def __hash__(self):"
    yield f" return hash({_key('self', found)})"


def _parameter(each: Field[Any]) -> str:
    if each.default_factory is not MISSING:
        return f"{each.name}=missing"
    return each.name if each.default is MISSING else f"{each.name}=usual_{each.name}"


def _given(each: Field[Any]) -> str:
    name = each.name
    return name if each.default_factory is MISSING else f"make_{name}() if {name} is missing else {name}"


def _key(of: str, found: Sequence[Field[Any]]) -> str:
    """The tuple of what is compared."""
    return f"({''.join(f'{of}.{each.name}, ' for each in found if each.compare)})"


def _printer(names: Sequence[str]) -> Callable[[object], str]:
    def printed(self: object) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{each}={getattr(self, each)!r}' for each in names)})"

    return printed


def _reducer(names: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    def reduced(self: object) -> tuple[object, ...]:
        return type(self), tuple(getattr(self, each) for each in names)

    return reduced


def _refuse(_: object, name: str, *__: object) -> NoReturn:
    message = f"`{name}` of a value stays what it is"
    raise FrozenInstanceError(message)
