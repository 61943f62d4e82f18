"""Ids and titles of many sessions, found without decoding these."""

from array import array
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from agendacli.analysis.selection.by_id import SessionsById
from agendacli.model.large.labels import Labels
from agendacli.model.lazy import LazySessions
from agendacli.model.programme import Session
from agendacli.model.when import Timed

WHEN = Timed(datetime(2026, 1, 1, 9), None, "UTC")  # noqa: DTZ001 (wall time)
TEXTS = st.text(st.sampled_from('ab"\\\n\t\u2028é\ud800🙂'), max_size=4)


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=8), TEXTS, st.integers(0, 3))
def test_sessions_are_found_by_ids_as_in_a_dictionary(names: list[tuple[str, str]], other: str, begin: int) -> None:
    sessions = [Session(id_, title, WHEN) for id_, title in names]
    zeros = array("q", [0] * len(sessions))
    text = Labels.of(sessions).lines
    kept = Labels(b"\n\t"[:begin] + text, len(b"\n\t"[:begin]))
    many = SessionsById(LazySessions(zeros, zeros, sessions.__getitem__, kept_labels=lambda: kept))
    whole = {each.id: each for each in sessions}
    assert {id_: many[id_] for id_ in many} == whole
    assert len(many) == len(whole)
    assert (other in many) == (other in whole)
    assert list(kept.begun(other)) == [(id_, title) for id_, title in names if id_.startswith(other)]


def test_labels_are_collected_once_and_then_known() -> None:
    decoded: list[int] = []

    def decode(number: int) -> Session:
        decoded.append(number)
        return Session(f"s{number}", "Talk", WHEN)

    zeros = array("q", [0] * 9)
    anew = LazySessions(zeros, zeros, decode)
    assert (anew.labels.number("s3"), anew.new_labels) == (3, anew.labels)
    decoded.clear()
    known = LazySessions(zeros, zeros, decode, kept_labels=lambda: anew.labels)
    assert (SessionsById(known)["s3"].id, decoded, known.new_labels) == ("s3", [3], None)
