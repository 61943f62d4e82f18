"""Groups of options that commands share: a parameter annotated with a NamedTuple becomes one option for each field.

The groups are NamedTuples because those are created in a tenth of the time of a dataclass, in every run.
"""

import inspect
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import getitem
from typing import Annotated, Any, Literal, cast, get_args

from agendacli.cli.run.outcome import guarded, refuse_nameless

_OF_FILES = {"FILE", "FOLDER", "PATH"}
_KIND = inspect.Parameter.KEYWORD_ONLY
_NO_OPTIONS = {"-", "--"}


class Only:
    """The members of an enumeration that an option accepts: in its annotation, or in that of its group at a command.

    `help` is the help of the option at that command, where the usual one is wrong there.
    """

    def __init__(self, members: tuple[str, ...], help: str = "") -> None:  # noqa: A002 (as Typer calls it)
        self.members, self.help = members, help


class Without:
    """The options of its group that a command does not have: they keep their defaults."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names


class _Group:
    """A group as a command has it: perhaps with other choices for one option, or without some options."""

    def __init__(self, made: type[Any], only: Only | None, without: tuple[str, ...]) -> None:
        self.made, self.only, self.without = made, only, without

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are options of the command."""
        return tuple(each for each in self.made._fields if each not in self.without)

    def parameters(self) -> Iterator[inspect.Parameter]:
        """One parameter for each field."""
        annotations = inspect.get_annotations(self.made)
        for name in self.names:
            default = self.made._field_defaults.get(name, inspect.Parameter.empty)
            yield inspect.Parameter(name, _KIND, default=default, annotation=annotations[name])

    def finished(self, parameter: inspect.Parameter) -> inspect.Parameter:
        """One of the parameters with the choices that the command has, and under the heading of the group."""
        narrowed = _narrowed(parameter.annotation, self.only)
        _entitle(narrowed, self.made.__name__)
        return parameter.replace(annotation=narrowed)


def _entitle(annotation: object, group: str) -> None:
    """Marks an option with its group, under which the help lists it."""
    for each in get_args(annotation):
        if hasattr(each, "rich_help_panel"):
            each.rich_help_panel = group


def spread(function: Callable[..., None], words: Sequence[str] | None = None) -> Callable[..., None]:
    """The function as Typer needs it: every parameter that is a NamedTuple replaced by the fields of that.

    `words` are what follows the command on the line. Options that are not among them keep their defaults, and are left
    out of it: making all of them takes a twentieth of a quick run.
    """
    signature = inspect.signature(function)
    groups = {name: group for name, each in signature.parameters.items() if (group := _group(each.annotation))}
    homes = {name: group for group in groups.values() for name in group.names}

    own = [each.replace(kind=_KIND) for each in signature.parameters.values() if each.name not in groups]
    every = [*own, *(each for group in groups.values() for each in group.parameters())]
    parameters = every if words is None else _needed(every, words)
    asked = {each.name for each in parameters}
    untyped = {each.name: each.default for each in every if each.name not in asked}
    files = {each.name: option for each in parameters if (option := _option_of_file(each.annotation))}

    def run(**typed: object) -> None:
        values = untyped | typed
        for name, option in files.items():
            refuse_nameless(option, values[name])
        if values.get("output") == "-":  # standard output, as `-` is standard input
            values["output"] = None
        if values.get("output"):
            from agendacli.cli.options.named_files import refuse_losing

            refuse_losing(values)
        made = {name: group.made(**{each: values.pop(each) for each in group.names}) for name, group in groups.items()}
        function(**values, **made)

    def command(**values: object) -> None:
        guarded(run, **values)

    command.__name__, command.__doc__, command.__module__ = function.__name__, function.__doc__, function.__module__
    cast("Any", command).__signature__ = inspect.Signature(
        [homes[each.name].finished(each) if each.name in homes else each for each in parameters]
    )
    return command


def _needed(parameters: Sequence[inspect.Parameter], words: Sequence[str]) -> list[inspect.Parameter]:
    """The arguments, and the options that are named on the line or have to be.

    If a word is not the name of an option, it asks for help, means several at once, or is wrong: then all are needed.
    """
    names = [{name for note in get_args(each.annotation)[1:] for name in _names_of(note)} for each in parameters]
    typed = {word.partition("=")[0] for word in words if word.startswith("-") and word not in _NO_OPTIONS}
    if not typed.issubset(chain.from_iterable(names)):
        return list(parameters)
    return [
        each
        for each, its in zip(parameters, names, strict=True)
        if not its or each.default is inspect.Parameter.empty or not its.isdisjoint(typed)
    ]


def _option_of_file(annotation: object) -> str | None:
    """The name of a parameter that takes a file or a folder, None for any other."""
    for each in get_args(annotation)[1:]:
        kind = (getattr(each, "metavar", None) or "").strip("[].")
        if kind in _OF_FILES:
            return next((name for name in _names_of(each) if name.startswith("--")), kind)
    return None


def _names_of(note: Any) -> Iterator[str]:  # noqa: ANN401
    """The names of an option in Typer's note about it; an argument has none."""
    # Typer takes the first name as the default: that is where the default used to be.
    for each in (*(getattr(note, "param_decls", None) or ()), getattr(note, "default", None)):
        if isinstance(each, str) and each.startswith("-"):
            yield from each.split("/")


def _group(annotation: object) -> _Group | None:
    made, *notes = get_args(annotation) or (annotation,)
    if not (isinstance(made, type) and issubclass(made, tuple) and hasattr(made, "_fields")):
        return None
    without = (name for each in notes if isinstance(each, Without) for name in each.names)
    return _Group(made, _only(notes), tuple(without))


def _narrowed(annotation: object, only: Only | None) -> object:
    """The annotation of an option restricted to those members."""
    notes = get_args(annotation)[1:]
    usual = _only(notes)
    if usual is None:
        return annotation
    choices = getitem(cast("Any", Literal), (only or usual).members)
    said = (_with_help(each, only.help) for each in notes) if only and only.help else notes
    return getitem(cast("Any", Annotated), (choices | None, *said))


def _with_help(note: object, text: str) -> object:
    """The same note; of an option, one with that help."""
    from copy import copy

    if not hasattr(note, "rich_help_panel"):
        return note
    found = copy(note)
    vars(found)["help"] = text
    return found


def _only(notes: Sequence[object]) -> Only | None:
    return next((each for each in notes if isinstance(each, Only)), None)
