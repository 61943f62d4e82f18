"""How much is done, counted: speed is never a matter of seconds, which say more of the machine's other work."""

import sys
from collections.abc import Callable
from functools import partial


def steps(call: Callable[[], object]) -> int:
    """How many functions a call calls, those of Python's own among them; what a pattern looks at is not counted."""
    count = 0

    def note(_frame: object, event: str, _value: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        call()
    finally:
        sys.setprofile(before)
    return count


def grows_evenly(call: Callable[[int], object], size: int) -> bool:
    """Whether what is twice as large takes about twice the steps; where each is compared with all, it is four times."""
    call(1)  # imports and compiles what is imported and compiled once
    few, some, many = (steps(partial(call, each)) for each in (size, 2 * size, 4 * size))
    return many - some <= 2.5 * (some - few)
