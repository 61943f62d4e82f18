"""What a part of an id or of a title means, for those who read: `show keynote`, `show "Panel Discussion 2"`."""

from collections.abc import Iterable, Iterator, Sequence

from agendacli.analysis.selection.addresses import Target, find_all
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
    wanted = " ".join(folded_words(session if inside else text))
    names = [(each, name) for each in _targets(inside or current, with_events=not inside) for name in _names(each)]
    fits = (
        lambda name: name == wanted,
        lambda name: f" {wanted} " in f" {name} ",
        lambda name: f" {wanted}" in f" {name}",
    )
    ranked = (tuple(dict.fromkeys(each for each, name in names if fit(name))) for fit in fits)
    return next(filter(None, ranked), ()) if wanted else ()


def _targets(programmes: Iterable[Programme], *, with_events: bool) -> Iterator[Target]:
    for programme in programmes:
        if with_events:
            yield Target(programme)
        yield from (Target(programme, each) for each in programme.sessions)


def _names(target: Target) -> tuple[str, ...]:
    """The folded words of the id and of the titles."""
    programme, session = target.programme, target.session
    titles = (session.id, session.title) if session else (programme.id, programme.title, programme.name)
    return tuple(" ".join(folded_words(each)) for each in titles)
