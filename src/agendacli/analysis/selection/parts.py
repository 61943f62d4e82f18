"""What a part of an id or of a title means, for those who read: `show keynote`, `show "Panel Discussion 2"`."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from agendacli.analysis.selection.addresses import Target, find_all, labels_begun
from agendacli.model.asked import Refusal
from agendacli.model.programme import Programme
from agendacli.words.folded import folded_words
from agendacli.words.lists import listed


def find_read(texts: Sequence[str], programmes: Sequence[Programme]) -> tuple[Target | Refusal, ...]:
    """What each text means: an address, else the one event or session of whose id or title it is a part.

    A refusal where that is none, or several. Older revisions are found by their address only.
    """
    found = find_all(texts, programmes)
    return tuple(_part(text, each, programmes) for text, each in zip(texts, found, strict=True))


def is_whole(text: str, target: Target, programmes: Sequence[Programme]) -> bool:
    """Whether an address has its ids in full; the event's may be left out where only one is loaded."""
    typed = text.strip().casefold()
    names = (target.id, target.id.replace(target.programme.address, target.programme.id, 1))
    is_alone = len({each.id for each in programmes}) == 1
    tails = tuple(each.partition("/")[2] for each in names if is_alone)
    return typed in {each.casefold() for each in (*names, *tails) if each}


def _part(text: str, found: Target | Refusal, programmes: Iterable[Programme]) -> Target | Refusal:
    if isinstance(found, Target):
        return found
    meant = _meant(text, programmes)
    if len(meant) > 1:
        return Refusal(f"`{text}` could be {listed([each.id for each in meant], 'or')}; write more of it")
    return meant[0] if meant else found


def _meant(text: str, programmes: Iterable[Programme]) -> tuple[Target, ...]:
    """The targets whose id or title the text is; else of which it is some words; else of which it begins a word."""
    event, slash, session = text.partition("/")
    current = [each for each in programmes if not each.older]
    inside = [each for each in current if slash and each.id.casefold().startswith(event.casefold().strip())]
    wanted = _words(session if inside else text)
    names = tuple(_names(inside or current, with_events=not inside))
    fits = (
        lambda words: words == wanted,
        lambda words: f" {wanted} " in f" {words} ",
        lambda words: f" {wanted}" in f" {words}",
    )
    ranked = (tuple(dict.fromkeys(each.target for each in names if fit(each.words))) for fit in fits)
    return next(filter(None, ranked), ()) if wanted else ()


class _Name(NamedTuple):
    """The folded words of an id or a title of a programme, or of its session with that number."""

    words: str
    programme: Programme
    number: int | None = None

    @property
    def target(self) -> Target:
        """Whose name it is: of many sessions only those that are meant are decoded."""
        return Target(self.programme, None if self.number is None else self.programme.sessions[self.number])


def _names(programmes: Iterable[Programme], *, with_events: bool) -> Iterator[_Name]:
    for programme in programmes:
        for text in (programme.id, programme.title, programme.name) if with_events else ():
            yield _Name(_words(text), programme)
        for number, label in enumerate(labels_begun(programme, "")):
            yield from (_Name(_words(text), programme, number) for text in label)


def _words(text: str) -> str:
    return " ".join(folded_words(text))
