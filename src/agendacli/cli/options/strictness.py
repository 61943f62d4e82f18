"""How strictly sessions are kept apart: options of what looks for conflicts, and of what plans without them."""

from typing import Annotated

import typer

IncludeTransparent = Annotated[
    bool, typer.Option("--include-transparent", help="Also what takes nobody's time: lunch, deadlines, documents.")
]
Buffer = Annotated[
    str | None, typer.Option("--buffer", metavar="LENGTH", help="Time to change rooms within a city: `15m`.")
]
Rest = Annotated[
    str | None, typer.Option("--rest", metavar="LENGTH", help="Time that a person needs between two sessions: `40m`.")
]
