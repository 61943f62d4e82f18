"""What cannot both be kept, by a room, a person, a traveller or an attendee, and whether that is certain."""

from agendacli.analysis.conflicts.engine import each_conflict, find_conflicts
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules

__all__ = ["Certainty", "Conflict", "Kind", "Rules", "each_conflict", "find_conflicts"]
