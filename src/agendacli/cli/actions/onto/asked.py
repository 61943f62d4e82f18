"""What is asked of a merge."""

from agendacli.cli.options.groups import Loading
from agendacli.cli.run.outcome import refuse
from agendacli.files.paths import STDIN
from agendacli.formats.draft import DraftAsked
from agendacli.model.frozen import frozen


@frozen
class ToMerge:
    """What is to be merged: the new file, one's own, the older one that was sent before (None: what is known of it).

    `loading` and `of_document` are what is said of both files that others send.
    """

    file: str
    onto: str
    was: str | None = None
    loading: Loading = Loading()
    of_document: DraftAsked = DraftAsked()
    dry_run: bool = False
    quiet: bool = False


def files_to_merge(file: str, onto: str | None, was: str | None, *, others: tuple[str | None, ...]) -> ToMerge:
    """The three files; options that belong to something else end the run."""
    if onto is None:
        refuse("--was and --dry-run say more of a merge; name your own file with `--onto MINE.yaml`")
    if any(others):
        refuse("--onto brings all of it into that file; leave out `-o`, `--from` and `--to`")
    if file == was == STDIN:
        refuse("`-` cannot be both what came and what was before; save one of them as a file, and name that")
    return ToMerge(file, onto, was)
