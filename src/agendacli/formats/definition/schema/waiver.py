"""The keys of a file of waivers."""

from agendacli.formats.definition.schema.keys import Key, table_of
from agendacli.formats.definition.shapes.plain import TEXT
from agendacli.formats.definition.shapes.shape import part
from agendacli.model.conflict_kind import KIND_NAMES

REASON = Key("reason", TEXT, "Why the conflict is accepted.", required=True)
AUTHOR = Key("author", TEXT, "Who accepts it.")
CONFLICT_KIND = Key(
    "kind", TEXT, f"{', '.join(KIND_NAMES[:-1])} or {KIND_NAMES[-1]}; without it any conflict of the two.", "overlap"
)
WAIVED_SESSIONS = Key(
    "sessions",
    part("two sessions with their facts", {"type": "object", "additionalProperties": {"type": "string"}}),
    "The ids of the two sessions (of an absence the one), each with its time, room and people as they were; `agenda "
    "waive` writes them.",
    required=True,
)

WAIVER = table_of("waiver", "An item of a file of waivers.", CONFLICT_KIND, REASON, AUTHOR, WAIVED_SESSIONS)
