"""An id that becomes another one: one's own schedule and the waivers beside the definition follow it."""

import re
from collections.abc import Mapping
from pathlib import Path

from agendacli.cli.run.origins import schedule_file
from agendacli.cli.run.outcome import tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.reading import read_if_there
from agendacli.files.writing import update
from agendacli.load.paths import WAIVERS


def follow_ids(ids: Mapping[str, str], folder: Path, surroundings: Surroundings, *, quiet: bool) -> None:
    """Put new addresses for old ones into one's own schedule and the waivers in that folder."""
    for path in (schedule_file(surroundings), folder / WAIVERS) if ids else ():
        count = _follow(ids, path)
        if count and not quiet:
            tell(f"{path} follows: {count} {'id' if count == 1 else 'ids'} changed")


def _follow(ids: Mapping[str, str], path: Path) -> int:
    """How many addresses of a file became others."""
    while (data := read_if_there(path)) is not None:
        text, count = renamed_in(data.decode("utf-8", "surrogateescape"), ids)
        if not count or update(path, data, text.encode("utf-8", "surrogateescape")):
            return count
    return 0


def renamed_in(text: str, ids: Mapping[str, str]) -> tuple[str, int]:
    """The text with each of the addresses as it is now, also where that of one of its times follows; and how many."""
    either = "|".join(map(re.escape, sorted(ids, key=len, reverse=True)))
    return re.subn(rf"(?<![\w./-])({either})(?![\w.-])", lambda found: ids[found[1]], text)
