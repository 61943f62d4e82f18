"""What `conflicts` is asked for: the options as typed, and the rules of the search that they come to."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from agendacli.analysis.conflicts import Kind, Rules
from agendacli.cli.query.reading import Reading
from agendacli.cli.run.outcome import refuse
from agendacli.model.asked import ONESELF
from agendacli.model.conflict_kind import USUAL_KINDS
from agendacli.model.diagnostic import Severity
from agendacli.model.frozen import frozen
from agendacli.model.occurrence import Occurrence

IGNORE = "ignore"
LEVELS = (*Severity, IGNORE)
YEAR = timedelta(days=366)
ENDLESS = "endless repeats are looked at for a year from now; --from and --to ask for other days"


@frozen
class Wishes:
    """The options of `conflicts` as they were typed.

    `kinds` are those of `--only`, none for the usual ones. `has_persons` and `has_dates` say whether sessions were
    selected by these.
    """

    kinds: tuple[Kind, ...] = ()
    certain: bool = False
    include_transparent: bool = False
    buffer: str | None = None
    severities: tuple[str, ...] = ()
    waivers: str | None = None
    exit_zero: bool = False
    between: tuple[str, str] | None = None
    has_persons: bool = False
    has_dates: bool = False
    turnover: str | None = None
    rest: str | None = None


def levels_of(wishes: Wishes, usual: Mapping[str, str]) -> dict[str, str]:
    """The level of each kind: the usual one unless an option says otherwise."""
    levels = {kind.value: usual[kind] for kind in Kind}
    for text in wishes.severities:
        kind, _, level = text.partition("=")
        if kind not in levels or level not in LEVELS:
            refuse(f"--severity: `{text}` does not say one; write KIND=LEVEL with {_or(levels)} and {_or(LEVELS)}")
        levels[kind] = level
    return levels


def rules_of(wishes: Wishes, levels: Mapping[str, str], usual_buffer: timedelta, reading: Reading) -> Rules:
    """The rules that the options and the settings come to."""
    return Rules(
        usual_buffer if wishes.buffer is None else _buffer(wishes.buffer, usual_buffer),
        wishes.include_transparent,
        frozenset(each for each in wishes.kinds or USUAL_KINDS if levels[each] != IGNORE),
        reading.attended,
        offers=Kind.OVERLAP not in wishes.kinds and wishes.between is None and reading.attended is None,
        chosen=_chosen(wishes, reading),
        between=_sides(wishes.between, reading) if wishes.between else None,
        turnover=_length("--turnover", wishes.turnover),
        rest=_length("--rest", wishes.rest),
    )


def _buffer(text: str, usual: timedelta) -> timedelta:
    from agendacli.cli.query.lengths import buffer_of

    return buffer_of(text, usual)


def _length(option: str, text: str | None) -> timedelta:
    """The length of an option; none if it was not given, as usual: then nothing that reads lengths is imported."""
    if text is None:
        return timedelta()
    from agendacli.cli.query.lengths import length_of

    return length_of(option, text) or timedelta()


def within_a_year(occurrences: Sequence[Occurrence], now: Callable[[], datetime]) -> Sequence[Occurrence]:
    """The occurrences without those of endless repeats that have ended, or begin more than a year from now."""
    return tuple(each for each in occurrences if not _is_endless(each) or _is_near(each, now()))


def _is_endless(occurrence: Occurrence) -> bool:
    repeat = occurrence.session.repeat
    return repeat is not None and repeat.is_endless


def _is_near(occurrence: Occurrence, now: datetime) -> bool:
    bounds = occurrence.bounds
    return bounds.end > now and bounds.start < now + YEAR


def _chosen(wishes: Wishes, reading: Reading) -> frozenset[str]:
    """The sessions that somebody has chosen: those of a person, those named one by one, and one's own programme."""
    chosen = reading.selected if wishes.has_persons else reading.sessions_named
    own = (each for each in reading.selected if each.programme.id == ONESELF)
    return frozenset(each.id for each in (*chosen, *own))


def _sides(between: tuple[str, str], reading: Reading) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the sessions on either side."""
    from agendacli.analysis.selection.addresses import addressed
    from agendacli.cli.query.typed_ids import targets_of

    one, other = (_ids(addressed(reading.selected, targets_of([each], reading.loaded))) for each in between)
    return one, other


def _ids(occurrences: Iterable[Occurrence]) -> frozenset[str]:
    return frozenset(each.id for each in occurrences)


def _or(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}"
