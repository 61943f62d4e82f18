"""Files among the ids of a line: `timetable programme.yaml` reads that file, as `-e programme.yaml` does."""

from collections.abc import Sequence

from agendacli.cli.run.outcome import refuse
from agendacli.files.paths import is_there, named_path
from agendacli.formats.file_formats import CALENDAR_ENDING, READ_ENDINGS


def is_file(text: str) -> bool:
    """Whether an id is the name of a file: it ends as one does, and is there or could be no address."""
    return text.lower().endswith(READ_ENDINGS) and ("/" not in text or is_there(named_path(text)))


def refuse_file_to_write(ids: Sequence[str]) -> None:
    """End the run where a calendar is named behind an event: people mean the file to write into."""
    behind = [each for each in ids[1:] if each.lower().endswith(CALENDAR_ENDING) and is_file(each)]
    if behind and not is_file(ids[0]):
        refuse(f"`{behind[0]}` is no event; to write into that file give `-o {behind[0]}`")
