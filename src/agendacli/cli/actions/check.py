"""What `check` prints: the diagnostics are its results."""

from dataclasses import replace
from typing import NamedTuple

import typer

from agendacli.cli.options.groups import Format, Loading, Showing
from agendacli.cli.printing import format_of, limited, record_text
from agendacli.cli.query.loading import load_paths, old_zones
from agendacli.cli.query.lost_waivers import in_waivers_beside
from agendacli.cli.run.outcome import deliver, diagnostics_text, finish, tell, tell_diagnostics
from agendacli.cli.run.surroundings import Surroundings
from agendacli.load.doubts import doubts_told
from agendacli.load.loaded import Loaded
from agendacli.model.diagnostic import Severity, has_errors, in_order
from agendacli.records.diagnostic import diagnostic_record

_MOST_DRAWN = 100
"""What is more than that is told as a number on a terminal: what matters would have run out of its sight."""


class CheckAsked(NamedTuple):
    """Whether any warning fails the run, and whether drafts are set beside their documents instead of diagnostics."""

    strict: bool = False
    review: bool = False


def report_check(context: typer.Context, loading: Loading, showing: Showing, asked: CheckAsked) -> None:
    """Print every diagnostic of the paths; exit 1 for errors inside files, 2 for a path that cannot be read.

    With `strict` a warning is as good as an error.
    """
    surroundings: Surroundings = context.find_root().obj
    loaded = load_paths(surroundings, loading, quiet=showing.quiet)
    faults = (
        *in_waivers_beside(loaded, loading.events or ()),
        *doubts_told(loaded, None if loading.no_cache else surroundings.cache),
    )
    loaded = replace(loaded, diagnostics=in_order((*loaded.diagnostics, *faults)))
    for problem in loaded.problems:
        tell(problem)
    for note in () if showing.quiet else (*loaded.notes, *old_zones(loaded, surroundings)):
        tell(note)
    deliver((_review if asked.review else _text)(loaded, showing, surroundings), showing.output)
    if not showing.quiet and (loaded.programmes or loaded.revisions or not loaded.problems):
        tell(_summary(loaded))
    is_faulty = has_errors(loaded.diagnostics) or (asked.strict and bool(loaded.diagnostics))
    finish(sound=not loaded.problems, found=is_faulty)


def _review(loaded: Loaded, _: Showing, surroundings: Surroundings) -> str:
    from agendacli.cli.actions.review import review_of, unseen_in_review  # which reads documents

    colour = surroundings.colour("auto", on_terminal=surroundings.errors_on_terminal)
    tell_diagnostics([*unseen_in_review(loaded)], loaded.texts, surroundings, colour=colour)
    return review_of(loaded, surroundings.width)


def _text(loaded: Loaded, showing: Showing, surroundings: Surroundings) -> str:
    asked = format_of(showing, surroundings)
    told = limited(loaded.diagnostics, showing)
    if asked in (Format.TABLE, Format.PLAIN, Format.LINES) and not showing.fields:
        drawn = asked is Format.TABLE
        colour = surroundings.colour(showing.color, on_terminal=surroundings.on_terminal)
        shown = told[:_MOST_DRAWN] if drawn and not showing.limit else told
        text = diagnostics_text(shown, loaded.texts, surroundings, drawn=drawn, colour=colour)
        more = len(loaded.diagnostics) - len(shown)
        return f"{text}and {more} more; `agenda check -f lines` prints a line for each\n" if drawn and more else text
    fields = showing.fields.split(",") if showing.fields else None
    return "".join(record_text(asked, "diagnostic", map(diagnostic_record, told), fields))


def _summary(loaded: Loaded) -> str:
    programmes = (*loaded.programmes, *loaded.revisions)
    sessions = sum(len(each.sessions) for each in programmes)
    errors = sum(each.severity is Severity.ERROR for each in loaded.diagnostics)
    warnings = len(loaded.diagnostics) - errors
    read = f"{_count(len(programmes), 'programme')} with {_count(sessions, 'session')}"
    return f"{read}: {_count(errors, 'error')}, {_count(warnings, 'warning')}"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
