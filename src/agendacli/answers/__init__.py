"""Answers that are kept from run to run, and given again while nothing that they are made of has changed.

Whatever a run does may say here what its answer depends on, whether or not somebody records it.
"""

TYPE_CHECKING = False  # `typing` is not there yet
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from os import stat_result
    from typing import Any

    from agendacli.answers.notes import Glance, Notes

recording: "Notes | None" = None
"""What is noted of this run; None while nobody records it."""


def spoil() -> None:
    """Keeps no answer of this run."""
    if recording:
        recording.is_spoilt = True


def watched(glance: "Callable[[], Glance]") -> "Any":  # noqa: ANN401 (what is given is made by the caller)
    """What the clock is seen through while a run is recorded, else None."""
    if recording is None:
        return None
    recording.glances.append(glance())
    return recording.glances[-1]


def depends_on(modules: "Mapping[str, stat_result]") -> None:
    """Takes modules as found for inputs, used or not: what was compiled of a file is valid for all of them."""
    if recording:
        recording.modules.update(modules)


def unheard() -> "AbstractContextManager[None]":
    """While this holds, nothing is done that an answer depends on: compiled files say what their files say."""
    from contextlib import nullcontext

    return recording.deaf() if recording else nullcontext()
