from dataclasses import replace
from datetime import datetime

from agendacli.formats.ics.write.doubles import Singled, singled
from agendacli.model.occurrence import Occurrence
from agendacli.model.programme import Programme, Session
from agendacli.model.when import Timed

WHEN = Timed(datetime.fromisoformat("2017-09-04 10:15"), None, "UTC")
SESSION = Session("panel", "Panel", WHEN)
COPY = replace(SESSION, id="panel.p@agendacli", uid="panel.p@agendacli", sequence=7, stamp="")


def occurrence(programme: str, session: Session) -> Occurrence:
    return Occurrence(Programme(programme, programme, programme, sessions=(session,)), session, session.when)


def of(*occurrences: Occurrence) -> Singled:
    return singled(occurrences, [each.programme for each in occurrences])


def test_definition_counts_before_a_copy_in_a_calendar() -> None:
    own, copy = occurrence("p", SESSION), occurrence("x", COPY)
    assert of(copy, own) == Singled([own], (("x/panel.p@agendacli", "p/panel"),))


def test_newer_copy_counts() -> None:
    older, newer = occurrence("x", COPY), occurrence("y", replace(COPY, sequence=8))
    assert of(older, newer) == Singled([newer], (("x/panel.p@agendacli", "y/panel.p@agendacli"),))
    later = occurrence("z", replace(COPY, stamp="20170904T000000Z"))
    assert of(older, later).occurrences == [later]


def test_first_of_equal_copies_counts() -> None:
    one, two = occurrence("x", COPY), occurrence("y", COPY)
    assert of(one, two).occurrences == [one]


def test_what_is_there_once_stays_as_it_is() -> None:
    single = (occurrence("p", SESSION), occurrence("x", replace(COPY, uid="other@x")))
    assert of(*single) == Singled(single, ())
    assert of(single[1]) == Singled((single[1],), ())
