"""What the sessions of a large programme say besides, on a page of its own: the first one stays quick to load."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from htpy import a, article, body, div, h1, h2, head, html, main, meta, style
from htpy import title as page_title
from markupsafe import Markup

from agendacli.analysis.timetable.sections import Timetable
from agendacli.model.identity import GENERATOR
from agendacli.model.occurrence import Occurrence
from agendacli.render.page.assets import asset
from agendacli.render.page.patterns import SLOT, Pattern, in_markup
from agendacli.render.page.policy import policy
from agendacli.render.page.session import TIME, Shown, shown_hours
from agendacli.render.page.writing import page_bytes
from agendacli.words.harmless import one_line

_ARTICLE = Pattern(article(id=SLOT)[h2[a(href=SLOT)[SLOT]], SLOT])
_MOST = 60_000  # letters, about what a page of sessions without them weighs


def is_long(timetable: Timetable) -> bool:
    """Whether the sessions say so much that it belongs on a page of its own."""
    sessions = {id(each.session): each.session for part in timetable.sections for each in part.occurrences}
    return sum(len(each.description or "") for each in sessions.values()) > _MOST


def details_page(timetable: Timetable, shown: Shown, title: str, first: str) -> bytes:
    """The page as HTML; `first` is the file of the programme."""
    language, inside = shown.language, replace(shown, apart=None)
    styles = asset("page.css")
    every = (each for part in timetable.sections for each in part.occurrences)
    content = html(lang=language.code, dir=language.direction)[
        head[
            meta(charset="utf-8"),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            meta(name="generator", content=GENERATOR),
            meta(http_equiv="Content-Security-Policy", content=policy((styles,))),
            page_title[f"{language.say('details')}: {title}"],
            style[Markup(styles)],  # noqa: S704 (our own file)
        ],
        body[main[h1[title], div(".list")[_articles(every, inside, first)]]],
    ]
    return page_bytes(content)


def _articles(occurrences: Iterable[Occurrence], shown: Shown, first: str) -> Iterator[Markup]:
    for each in occurrences:
        if more := shown.more(each):
            said = in_markup((TIME(shown_hours(each, shown.language)), more))
            yield _ARTICLE(each.id, f"{first}#{each.id}", one_line(each.session.title), said)
