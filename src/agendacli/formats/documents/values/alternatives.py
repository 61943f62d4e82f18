"""What runs in parallel in one slot: where each of its alternatives begins, and titles that say that there are some."""

import re
from collections.abc import Sequence
from itertools import pairwise

from agendacli.formats.documents.page import Line
from agendacli.formats.documents.tokens.letterwise import letterwise
from agendacli.words.placeholders import is_placeholder

_CHOICE = re.compile(
    r"\b(?:(?:in )?parall?[eè]l\w*|paralel\w*|pick (?:one|two)|choose|choice of|one of (?:these|the|\w+)|"
    r"au choix|simultan\w+|concurrent\w*|gleichzeitig\w*|zeitgleich\w*|zur (?:aus)?wahl|wahlweise|"
    r"side by side|a (?:elegir|escoger)|a eleccion|breakouts?|break-out \w+)\b"
)
_GATHERED = re.compile(
    r"paper sessions|^(?:workshops|ateliers|talleres|sessions|arbeitsgruppen|arbeitskreise|foren|mesas de trabajo|"
    r"breakouts?|(?:workshop|atelier|taller)\b(?! *[a-z\d]\b))"
)
_LABEL = re.compile(
    r"\W*(?P<word>workshops?|ateliers?|taller|ag|arbeitsgruppe|arbeitskreis|gruppe|group|groupe|grupo|forum|foro|track|"
    r"stream|breakout|option|opcion|kurs|cours|curso)\s*(?:n[ro]?[.°º] ?)?(?P<which>\d{1,2}|[a-h]|[ivx]{1,4})"
    r"\s*[.:)|–—-]+\s+\S|"
    r"\W*(?P<group>wg|ag|gt|tg|working group|task group|arbeitsgruppe|groupe de travail|grupo de trabajo) "
    r"(?P<number>\d{1,2}) \S"
)
_LETTER = re.compile(r"\W{0,2}(?P<word>)(?P<which>\d{1,2}|[a-h]|[ivx]{1,4})\s*[.:)–-]+\s+\S")
_BY_LETTER = re.compile(r"\W{0,2}(?P<word>)(?P<which>[a-h]|[ivx]{1,4})\)\s+\S")  # no initials
_INSIDE = re.compile(r"(?:^|\W)(?:a|1)[.:)] .{4,}\W(?:b|2)[.:)] .{4,}")
_SIGNS = re.compile(r"[\[\]():]|\s[–—-]\s")
_LEAST = 2


def says_choice(title: str) -> bool:
    """Whether a title says that several run at the same time: `Workshops (parallel)`, `Ateliers au choix`."""
    return _CHOICE.search(letterwise(title)) is not None


def gathers(title: str) -> bool:
    """Whether a title is no more than the head of several: `Workshops`, `Arbeitsgruppen`."""
    return says_choice(title) or _GATHERED.search(letterwise(title)) is not None


def alternatives(lines: Sequence[Line]) -> list[int]:
    """Which lines of a slot begin an alternative, where there are several.

    They are labelled by a word for one, as in `Workshop A: …`; below a title that says that they run in parallel, by
    a letter or a number, or they are bullets.
    """
    heads = _labelled(lines, _LABEL)
    if not heads and lines and says_choice(lines[0].text):
        bullets = [n for n, line in enumerate(lines) if n and line.is_bullet]
        heads = _labelled(lines, _LETTER) or (bullets if len(bullets) >= _LEAST else [])
    return [] if any(_is_awaited(lines[n].text) for n in heads) else heads


def may_hold_several(title: str, below: Sequence[Line]) -> bool:
    """Whether a title that was not parted may be that of several: it says so, or letters stand before them."""
    return says_choice(title) or _INSIDE.search(letterwise(title)) is not None or bool(_labelled(below, _BY_LETTER))


def _is_awaited(text: str) -> bool:
    """Whether what an alternative is, is not known yet: `Room A: to be announced`."""
    parts = [each.split() for each in _SIGNS.split(text)]
    return any(is_placeholder(" ".join(words)) or is_placeholder(" ".join(words[-2:])) for words in parts if words)


def _labelled(lines: Sequence[Line], label: re.Pattern[str]) -> list[int]:
    """The lines that begin with labels of one kind, each another one."""
    found = [(n, match) for n, line in enumerate(lines) if (match := label.match(letterwise(line.text)))]
    said = [_label_of(match) for _, match in found]
    are_of_one_kind = all(one[0][:4] == other[0][:4] for one, other in pairwise(said))
    which = {number for _, number in said}
    return [n for n, _ in found] if len(which) == len(found) >= _LEAST and are_of_one_kind else []


def _label_of(found: re.Match[str]) -> tuple[str, str]:
    """The word of a label and its letter or number."""
    named = found.groupdict()
    return named.get("group") or named["word"], named.get("number") or named["which"]
