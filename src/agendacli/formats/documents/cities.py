"""The zones of cities, by the names that four languages give them."""

from functools import cache
from importlib.resources import files

from agendacli.model.zones import zone_names


@cache
def zones_by_city() -> dict[str, str]:
    """The zones that are known by the names of cities, those by which no zone is called."""
    lines = files(__package__).joinpath("cities.txt").read_text("utf-8").splitlines()
    said = (line.partition(": ") for line in lines if not line.startswith("#"))
    known = zone_names()
    return {city: zone for zone, _, cities in said if zone in known for city in cities.split(", ")}
