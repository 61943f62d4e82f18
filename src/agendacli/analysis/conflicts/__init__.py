"""What cannot both be kept, by a room, a person, a traveller or an attendee, and whether that is certain."""

from agendacli.analysis.conflicts.search import Search, each_conflict, find_conflicts
from agendacli.analysis.conflicts.values import Certainty, Conflict, Kind, Rules

__all__ = ["Certainty", "Conflict", "Kind", "Rules", "Search", "each_conflict", "find_conflicts"]
