"""The columns of `--columns`."""

from agendacli.cli.run.outcome import refuse
from agendacli.words.lists import listed

Pairs = tuple[tuple[str, str], ...]


def columns_given(text: str | None) -> Pairs:
    """The headings of a sheet and their meanings, from `Beginn=start,Raum=room`. An unknown meaning is refused."""
    return tuple(map(_pair, filter(str.strip, text.split(",")))) if text else ()


def _pair(text: str) -> tuple[str, str]:
    from agendacli.formats.sheet.headings import MEANINGS, meaning_of

    heading, equals, said = (each.strip() for each in text.rpartition("="))
    meaning = said if said in MEANINGS else meaning_of(said)
    if not equals or not heading:
        refuse(f"--columns: `{text.strip()}` names no column and its meaning; write them as `Beginn=start`")
    if meaning is None:
        known = ", ".join(f"`{each}`" for each in MEANINGS)
        refuse(f"--columns: no column means {listed([said])}; there are {known}")
    return heading, meaning
