"""What lies at addresses, in a module of its own: a list that is kept needs no more than that."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from agendacli.cli.options.groups import Loading
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files import FileError
from agendacli.files.paths import is_address

if TYPE_CHECKING:
    from agendacli.files.web.copies import WebCopy


def fetched(
    surroundings: Surroundings, loading: Loading, paths: Sequence[str]
) -> "tuple[dict[str, WebCopy], dict[str, str]]":
    """What lies at the addresses among the paths, and why some of them could not be had."""
    from agendacli.files.web.copies import WebWishes, web_copy

    known: dict[str, WebCopy | FileError] = {} if loading.no_cache else surroundings.fetched
    wishes = WebWishes(offline=loading.offline, anew=loading.no_cache)
    addresses = [*filter(is_address, paths)]
    for each in addresses:
        if each not in known:
            try:
                known[each] = web_copy(each, surroundings.web_folder, surroundings.now, wishes)
            except FileError as fault:
                known[each] = fault
    found = {each: known[each] for each in addresses}
    copies = {each: copy for each, copy in found.items() if not isinstance(copy, FileError)}
    return copies, {each: str(fault) for each, fault in found.items() if isinstance(fault, FileError)}
