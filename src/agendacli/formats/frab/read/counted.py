"""What stands in a schedule and has no place in a programme, counted."""

from collections import Counter
from itertools import chain

from agendacli.formats.frab.read.states import is_gone
from agendacli.formats.frab.schedule import FrabSchedule

_EXTRAS = {
    "gone": ("talk that was rejected or withdrawn", "talks that were rejected or withdrawn"),
    "waiting": ("talk without a time", "talks without a time"),
    "language": ("language", "languages"),
    "links": ("link", "links"),
    "attachments": ("attachment", "attachments"),
    "biographies": ("biography", "biographies"),
    "logo": ("picture", "pictures"),
    "recording": ("word on recording", "words on recording"),
    "recording_license": ("licence of a recording", "licences of recordings"),
    "video_download_url": ("recording", "recordings"),
    "feedback_url": ("address for feedback", "addresses for feedback"),
    "origin_url": ("address of its origin", "addresses of their origin"),
    "answers": ("answer to a question", "answers to questions"),
    "authors": ("author who does not speak", "authors who do not speak"),
    "parts": ("talk within a talk", "talks within talks"),
    "minutes": ("note of a meeting", "notes of meetings"),
    "references": ("reference", "references"),
    "codes": ("speaker of whom there is a code and no name", "speakers of whom there are codes and no names"),
}
"""By the names under which readers count it."""


def left_out_of(schedule: FrabSchedule) -> tuple[str, ...]:
    """What has no place in a programme: `79 languages`."""
    counts = Counter(chain(schedule.extras, *(each.extras for each in schedule.events)))
    counts["gone"] += sum(is_gone(each) for each in schedule.events)
    if common_license(schedule) is None:
        counts["recording_license"] += sum(bool(each.license) for each in schedule.events)
    if schedule.is_plan:
        counts["waiting"] += sum(not each.has_time and not is_gone(each) for each in schedule.events)
    return tuple(f"{counts[name]} {words[counts[name] > 1]}" for name, words in _EXTRAS.items() if counts[name])


def common_license(schedule: FrabSchedule) -> str | None:
    """The licence of all recordings, which is one of the whole; None where they have several, or none."""
    found = {each.license for each in schedule.events}
    return found.pop() or None if len(found) == 1 else None
