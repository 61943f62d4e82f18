"""The one search for doubts: over whatever sessions a question is about."""

from collections.abc import Sequence

from agendacli.analysis.doubts import Doubts, telling
from agendacli.analysis.doubts.about_people import people_doubts
from agendacli.analysis.doubts.about_rooms import room_doubts
from agendacli.analysis.doubts.cities import unplaced_cities
from agendacli.model.diagnostic import in_order
from agendacli.model.occurrence import Occurrence
from agendacli.model.people import Person
from agendacli.model.places import Gazetteer


def find_doubts(occurrences: Sequence[Occurrence], people: Sequence[Person], gazetteer: Gazetteer) -> Doubts:
    """Everything of the occurrences that may be one or two, given what people.yaml and places.yaml declare."""
    persons, rooms = people_doubts(occurrences, people), room_doubts(occurrences, gazetteer)
    cities = map(telling.unplaced_city, unplaced_cities(occurrences, gazetteer))
    return Doubts(
        persons.people,
        positions=persons.positions,
        namesakes=persons.namesakes,
        rooms=rooms.rooms,
        diagnostics=in_order((*persons.diagnostics, *rooms.diagnostics, *cities)),
        unseated=persons.unseated,
        together=rooms.together,
    )
