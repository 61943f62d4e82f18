"""A colour and a sign for each of several events, so that what belongs together is seen, with colours or without."""

from collections.abc import Iterable, Iterator, Sequence

from agendacli.model.programme import Programme
from agendacli.render.terminal.phrases import said
from agendacli.render.terminal.text import Text

_COLOURS = ("cyan", "green", "magenta", "blue", "yellow")
_SIGNS = "●■▲◆○□△◇"


class EventSigns:
    """The signs of the events on show, in their order; one event alone needs none."""

    def __init__(self, programmes: Sequence[Programme]) -> None:
        self.programmes = programmes if len(programmes) > 1 else ()
        self._places = {each.id: n for n, each in enumerate(self.programmes)}

    def sign(self, programme: Programme) -> tuple[str, str]:
        """The sign of an event and its colour; both empty where there is one event only."""
        place = self._places.get(programme.id)
        if place is None:
            return "", ""
        again = place // len(_SIGNS)  # where there are more events than signs
        return f"{_SIGNS[place % len(_SIGNS)]}{again + 1 if again else ''}", _COLOURS[place % len(_COLOURS)]

    def before(self, programme: Programme, text: Text) -> Text:
        """A text behind the sign of its event."""
        sign, colour = self.sign(programme)
        return Text(overflow="fold").append(f"{sign} ", colour).append_text(text) if sign else text

    def legend(self, programmes: Iterable[Programme] | None = None) -> Iterator[Text]:
        """Each event behind its sign: all, or these."""
        return (self.before(each, said(each.name)) for each in (self.programmes if programmes is None else programmes))


NO_SIGNS = EventSigns(())
"""Of one event alone."""
