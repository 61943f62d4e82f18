"""Waivers whose sessions are gone."""

from collections.abc import Collection, Iterable
from collections.abc import Mapping as ByName

from agendacli.model.codes import LOST_WAIVER
from agendacli.model.diagnostic import Diagnostic
from agendacli.model.findings import Findings
from agendacli.model.waiver import Waiver
from agendacli.words.near import NearNames

_DELETE = "; correct the id, or delete this waiver"


def lost_sessions(
    waivers: Iterable[Waiver], sessions: ByName[str, Collection[str]], events: Collection[str] | None = None
) -> tuple[Diagnostic, ...]:
    """A warning for each session of a waiver that is none of `sessions`, the ids of each event's own.

    With `events`, the ids of all that there are, also for one of an event that is none of them.
    """
    near = {event: NearNames(ids) for event, ids in sessions.items()}
    findings = Findings()
    for name, span in ((name, each.span) for each in waivers for name, _ in each.sessions if each.span):
        event, _, rest = name.partition("/")
        session = rest.partition("/")[0]
        if event in sessions and session not in sessions[event]:
            hint = near[event].suggestion(session) or _DELETE
            findings.report(LOST_WAIVER, span, f"`{event}` has no session `{session}` any more{hint}")
        elif event not in sessions and events is not None and event.partition("@")[0] not in events:
            findings.report(LOST_WAIVER, span, f"there is no event `{event}` here{_DELETE}")
    return findings.all
