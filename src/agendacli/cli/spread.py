"""Groups of options that commands share: a parameter annotated with a dataclass becomes one option for each field."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, cast

from agendacli.cli.outcome import guarded


def spread(function: Callable[..., None]) -> Callable[..., None]:
    """The function as Typer has to see it: every parameter that is a dataclass replaced by that dataclass's fields."""
    signature = inspect.signature(function)
    groups = _groups(signature)

    def command(**values: object) -> None:
        made = {
            name: group(**{each.name: values.pop(each.name) for each in fields(group)})
            for name, group in groups.items()
        }
        guarded(function, **values, **made)

    own = [
        each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for each in signature.parameters.values()
        if each.name not in groups
    ]
    shared = [_parameter(each) for group in groups.values() for each in fields(group)]
    command.__name__, command.__doc__, command.__module__ = function.__name__, function.__doc__, function.__module__
    command.__annotations__ = {each.name: each.annotation for each in (*own, *shared)}
    cast("Any", command).__signature__ = inspect.Signature([*own, *shared])
    return command


def _groups(signature: inspect.Signature) -> dict[str, type[Any]]:
    annotated = {name: each.annotation for name, each in signature.parameters.items()}
    return {name: found for name, found in annotated.items() if isinstance(found, type) and is_dataclass(found)}


def _parameter(field: Field[Any]) -> inspect.Parameter:
    default = inspect.Parameter.empty if field.default is MISSING else field.default
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=field.type)
