"""What `--version --verbose` prints: what a report of a fault needs, a line each. Nothing of a programme is read."""

import os
import platform
import re
import zoneinfo
from collections.abc import Iterator
from pathlib import Path

from agendacli import __version__
from agendacli.cli.run.outcome import deliver
from agendacli.cli.run.surroundings import Surroundings
from agendacli.model.zones import zone_data

_EXTRAS = ("", "office", "documents")
_NAME = re.compile(r"[\w.-]+")


def print_installed() -> None:
    """Print the versions of the tool, of Python and of the libraries, the zone data, the cache and the config."""
    rows = dict(_rows(Surroundings.read()))
    width = max(map(len, rows))
    deliver("".join(f"{name:{width}}  {value}\n" for name, value in rows.items()), None)


def _rows(surroundings: Surroundings) -> Iterator[tuple[str, str]]:
    yield "agendacli", f"{__version__}, in {Path(__file__).parents[2]}"
    yield "Python", f"{platform.python_version()}, {platform.python_implementation()}"
    yield "platform", f"{platform.platform()}, output in {surroundings.encoding}"
    yield from ((name, _version(name)) for name in _libraries())
    yield "zone data", _zones()
    cache, config = surroundings.cache, surroundings.config_file
    yield "cache", f"{cache.folder}, {len(cache.kept())} kept" if cache else "off"
    yield "config", f"{config}{'' if config.is_file() else ', not there'}"


def _libraries() -> tuple[str, ...]:
    """The libraries that the tool asks for, and those of its extras; none where it runs without being installed."""
    from importlib import metadata

    try:
        asked = metadata.requires("agendacli") or ()
    except metadata.PackageNotFoundError:
        return ()
    wanted = (each for each in asked if _extra(each) in _EXTRAS)
    return tuple(sorted({found[0] for each in wanted if (found := _NAME.match(each))}, key=str.lower))


def _extra(requirement: str) -> str:
    """The extra that has a requirement (`openpyxl>=3.1; extra == 'office'`); empty for one of every installation."""
    return requirement.partition("extra ==")[2].strip("\"' ")


def _version(library: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not installed"


def _zones() -> str:
    """The version of the zone data and where it lies."""
    data = zone_data()
    if data is None:
        return f"of no stated version, in {os.pathsep.join(zoneinfo.TZPATH) or 'no folder of the system'}"
    origin = "the package tzdata" if "tzdata" in Path(data.folder).parts else "the system"
    return f"{data.version} of {origin}, in {data.folder}"
