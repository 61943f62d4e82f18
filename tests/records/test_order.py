"""Records in the order of their fields."""

import pytest

from agendacli.records.order import sorted_records
from agendacli.records.table import Record

RECORDS: list[Record] = [
    {"id": "a", "room": "Room 10", "start": "2017-09-05", "people": [{"name": "Øre"}]},
    {"id": "b", "room": None, "start": "2017-09-04", "people": []},
    {"id": "c", "room": "room 2", "start": "2017-09-04", "people": [{"name": "Ada"}]},
    {"id": "d", "room": "Aula", "start": "2017-09-06", "people": [{"name": "Bo"}]},
]


@pytest.mark.parametrize(
    ("fields", "ids"),
    [
        (["room"], "dcab"),
        (["-room"], "acdb"),
        (["start", "room"], "cbad"),
        (["start", "-id"], "cbad"),
        (["-start"], "dabc"),
        (["people.0.name"], "cdab"),
        ([], "abcd"),
    ],
)
def test_records_are_sorted_by_fields(fields: list[str], ids: str) -> None:
    assert "".join(str(each["id"]) for each in sorted_records(RECORDS, fields)) == ids
