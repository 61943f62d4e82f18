"""The record of a setting: its value in this run, and where that comes from."""

from agendacli.model.frozen import frozen
from agendacli.records.table import TEXT, Field, RecordTable, list_of, one_of, or_null

ORIGINS = ("default", "config", "environment", "option")


@frozen
class ShownSetting:
    """A setting by its name in the config file, its value, its origin (one of `ORIGINS`), and the exact place."""

    name: str
    value: str | tuple[str, ...]
    origin: str
    at: str | None = None


TABLE: RecordTable[ShownSetting] = RecordTable(
    "setting",
    "What is settled, and what says so.",
    (
        Field("name", TEXT, "as in the config file", lambda it: it.name),
        Field(
            "value",
            {"anyOf": [TEXT, list_of(TEXT)]},
            "what holds; a list for several paths",
            lambda it: it.value if isinstance(it.value, str) else list(it.value),
        ),
        Field("origin", one_of(ORIGINS), "what says so", lambda it: it.origin),
        Field("at", or_null(TEXT), "file and line, variable or option; null for a default", lambda it: it.at),
    ),
)


def setting_record(setting: ShownSetting) -> dict[str, object]:
    """The record of a setting."""
    return TABLE.record(setting)
