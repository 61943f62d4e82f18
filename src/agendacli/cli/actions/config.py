"""Prints every setting with its origin."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.printing import print_records
from agendacli.cli.run.origins import SCHEDULE_VARIABLE, event_paths, schedule_file, settings
from agendacli.cli.run.outcome import deliver, tell
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.config import Config
from agendacli.model.span import Span
from agendacli.records.setting import ShownSetting, setting_record
from agendacli.words.prose import WEEKDAYS, length_text, weekdays_text

if TYPE_CHECKING:
    from agendacli.render.terminal.drawing import Drawable

_EVENTS_AT = {"option": "--events", "environment": "AGENDA_EVENTS"}


def report_settings(context: typer.Context, loading: Loading, showing: Showing, *, path: bool) -> None:
    """Print the settings, or only where the config file is; a file with errors ends the run."""
    surroundings: Surroundings = context.find_root().obj
    if path:
        deliver(f"{surroundings.config_file}\n", showing.output)
        return
    if surroundings.config.file is None and not showing.quiet:
        tell(f"there is no config file; write one as {surroundings.config_file}")
    found = tuple(_settings(settings(surroundings), surroundings, loading))

    def draw(width: int) -> "Drawable":
        from agendacli.render.terminal.settings import draw_settings

        return draw_settings([(each.name, _texts(each), each.at or each.origin) for each in found], width)

    print_records("setting", map(setting_record, found), draw=draw, showing=showing, surroundings=surroundings)


def _settings(config: Config, surroundings: Surroundings, loading: Loading) -> Iterable[ShownSetting]:
    paths, origin = event_paths(surroundings, loading.events)
    at = _line(config.spans["events"]) if origin == "config" else _EVENTS_AT.get(origin)
    yield ShownSetting("events", tuple(paths), origin, at)
    for name, value in _values(config).items():
        span = config.spans.get(name)
        yield ShownSetting(name, value, "config" if span else "default", _line(span) if span else None)
    file = str(schedule_file(surroundings))
    is_named = surroundings.environment.get(SCHEDULE_VARIABLE)
    yield (
        ShownSetting("schedule", file, "environment", SCHEDULE_VARIABLE)
        if is_named
        else ShownSetting("schedule", file, "default")
    )


def _line(span: Span) -> str:
    return f"{span.file}:{span.line}"


def _values(config: Config) -> dict[str, str]:
    """The values as the config file has them."""
    severities = {f"severity.{kind}": level for kind, level in config.severities.items()}
    return {
        "tz": config.tz,
        "week-start": WEEKDAYS[config.week_start].lower(),
        "clock": config.clock,
        "format": config.format,
        **severities,
        "working-days": weekdays_text(config.working_days).lower().replace(" to ", "-"),
        "layout": config.layout,
        "ascii": str(config.ascii).lower(),
        "buffer": length_text(config.buffer),
    }


def _texts(setting: ShownSetting) -> tuple[str, ...]:
    return (setting.value,) if isinstance(setting.value, str) else setting.value
