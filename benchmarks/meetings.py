"""Made-up meetings of ten years, the same for a seed: the values behind every input."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SEED = 20170904
FIRST = date(2017, 1, 2)
DAYS = 3652
WEEK = date(2021, 6, 7), date(2021, 6, 14)
"""The week that is asked for: its Monday, and the Monday after it."""

ZONES = {"Europe/Vienna": 50, "America/New_York": 20, "Asia/Tokyo": 10, "UTC": 15, "": 5}
"""The zones and how many of a hundred meetings have each; one without a zone takes the whole day."""

_ADJECTIVES = ("annual", "informal", "joint", "open", "preparatory", "regional", "technical", "thematic")
_NOUNS = ("briefing", "consultation", "dialogue", "hearing", "panel", "plenary", "review", "workshop")
_TOPICS = ("budget", "climate", "data; methods", "health", "labour, mobility", "límites", "migration", "trade")
_NAMES = ("Ada", "Boris", "Chloé", "Dagny", "Emre", "Fatou", "Gözde", "Hélène", "Ivo", "Jun")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One made-up meeting; `start` is on the clocks of `zone`, or a whole day where that is empty."""

    number: int
    start: datetime
    length: timedelta
    zone: str
    title: str
    room: str
    person: str
    text: str
    reminds: bool

    @property
    def end(self) -> datetime:
        """Where it ends on the same clocks."""
        return self.start + self.length


def meetings(count: int, seed: int = SEED) -> Iterator[Meeting]:
    """So many meetings in no order of time, spread evenly over ten years; the same ones for the same seed."""
    rng = random.Random(f"{seed}/{count}")  # noqa: S311  # meetings are not a secret
    return (_meeting(number, rng) for number in range(count))


def in_the_week(count: int, seed: int = SEED) -> int:
    """How many of so many meetings touch the week, each on its own clocks."""
    first, after = (datetime.combine(day, datetime.min.time()) for day in WEEK)
    return sum(each.start < after and each.end > first for each in meetings(count, seed))


def _meeting(number: int, rng: random.Random) -> Meeting:
    zone = rng.choices(tuple(ZONES), tuple(ZONES.values()))[0]
    quarter = 0 if zone == "" else rng.randrange(32, 72)
    start = datetime.combine(FIRST, datetime.min.time()) + timedelta(days=rng.randrange(DAYS), minutes=15 * quarter)
    length = timedelta(minutes=15 * rng.randrange(2, 8)) if zone else timedelta(days=rng.randrange(1, 4))
    title = f"{_one(rng, _ADJECTIVES).capitalize()} {_one(rng, _NOUNS)} {number}: {_one(rng, _TOPICS)}"
    person = f"{_one(rng, _NAMES)} {_one(rng, _NAMES)}son"
    text = " ".join(_one(rng, (*_ADJECTIVES, *_NOUNS, *_TOPICS)) for _ in range(rng.randrange(8, 18)))
    return Meeting(number, start, length, zone, title, f"Room {rng.randrange(40)}", person, text, rng.random() < 1 / 4)


def _one(rng: random.Random, words: Sequence[str]) -> str:
    return words[rng.randrange(len(words))]
