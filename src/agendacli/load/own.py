"""What belongs to the user and not to a programme: waivers, the config, a schedule; each file with its diagnostics."""

from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from agendacli import files
from agendacli.load.paths import BUNDLED
from agendacli.model.config import Config
from agendacli.model.diagnostic import Diagnostic, in_order
from agendacli.model.frozen import frozen

if TYPE_CHECKING:
    from agendacli.formats.schedule import Schedule
    from agendacli.model.findings import Findings
    from agendacli.model.waiver import Waiver


@frozen
class LoadedWaivers:
    """The waivers of one file, with its diagnostics in order and its text."""

    waivers: "tuple[Waiver, ...]"
    diagnostics: tuple[Diagnostic, ...]
    texts: dict[str, str]


def load_waivers(path: str) -> LoadedWaivers:
    """The waivers of a file. Raises FileError when it cannot be read."""
    from agendacli.formats.definition.decode.waivers import decode_waivers
    from agendacli.formats.definition.yaml.reader import read_nodes
    from agendacli.formats.encoding import read_text, shown_text
    from agendacli.model.findings import Findings

    findings = Findings()
    data = files.read_bytes(files.named_path(path))
    text = read_text(data, path, findings) if data.strip() else None
    node = read_nodes(text, path, findings) if text is not None else None
    waivers = decode_waivers(node, findings) if node else ()
    return LoadedWaivers(waivers, in_order(findings.all), {path: text or shown_text(data)})


@frozen
class LoadedConfig:
    """The config of one file (None: there is no file), with its diagnostics in order and its text."""

    config: Config = field(default_factory=Config)
    file: str | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def load_config(path: Path) -> LoadedConfig:
    """The config of a file, its `events` from its folder on; the defaults if there is none. Raises FileError."""
    data = files.read_if_there(path)
    if data is None:
        return LoadedConfig()
    from agendacli.formats.encoding import read_text, shown_text
    from agendacli.model.findings import Findings

    findings, shown = Findings(), str(path)
    text = read_text(data, shown, findings) if data.strip() else ""
    config = _config(text, shown, findings) if text else Config()
    events = tuple(each if each == BUNDLED else str(path.parent / files.home_path(each)) for each in config.events)
    texts = {shown: text or shown_text(data)}
    return LoadedConfig(replace(config, events=events), shown, in_order(findings.all), texts)


def _config(text: str, file: str, findings: "Findings") -> Config:
    from agendacli.formats.config.reader import read_config

    return read_config(text, file, findings)


@frozen
class LoadedSchedule:
    """The schedule of one file, with its diagnostics in order and its text; an absent file holds nothing."""

    schedule: "Schedule"
    diagnostics: tuple[Diagnostic, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)


def load_schedule(data: bytes, file: str) -> LoadedSchedule:
    """The schedule that the bytes of a file hold; nothing is read from what is no text."""
    from agendacli.formats.encoding import read_text, shown_text
    from agendacli.formats.schedule import read_schedule
    from agendacli.model.findings import Findings

    findings = Findings()
    text = read_text(data, file, findings) if data.strip() else ""
    schedule = read_schedule("" if text is None else data.decode(), file)
    return LoadedSchedule(schedule, in_order(findings.all), {file: shown_text(data)})
