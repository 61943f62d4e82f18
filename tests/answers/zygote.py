"""A process that has imported the tool and answered nothing; for each question it becomes two that do.

One line of JSON a question: words, environment, working directory, the moment, whether answers are used, the streams.
"""

import io
import json
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from typing import Any

import icalendar  # noqa: F401, TID253 (imported once for all)
import rich.table  # noqa: F401, TID253
import typer  # noqa: F401
import yaml  # noqa: F401, TID253

from agendacli import __main__ as entry
from agendacli.answers import keeping, replaying
from agendacli.cli.run import surroundings

REPLAYED = b"replayed"


def questions() -> Iterator[dict[str, Any]]:
    for line in sys.stdin:
        yield json.loads(line)


def at(moment: float) -> None:
    """Sets the clock of this process."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.fromtimestamp(moment, tz or UTC)

    time.time = lambda: moment
    vars(surroundings)["datetime"] = Clock


def marked(marks: int) -> None:
    """Lets a given answer say so."""
    plain = replaying.give

    def give(kept: replaying.Kept) -> int | None:
        os.write(marks, REPLAYED)
        return plain(kept)

    replaying.give = give


def answer(asked: dict[str, Any]) -> None:
    os.chdir(asked["place"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    time.tzset()
    at(asked["moment"])
    keeping.SETTLED = asked["settled"]
    marked(os.open(asked["marks"], os.O_WRONLY))
    if not asked["kept"]:
        replaying.question_asked = lambda: None
    sys.argv = ["/bin/agenda", *asked["words"]]
    sys.orig_argv = [sys.executable, *sys.argv]
    for number, where in enumerate((asked["stdin"], asked["stdout"], asked["stderr"])):
        handle = os.open(where, os.O_RDWR if number else os.O_RDONLY)
        os.dup2(handle, number)
        os.close(handle)
    sys.stdin, sys.stdout, sys.stderr = (
        io.TextIOWrapper(open(number, "wb" if number else "rb", closefd=False), encoding="utf-8")  # noqa: SIM115
        for number in range(3)
    )
    entry.main()


def run(asked: dict[str, Any]) -> None:
    code = 70
    try:
        answer(asked)
    except SystemExit as ended:
        code = int(ended.code or 0)
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            code = 120
        os._exit(code)


for each in questions():
    child = os.fork()
    if not child:
        run(each)
    _, status = os.waitpid(child, 0)
    sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
    sys.stdout.flush()
