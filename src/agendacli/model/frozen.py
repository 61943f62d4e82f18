"""Frozen classes with slots, created in a fiftieth of the time of `dataclass(frozen=True, slots=True)`.

`dataclass` compiles six methods for each class, one by one, and a quick run creates some eighty classes: a third of its
time. Here only `__init__` is compiled, and only where there are many values: compiling it takes as long as making
thirty without. What `fields` and `replace` look at is made when they do.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cached_property
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")

_FIELDS = "__dataclass_fields__"
_MANY = 30


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """The class as `dataclass(frozen=True, slots=True)` would make it; `fields`, `replace`, `copy` and patterns work.

    Every annotation is a field, which may have a default or a factory, and be excluded from comparison or `repr`. A
    class with cached properties has a `__dict__` for them.
    Equality and hash use the fields; assignment raises FrozenInstanceError. Methods that the class defines itself are
    kept. For an order, use a dataclass.
    """
    its = {name: each for name, each in vars(cls).items() if name not in ("__dict__", "__weakref__")}
    own = cls.__annotations__
    found = _Fields(own, {name: its.pop(name) for name in own if name in its})
    for base in cls.__mro__[1:]:
        found.inherit(vars(base).get(_FIELDS))
    methods = {
        "__repr__": _printed,
        "__reduce__": _reduced,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        **_comparison(found),
    }
    has_cached = any(isinstance(each, cached_property) for each in its.values())
    slots = (*own, "__dict__") if has_cached else tuple(own)
    shape = {"__slots__": slots, "__match_args__": tuple(found.types), "__qualname__": cls.__qualname__}
    create: Any = type(cls)
    made = create(cls.__name__, cls.__bases__, methods | its | shape | {_FIELDS: found})
    if "__init__" not in its:
        made.__init__ = _initializer(made, found)
    given: type[T] = made
    return given


class _Fields:
    """The types and defaults of the fields of a class, in their order; for `dataclasses`, what it makes of them."""

    def __init__(self, types: Mapping[str, Any], defaults: Mapping[str, Any]) -> None:
        self.types, self.defaults = dict(types), dict(defaults)
        self._made: dict[str, Field[Any]] = {}

    def inherit(self, others: "_Fields | None") -> None:
        """Takes the fields of a base, which come first."""
        if others:
            self.types, self.defaults = others.types | self.types, others.defaults | self.defaults

    def __get__(self, _: object, owner: type) -> dict[str, Field[Any]]:
        if not self._made:
            space = {"__doc__": owner.__doc__, "__annotations__": self.types, **self.defaults}
            twin: Any = dataclass(init=False, repr=False, eq=False)(type(owner.__name__, (), space))
            self._made = {each.name: each for each in fields(twin)}
        return self._made


def _initializer(made: Any, found: _Fields) -> Callable[..., None]:  # noqa: ANN401
    """`__init__`, which is made when the first value is."""

    def __init__(self: object, *given: Any, **named: Any) -> None:  # noqa: N807
        initialize = _plain(made, found)
        made.__init__ = initialize
        initialize(self, *given, **named)

    return __init__


def _plain(made: Any, found: _Fields) -> Callable[..., None]:  # noqa: ANN401
    """`__init__` for the first values; many of them, or wrong arguments, have it compiled."""
    places = {name: getattr(made, name).__set__ for name in found.types}
    makes = {name: make for name, each in found.defaults.items() if (make := _factory(each)) is not MISSING}
    usual = {name: default for name, each in found.defaults.items() if (default := _default(each)) is not MISSING}
    numbers = iter(range(_MANY))

    def __init__(self: object, *given: Any, **named: Any) -> None:  # noqa: N807
        own = dict(zip(places, given, strict=False), **named)
        values = usual | own
        for name, make in makes.items():
            if name not in own:
                values[name] = make()
        is_plain = len(own) == len(given) + len(named) and values.keys() == places.keys()
        if next(numbers, None) is None or not is_plain:
            made.__init__ = initialize = _compiled(made, found)
            initialize(self, *given, **named)
            return
        for name, value in values.items():
            places[name](self, value)

    return __init__


def _default(usual: Any) -> Any:  # noqa: ANN401
    return usual.default if isinstance(usual, Field) else usual


def _factory(usual: Any) -> Any:  # noqa: ANN401
    return usual.default_factory if isinstance(usual, Field) else MISSING


def _compiled(made: type, found: _Fields) -> Callable[..., None]:
    """`__init__`, which assigns each argument to its slot."""
    known: dict[str, Any] = {"missing": MISSING}
    parameters, body = ["self"], [" pass"]
    for name in found.types:
        usual = found.defaults.get(name, MISSING)
        default, make = _default(usual), _factory(usual)
        known |= {f"put_{name}": getattr(made, name).__set__, f"usual_{name}": default, f"make_{name}": make}
        is_made = make is not MISSING
        parameters.append(f"{name}=missing" if is_made else name if default is MISSING else f"{name}=usual_{name}")
        body.append(f" put_{name}(self, {f'make_{name}() if {name} is missing else {name}' if is_made else name})")
    methods: dict[str, Any] = {}
    exec("\n".join((f"def __init__({', '.join(parameters)}):", *body)), known, methods)  # noqa: S102 (as dataclass does)
    initializer: Callable[..., None] = methods["__init__"]
    initializer.__annotations__ = found.types | {"return": None}
    return initializer


def _comparison(found: _Fields) -> dict[str, Callable[..., Any]]:
    """`__eq__` and `__hash__` over the values of the fields that count."""
    usual = found.defaults
    names = [each for each in found.types if not isinstance(own := usual.get(each), Field) or own.compare]
    values: Callable[[object], object] = attrgetter(*names) if names else lambda _: ()

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return {"__eq__": equal, "__hash__": lambda self: hash(values(self))}


def _printed(self: Any) -> str:  # noqa: ANN401
    shown = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _reduced(self: Any) -> tuple[object, ...]:  # noqa: ANN401
    return type(self), tuple(getattr(self, each.name) for each in fields(self))


def _refuse(_: object, name: str, *__: object) -> NoReturn:
    message = f"`{name}` of a value stays what it is"
    raise FrozenInstanceError(message)
