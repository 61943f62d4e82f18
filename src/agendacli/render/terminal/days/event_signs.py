"""A colour and a sign for each of several events, so that what belongs together is seen, with colours or without."""

from collections.abc import Sequence

from rich.text import Text

from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme
from agendacli.render.terminal.phrases import said

_COLOURS = ("cyan", "green", "magenta", "blue", "yellow")
_SIGNS = "●■▲◆○□△◇"


@frozen
class EventSigns:
    """The events on show, each with its colour and sign; one alone needs none."""

    programmes: tuple[Programme, ...]

    def sign(self, programme: Programme) -> tuple[str, str]:
        """The sign of an event and its colour; both empty where there is one event only."""
        if len(self.programmes) < 2:  # noqa: PLR2004 (one alone)
            return "", ""
        place = next(n for n, each in enumerate(self.programmes) if each.address == programme.address)
        again = place // len(_SIGNS)  # where there are more events than signs
        sign = f"{_SIGNS[place % len(_SIGNS)]}{again + 1 if again else ''}"
        return sign, _COLOURS[place % len(_COLOURS)]

    def legend(self) -> Sequence[Text]:
        """Each event behind its sign."""
        return [Text().append(*self.sign(each)).append(" ").append_text(said(each.name)) for each in self.shown]

    @property
    def shown(self) -> tuple[Programme, ...]:
        """The events that have a sign."""
        return self.programmes if len(self.programmes) > 1 else ()
