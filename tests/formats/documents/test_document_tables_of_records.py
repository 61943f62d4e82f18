"""Tables of two columns, a label and what it says, which are the record of one session each."""

from agendacli.formats.documents.readers.any import read_document
from agendacli.formats.documents.values.sessions import sessions_of
from agendacli.formats.documents.values.told import Asked, ToldSession

Rows = tuple[tuple[str, ...], ...]


def table(rows: Rows) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def read(*tables: Rows) -> tuple[ToldSession, ...]:
    text = f"<h1>Public lectures</h1>{'<p>Next:</p>'.join(map(table, tables))}"
    return sessions_of(read_document(text.encode(), "page.html"), Asked())[0]


def said(session: ToldSession) -> tuple[object, ...]:
    room = session.room.value if session.room else None
    people = [(each.role, each.name) for each in session.people]
    return str(session.day.value), session.start.value, session.end.value, session.title.value, room, people


def test_each_table_is_a_session() -> None:
    first = (
        ("Date", "Tuesday 10 March 2026"),
        ("Time", "18.00–19.15"),
        ("Speaker", "Professor Amara Diallo<br>(Dakar)"),
        ("Title", "Rivers that<br>forget"),
        ("Venue:", "Lecture Theatre 2"),
    )
    second = (("When", "19 March 2026, 18.00"), ("What", "How slate became roof"), ("Where", "Old Library"))
    found = read(first, second)
    assert [said(each) for each in found] == [
        (
            "2026-03-10",
            1080,
            1155,
            "Rivers that, forget",
            "Lecture Theatre 2",
            [("speaker", "Professor Amara Diallo")],
        ),
        ("2026-03-19", 1080, None, "How slate became roof", "Old Library", []),
    ]


def test_other_tables_of_two_columns_stay_as_they_are() -> None:
    found = read((("10 March 2026", ""), ("18.00", "Ferns"), ("19.00", "Mosses")), (("Price", "4 euros"),))
    assert [(each.start.value, each.title.value) for each in found] == [(1080, "Ferns"), (1140, "Mosses")]


def test_rows_of_three_cells_are_no_record() -> None:
    found = read((("Date", "10 March 2026", "x"), ("Time", "18.00", "x"), ("Title", "Ferns", "x")))
    assert [each.title.value for each in found] != ["Ferns"]
