"""What cannot be answered is refused to whoever asks, and ends nothing: a server would go on."""

from collections.abc import Callable, Iterable

import pytest

from agendacli.cli.options.groups import Selecting
from agendacli.cli.query.clock import read_clock
from agendacli.cli.query.definitions import definition_in, refuse_undecodable
from agendacli.cli.query.lengths import hours_of, length_of
from agendacli.cli.query.roles import role_of
from agendacli.cli.query.sheet_columns import columns_given
from agendacli.cli.query.typed_ids import targets_of
from agendacli.cli.run.outcome import RefusalError
from agendacli.cli.run.surroundings import Surroundings
from agendacli.load.programmes import load


def clock(*, tz: Iterable[str] = (), at: str | None = None) -> object:
    surroundings = Surroundings.read(())
    return read_clock(Selecting(tz=list(tz) or None, at=at), surroundings)


@pytest.mark.parametrize(
    ("ask", "lines"),
    [
        (lambda: length_of("--rest", "soon"), 1),
        (lambda: hours_of("--hours", "noonish"), 1),
        (lambda: clock(tz=["Narnia"]), 1),
        (lambda: clock(tz=["UTC", "event", "local"]), 1),
        (lambda: clock(at="never"), 1),
        (lambda: role_of("Nora Weiss"), 1),
        (lambda: columns_given("Beginn"), 1),
        (lambda: definition_in("people.yaml"), 1),
        (lambda: refuse_undecodable("\ud800"), 1),
        (lambda: targets_of(["nothing", "nobody"], load(["bundled"])), 2),
    ],
    ids=["length", "hours", "zone", "three zones", "moment", "role", "columns", "file", "text", "ids"],
)
def test_a_refusal_has_a_line_for_each_thing_that_is_wrong(ask: Callable[[], object], lines: int) -> None:
    with pytest.raises(RefusalError) as refused:
        ask()
    assert len(refused.value.args) == lines
