"""Frozen classes with slots, created in a third of the time of `dataclass(frozen=True, slots=True)`.

`dataclass` compiles six methods for each class, one by one, and a quick run creates some sixty classes: a third of its
time. Here only `__init__`, which has to be fast, is compiled; the other methods are closures.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as `dataclass(frozen=True, slots=True)` would make it; `fields`, `replace`, `copy` and patterns work.

    A field may have a default or a factory, and be excluded from comparison or `repr`. Equality and hash use the
    fields; assignment raises FrozenInstanceError. Methods that the class defines itself are kept. For an order, use a
    dataclass.
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
    shown, compared = ([each.name for each in found if getattr(each, what)] for what in ("repr", "compare"))
    return {
        "__init__": _initializer(made, found),
        "__repr__": _printer(shown),
        "__reduce__": _reducer([each.name for each in found]),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        **_comparison(compared),
    }


def _initializer(made: type, found: Sequence[Field[Any]]) -> Callable[..., None]:
    """`__init__`, which assigns each argument to its slot."""
    known: dict[str, Any] = {"missing": MISSING}
    for each in found:
        known[f"put_{each.name}"] = getattr(made, each.name).__set__
        known[f"make_{each.name}"], known[f"usual_{each.name}"] = each.default_factory, each.default
    head = f"def __init__({', '.join(['self', *map(_parameter, found)])}):"
    body = (f" put_{each.name}(self, {_given(each)})" for each in found)
    methods: dict[str, Any] = {}
    exec("\n".join((head, " pass", *body)), known, methods)  # noqa: S102 (as dataclass does)
    initializer: Callable[..., None] = methods["__init__"]
    initializer.__annotations__ = {each.name: each.type for each in found} | {"return": None}
    return initializer


def _comparison(names: Sequence[str]) -> dict[str, Callable[..., Any]]:
    """`__eq__` and `__hash__` over the values of these fields."""
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(values(self))}


def _parameter(each: Field[Any]) -> str:
    if each.default_factory is not MISSING:
        return f"{each.name}=missing"
    return each.name if each.default is MISSING else f"{each.name}=usual_{each.name}"


def _given(each: Field[Any]) -> str:
    name = each.name
    return name if each.default_factory is MISSING else f"make_{name}() if {name} is missing else {name}"


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
