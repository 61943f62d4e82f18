"""A vdir: a folder with one item in each file, as khal, todoman and vdirsyncer keep calendars."""

from collections.abc import Iterable, Mapping

from agendacli.formats.ics.file_names import file_name
from agendacli.formats.ics.items import Item, Items, read_items
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

ENDING = ".ics"


@frozen
class Vdir:
    """What a folder holds: the UIDs in each of its files by name (none in one that cannot be read), and all items."""

    files: Mapping[str, frozenset[str]]
    items: Items

    def names_for(self, uids: Iterable[str]) -> dict[str, str] | Refusal:
        """The file for each of those items: the one that has it, else a new one named after its UID.

        Refused where that file holds anything else.
        """
        places = {uid: name for name, held in self.files.items() for uid in held}
        names = {uid: places.get(uid) or file_name(uid, ENDING) for uid in uids}
        for uid, name in names.items():
            if self.files.get(name, {uid}) != {uid}:
                return Refusal(f"{name} holds something else than the item {uid}; move it out of the folder")
        return names


def read_vdir(contents: Mapping[str, bytes]) -> Vdir:
    """The items of a folder, given as the contents of its files by name. What cannot be read is nobody's item."""
    read = {name: read_items(data) for name, data in contents.items()}
    found = [each for each in read.values() if isinstance(each, Items)]
    items: dict[str, Item] = {}
    for each in found:
        items |= each.by_uid
    zones = {tzid: zone for each in found for tzid, zone in each.timezones.items()}
    held = {name: frozenset(each.by_uid) if isinstance(each, Items) else frozenset() for name, each in read.items()}
    return Vdir(held, Items(items, zones))
