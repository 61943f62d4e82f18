"""The moment and the zones in which options are read and times are shown."""

from dataclasses import replace

from agendacli.cli.options.groups import Selecting
from agendacli.cli.run.origins import settings
from agendacli.cli.run.outcome import refuse
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.asked import Clock, Refusal

EVENT = "event"


def read_clock(selecting: Selecting, surroundings: Surroundings) -> Clock:
    """The moment of `--at`, else now, and the zone of `--tz` in which options are read."""
    config = settings(surroundings)
    zone = _zone((selecting.tz or (config.tz,))[0], surroundings)
    # Only words such as `today` need the zone of this machine; finding it costs start-up time.
    asks = selecting.first or selecting.last or selecting.on or selecting.at
    home = (lambda: surroundings.home_zone) if asks else "UTC"
    clock = Clock(
        surroundings.moment,
        zone=zone,
        home=home,
        week_start=config.week_start,
        second=_second_zone(selecting, surroundings),
    )
    if selecting.at is None:
        return clock
    from agendacli.words.times.typed.hours import read_moment

    moment = read_moment(selecting.at, clock)
    return refuse(f"--at: {moment}") if isinstance(moment, Refusal) else replace(clock, moment=moment)


def _second_zone(selecting: Selecting, surroundings: Surroundings) -> str | None:
    _, *others = selecting.tz or (EVENT,)
    if others[1:]:
        refuse(f"--tz: two zones at most stand side by side, not {len(others) + 1}")
    return (_zone(others[0], surroundings) or EVENT) if others else None


def _zone(name: str, surroundings: Surroundings) -> str | None:
    if name == EVENT:
        return None
    if name == "local":
        return surroundings.home_zone
    return _read_zone("--tz", name)


def _read_zone(option: str, name: str) -> str:
    from agendacli.words.typed_zones import read_zone

    zone = read_zone(name)
    return refuse(f"{option}: {zone}") if isinstance(zone, Refusal) else zone


def zone_given(zone: str | None, floating: str | None) -> str | None:
    """The zone of `--zone`, or of its older name `--floating`, for times without one."""
    given = zone or floating
    return _read_zone("--zone" if zone else "--floating", given) if given else None
