"""Whether two names may be two spellings of one person or room: never a certainty, but a doubt that somebody settles.

Two names are alike where only accents and their transcription (`Müller`, `Mueller`), the order of the words (`LI Na`,
`Na Li`), an initial (`J. Lauber`), a name left out in the middle or at the end, blanks (`Sean ONeill`) or one letter of
a long word differ. Digits and single letters are never alike: Room 1 is not Room 2, and `A. Weber` not `B. Weber`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from itertools import combinations, product

from agendacli.words.folded import folded_words as words

Words = tuple[str, ...]
Pair = tuple[str, str]

_TRANSCRIBED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss"})
_LONG = 5  # letters of a word in which one may be a slip; in shorter ones it makes another name
_FEW = 2  # letters of a word that is not a word but a letter or two
_COMMON = 50  # names with one key: what more have tells none of them from the others
_GENDERED = frozenset({"", "a", "e", "o"})  # Daniel and Daniela, Simon and Simone, Mario and Maria are two names
_ROOM_WORDS = frozenset({"room", "hall", "raum", "saal", "salle", "sala", "salon", "aula", "zaal", "sal"})


def alike_names(one: str, other: str) -> bool:
    """Whether two different names may be one person's."""
    return any(_alike_words(a, b) for a, b in product(_spellings(one), _spellings(other)))


def alike_rooms(one: str, other: str) -> bool:
    """Whether two different names may be one room's: `Plenary` may be the `Plenary Room`."""
    pairs = product(_spellings(one), _spellings(other))
    return any(a == b or _generic_apart(a, b) or _slip(a, b) for a, b in pairs)


def same_letters(one: str, other: str) -> bool:
    """Whether two names have the same words of few letters: Ballroom A is neither Ballroom B nor Ballroom AB."""
    here, there = ([each for each in words(name) if len(each) <= _FEW] for name in (one, other))
    return here == there


def name_pairs(names: Iterable[str]) -> Iterator[Pair]:
    """Every pair of the names that may be one person's, the first in their order first."""
    return _pairs(names, _name_keys, alike_names)


def room_pairs(names: Iterable[str]) -> Iterator[Pair]:
    """Every pair of the names that may be one room's, the first in their order first."""
    return _pairs(names, _room_keys, alike_rooms)


def _pairs(
    names: Iterable[str], keys: Callable[[str], Collection[str]], alike: Callable[[str, str], bool]
) -> Iterator[Pair]:
    """The pairs that are alike; only names that share a key are compared."""
    order = {name: place for place, name in enumerate(dict.fromkeys(names))}
    by_key: dict[str, list[str]] = {}
    for name in order:
        for key in keys(name):
            by_key.setdefault(key, []).append(name)
    met = {pair for found in by_key.values() if 1 < len(found) <= _COMMON for pair in combinations(found, 2)}
    for pair in sorted(met, key=lambda each: (order[each[0]], order[each[1]])):
        if alike(*pair):
            yield pair


@lru_cache(maxsize=4096)
def _spellings(name: str) -> tuple[Words, ...]:
    """The words of a name on a plain keyboard: accents left out, and transcribed; of `Lie, J.` also turned round."""
    last, comma, first = name.partition(",")
    return (*_plain(name), *(_plain(f"{first} {last}") if comma and first.strip() else ()))


def _plain(name: str) -> tuple[Words, ...]:
    if name.isascii():
        return (words(name),)
    plain, transcribed = words(name), words(name.casefold().translate(_TRANSCRIBED))
    return (plain,) if plain == transcribed else (plain, transcribed)


def _alike_words(one: Words, other: Words) -> bool:
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return True
    if min(len(one), len(other)) < 2:  # noqa: PLR2004 - a surname alone is anybody's
        return False
    return _digits(one) == _digits(other) and (_shortened(one, other) or _cut_short(one, other) or _slip(one, other))


def _shortened(one: Words, other: Words) -> bool:
    """Whether the last names are equal, and the given ones as far as both say them: an initial, or one left out."""
    if one[-1] != other[-1] or len(one[-1]) == 1:
        return False
    short, long = sorted((one[:-1], other[:-1]), key=len)
    return _abbreviates(short[0], long[0]) and _in_order(short[1:], long[1:])


def _cut_short(one: Words, other: Words) -> bool:
    """Whether one is the other without the last surname: `Ana García`, `Ana García López`."""
    short, long = sorted((one, other), key=len)
    return len(short) + 1 == len(long) and short == long[:-1] and min(map(len, long)) > 1


def _abbreviates(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


def _in_order(short: Words, long: Words) -> bool:
    """Whether the words of `short` stand in `long`, in that order and perhaps as initials."""
    rest = iter(long)
    return all(any(_abbreviates(word, each) for each in rest) for word in short)


def _slip(one: Words, other: Words) -> bool:
    """Whether one long word differs, by one letter."""
    if len(one) != len(other):
        return False
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(differing) == 1 and _one_letter_apart(*differing[0])


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two long words are a letter apart: one more, another one, or two that changed places."""
    short, long = sorted((one, other), key=len)
    if len(short) < _LONG or len(long) - len(short) > 1 or not (one + other).isalpha() or one[0] != other[0]:
        return False
    here, there = _differing(short, long)
    if {here, there} <= _GENDERED:
        return False
    return len(there) <= 1 or (len(there) == len(here) == 2 and here == there[::-1])  # noqa: PLR2004


def _differing(one: str, other: str) -> Pair:
    """What is left of two words without what both begin with and both end in."""
    begin = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    one, other = one[begin:], other[begin:]
    end = next((n for n, (a, b) in enumerate(zip(one[::-1], other[::-1], strict=False)) if a != b), len(one))
    return one[: len(one) - end], other[: len(other) - end]


def _generic_apart(one: Words, other: Words) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) < len(long) and bool(short) and tuple(each for each in long if each not in _ROOM_WORDS) == short


def _digits(each: Words) -> str:
    return "".join(char for word in each for char in word if char.isdigit())


def _name_keys(name: str) -> Collection[str]:
    """What two names that are alike have in common, in some of their spellings."""
    return {
        key
        for each in _spellings(name)
        if each
        for key in (
            " ".join(sorted(each)),
            "".join(each),
            " ".join(each[:2]),
            f"{each[0][0]} {each[-1]}",
            *_without_a_letter(each),
        )
    }


def _room_keys(name: str) -> Collection[str]:
    plain = (tuple(word for word in each if word not in _ROOM_WORDS) or each for each in _spellings(name))
    return {key for each in plain for key in (" ".join(each), *_without_a_letter(each))}


def _without_a_letter(each: Words) -> Iterator[str]:
    """The words run together without one letter of a long one."""
    for number, word in enumerate(each):
        if len(word) >= _LONG:
            before, after = " ".join(each[:number]), " ".join(each[number + 1 :])
            yield f"{before}|{word}|{after}"
            yield from (f"{before}|{word[:n]}{word[n + 1 :]}|{after}" for n in range(len(word)))
