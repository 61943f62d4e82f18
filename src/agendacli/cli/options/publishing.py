"""The options of `publish`."""

from typing import Annotated, NamedTuple

import typer


class Publishing(NamedTuple):
    """What a published folder holds besides the usual."""

    source: Annotated[
        str | None,
        typer.Option("--source", metavar="URL", help="Where the folder will be: calendars can then be subscribed to."),
    ] = None
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="OLD", help="Mark what changed since this version: an operand of `agenda diff`."
        ),
    ] = None
    lang: Annotated[
        str,
        typer.Option(
            "--lang", metavar="CODE", help="The language of the page’s own words: en, fr, es, ru, zh, ar, de."
        ),
    ] = "en"
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="What the page is called.")] = None
    signs: Annotated[bool, typer.Option("--signs", help="Door signs as well: a page for each room and day.")] = False
    people_feeds: Annotated[bool, typer.Option("--people-feeds", help="A calendar for each person, too.")] = False
    with_sources: Annotated[
        bool, typer.Option("--with-sources", help="With sources, and with what other documents say.")
    ] = False
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin anew: what is there is replaced and not brought up to date.")
    ] = False
