"""Files among the ids of a line: `timetable programme.yaml` reads that file, like `-e programme.yaml`."""

from collections.abc import Sequence

from agendacli.cli.run.outcome import refuse
from agendacli.files.paths import is_address, is_there, named_path
from agendacli.formats.file_formats import CALENDAR_ENDING, READ_ENDINGS


def is_file(text: str) -> bool:
    """Whether an id is a file name: it ends like one, and exists or cannot be an address."""
    return is_address(text) or (text.lower().endswith(READ_ENDINGS) and ("/" not in text or is_there(named_path(text))))


def refuse_file_to_write(ids: Sequence[str]) -> None:
    """Refuses a calendar that is named after an event: people mean the file to write."""
    behind = [each for each in ids[1:] if each.lower().endswith(CALENDAR_ENDING) and is_file(each)]
    if behind and not is_file(ids[0]):
        refuse(f"`{behind[0]}` is not an event; to write into that file give `-o {behind[0]}`")
