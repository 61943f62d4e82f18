"""Many sessions by their ids."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, final

from agendacli.model.lazy import LazySessions

if TYPE_CHECKING:
    from agendacli.model.programme import Session


@final
class SessionsById(Mapping[str, "Session"]):
    """Sessions by their ids; of many, those alone are decoded that are asked for. Of equal ids the last one counts."""

    def __init__(self, sessions: LazySessions) -> None:
        self._sessions = sessions

    def __getitem__(self, id_: str) -> "Session":
        number = self._sessions.labels.number(id_)
        if number is None:
            raise KeyError(id_)
        return self._sessions[number]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(id_ for id_, _ in self._sessions.labels.begun("")))

    def __len__(self) -> int:
        return sum(1 for _ in self)
