"""A file as it was, kept beside what is written over it, unless git has it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agendacli.cli.run import git
from agendacli.files.reading import read_if_there
from agendacli.files.writing import write_whole


@contextmanager
def copy_kept(path: Path, data: bytes) -> Iterator[Path | None]:
    """Keeps these bytes of a file as `NAME~` while it is replaced; None where git has them.

    Where the file is not replaced, the copy is what it was before, too. Raises FileError.
    """
    if git.has_as_it_is(path):
        yield None
        return
    copy = path.with_name(f"{path.name}~")
    before = read_if_there(copy)
    write_whole(copy, data)
    try:
        yield copy
    except BaseException:
        if before is None:
            copy.unlink(missing_ok=True)
        else:
            write_whole(copy, before)
        raise


@contextmanager
def text_kept(output: str | None, text: str) -> Iterator[str | None]:
    """Keeps what stands in a file that another text is to be written into; the name of the copy, if there is one.

    Raises FileError.
    """
    path = Path(output) if output else None
    there = read_if_there(path) if path and path.is_file() else None
    if path is None or not there or there == text.encode("utf-8", "replace"):
        yield None
        return
    with copy_kept(path, there) as copy:
        yield f"{output}~" if copy else None
