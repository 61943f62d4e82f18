"""The whole page: one file of HTML that asks for nothing else, works without its script, and lets no foreign one in."""

from collections.abc import Iterable, Mapping, Sequence

from htpy import (
    Element,
    Node,
    a,
    body,
    button,
    details,
    div,
    footer,
    form,
    h1,
    h2,
    head,
    header,
    html,
    label,
    li,
    main,
    meta,
    nav,
    option,
    output,
    p,
    script,
    select,
    style,
    summary,
    template,
    title,
    ul,
)
from htpy import (
    input as field,
)
from htpy import section as part
from markupsafe import Markup

from agendacli.analysis.timetable.sections import Timetable
from agendacli.model.frozen import frozen
from agendacli.model.identity import GENERATOR
from agendacli.model.programme import Programme
from agendacli.render.page.assets import asset
from agendacli.render.page.day import View, view
from agendacli.render.page.embedding import embedded
from agendacli.render.page.language import Language
from agendacli.render.page.linked_data import linked_data
from agendacli.render.page.placement import style_of
from agendacli.render.page.policy import policy
from agendacli.render.page.session import Shown, safe_link
from agendacli.render.page.writing import page_bytes

_WORDS = (
    "pick", "picks", "no_picks", "copied", "gone_picks", "conflicts", "no_conflicts", "certain", "possible", "overlap",
    "travel", "unknown", "own_clock", "now", "shown", "all",
)  # fmt: skip
_FILTERS = ("room", "person", "kind", "category")


@frozen
class Feed:
    """A calendar beside the page: what it is called, its file, and its address for subscribing if that is known."""

    name: str
    file: str
    subscription: str | None = None


@frozen
class Page:
    """What a page is made of besides the sessions.

    `ways` has the seconds from place to place by their numbers, at least and usually; `clashes` the conflicts of what
    has no certain hours, by address: whether each is certain, and why it is not. `gone` are titles of the version
    before that are not in this one.
    """

    title: str
    shown: Shown
    timetable: Timetable
    feeds: tuple[Feed, ...] = ()
    ways: Mapping[str, tuple[int, int]] | None = None
    clashes: Mapping[str, Mapping[str, tuple[bool, str, str]]] | None = None
    gone: tuple[str, ...] = ()


def document(page: Page) -> bytes:
    """The page as HTML; equal input gives equal bytes."""
    language = page.shown.language
    views = [view(each, page.shown) for each in page.timetable.sections]
    styles, code = asset("page.css"), asset("page.js")
    placed = style_of(placed for each in views for placed in each.placements)
    content = html(lang=language.code, dir=language.direction)[
        head[
            meta(charset="utf-8"),
            meta(name="viewport", content="width=device-width, initial-scale=1"),
            meta(name="generator", content=GENERATOR),
            meta(http_equiv="Content-Security-Policy", content=policy((styles, placed), code)),
            title[page.title],
            style[Markup(styles)],  # noqa: S704 (our own file)
            style[Markup(placed)],  # noqa: S704 (numbers alone)
            linked_data(page.timetable),
        ],
        body(class_=views[0].paper if views else None)[
            a(".skip", href="#programme")[language.say("skip")],
            _header(page),
            _nav(views, language),
            _tools(language),
            main(id="programme")[[each.element for each in views], _gone(page)],
            _footer(page),
            _data(page),
            script[Markup(code)],  # noqa: S704 (our own file)
        ],
    ]
    return page_bytes(content)


def _header(page: Page) -> Element:
    programmes = page.timetable.programmes
    if len(programmes) != 1:  # several, or none of which anything is left
        return header[h1[page.title]]
    facts = [p[each] for each in _facts(programmes[0], page.shown.language)]
    return header[h1[page.title], facts, _notes(programmes[0].notes, page.shown.language)]


def _notes(notes: Sequence[str], language: Language) -> Element | None:
    return details[summary[language.say("notes")], [p[each] for each in notes]] if notes else None


def _facts(programme: Programme, language: Language) -> Iterable[Node]:
    if programme.title != programme.name:
        yield programme.title
    if place := ", ".join(filter(None, (programme.room, str(programme.place)))):
        yield place
    version = language.say("version", date=language.plain_day(programme.revision)) if programme.revision else None
    if stage := " · ".join(filter(None, (programme.stage, version))):
        yield stage
    if link := safe_link(programme.url):
        yield a(href=link)[language.say("link")]
    yield from programme.description.split("\n\n") if programme.description else ()


def _nav(views: Sequence[View], language: Language) -> Element:
    links = [li[a(href=f"#{each.anchor}")[each.heading]] for each in views]
    return nav(aria_label=language.say("contents"))[ul[links]]


def _tools(language: Language) -> Element:
    """What only the script can use; until it takes it out of its template nobody sees it."""
    say = language.say
    fields = [label(f".f-{name}")[say(name), select(name=name)[option(value="")[say("all")]]] for name in _FILTERS]
    return template(id="tools")[
        form("#find", role="search", aria_label=say("filters"))[
            label[say("search"), field(type="search", name="text", autocomplete="off")],
            fields,
            label[
                say("clock"),
                select(name="clock")[option(value="")[say("event_clock")], option(value="own")],
            ],
            label(".check")[field(type="checkbox", name="mine"), say("only_picks")],
            button(type="reset")[say("reset")],
            a("#to-now", hidden=True, href="#programme")[say("to_now")],
            output["\xa0"],
        ],
        part("#picks", aria_labelledby="picks-head")[
            h2("#picks-head")[say("picks")],
            p("#picked")[say("no_picks")],
            div("#clashes"),
            p(".buttons")[
                button("#save", type="button")[say("save")],
                button("#copy", type="button")[say("copy_link")],
                output("#told"),
            ],
        ],
    ]


def _gone(page: Page) -> Element | None:
    """What the version before had."""
    if not page.gone:
        return None
    heading = h2(id="gone")[page.shown.language.say("gone")]
    return part(".day.tall", aria_labelledby="gone")[heading, ul[[li[each] for each in page.gone]]]


def _footer(page: Page) -> Element:
    say = page.shown.language.say
    return footer[
        h2[say("calendars")],
        ul(".feeds")[[li[_feed(each, say("subscribe"))] for each in page.feeds]],
        [p[each.license] for each in page.timetable.programmes if each.license],
    ]


def _feed(feed: Feed, subscribe: str) -> Node:
    link = a(href=feed.file)[feed.name]
    return [link, " · ", a(href=feed.subscription)[subscribe]] if feed.subscription else link


def _data(page: Page) -> Element:
    """What the script reads: its words, the ways, and the conflicts that it cannot reckon itself."""
    words = {key: page.shown.language.words[key] for key in _WORDS}
    key = ".".join(each.id for each in page.timetable.programmes)
    data = {"key": key, "words": words, "ways": page.ways or {}, "clashes": page.clashes or {}}
    return script(type="application/json", id="data")[embedded(data)]
