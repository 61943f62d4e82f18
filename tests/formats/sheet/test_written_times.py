"""Days and times in sheets that are written: several days under one heading, and times for which there are no words."""

from datetime import date, datetime

from agendacli.analysis.occurrences import expand
from agendacli.formats.exported import Exported, ToExport
from agendacli.formats.writers import WRITERS
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Days, Timed, When


def written(name: str, when: When) -> Exported:
    own = Programme("sea", "Sea", "sea.yaml", sessions=(Session("tides", "Tides", when),))
    found = WRITERS[name](ToExport((own,), expand((own,))))
    assert isinstance(found, Exported)
    return found


def test_days_of_a_session_stand_over_its_table_in_markdown() -> None:
    assert written("markdown", Days(date(2026, 3, 9), date(2026, 3, 11), "UTC")).data.decode().split("\n") == [
        "# Sea",
        "",
        "Times are those of UTC.",
        "",
        "## 2026-03-09 to 2026-03-10",
        "",
        "| id | start | end | duration | room | title | kind |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| tides | hours unknown |  |  |  | Tides | session |",
        "",
    ]


def test_session_in_a_year_that_cannot_be_written_is_missing() -> None:
    found = written("csv", Timed(datetime(3100, 3, 9, 9), None, "UTC"))  # noqa: DTZ001 (on the clocks of the zone)
    assert found.data.decode("utf-8-sig") == "id,day,start,end,duration,room,title\r\n"
    assert found.missing == ("1 session is left out, as a sheet has no words for its time: `sea/tides`",)
