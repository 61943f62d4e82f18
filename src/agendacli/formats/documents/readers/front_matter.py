"""What the front matter of a Markdown file says: its title, and when that takes place of which it speaks."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.page import Line
from agendacli.model.frozen import frozen

_KEY = re.compile(r"(?P<key>[A-Za-z_-]+)\s*:\s*(?P<quote>[\"']?)(?P<value>.*?)(?P=quote)\s*")
_WHEN = re.compile(  # `date` is when the page was written, as a rule
    r"(?:event|conference|workshop|meeting)[_-]?(?:date|day|start)s?|(?:start|begin)s?(?:[_-]?(?:date|day|time))?|"
    r"dates|when|wann|termin|datum|fecha|cuando|quand|jour",
    re.IGNORECASE,
)
_BESIDE_TITLE = re.compile(
    r"subtitle|description|summary|excerpt|tagline|untertitel|sous-?titre|subtitulo", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:event[_-]?)?(?:end|finish)(?:es|s)?(?:[_-]?(?:date|day|time))?", re.IGNORECASE)


@frozen
class FrontMatter:
    """So many lines at the top of a file, the title in them, and a line that says when something takes place."""

    length: int = 0
    title: str = ""
    about: tuple[Line, ...] = ()


def front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter at the top of lines; without any lines where there is none."""
    if not lines or lines[0].strip() != "---":
        return FrontMatter()
    length = next((n + 1 for n, each in enumerate(lines) if n and each.strip() == "---"), 0)
    said = [(n, found) for n, each in enumerate(lines[:length], 1) if (found := _KEY.fullmatch(each))]
    title = next((found["value"] for _, found in said if found["key"] == "title"), "")
    return FrontMatter(length, title, tuple(_when(said)))


def _when(said: Sequence[tuple[int, re.Match[str]]]) -> Iterator[Line]:
    yield from (Line(found["value"], n) for n, found in said if _BESIDE_TITLE.fullmatch(found["key"]))
    first = next(((n, found["value"]) for n, found in said if _WHEN.fullmatch(found["key"])), None)
    last = next((found["value"] for _, found in said if _UNTIL.fullmatch(found["key"])), "")
    if first:
        number, start = first
        yield Line(f"when: {start} to {last}" if last not in {"", start} else f"when: {start}", number)
