"""What a run needs so that, killed at any moment, it leaves nothing in folders of people: open files, and a place."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from agendacli.files.paths import user_cache_folder

_OTHERS = 100  # files that are open as well, at most


def own_folder_beside(folder: Path) -> Path | None:
    """Our own folder for what can be made again, if it is there and on the same disk: what lies in it can be renamed.

    Two mounts of one disk look like that, too; between them linking fails.
    """
    own = user_cache_folder()
    with suppress(OSError):
        return own if own.stat().st_dev == folder.stat().st_dev else None
    return None


@contextmanager
def many_open(number: int) -> Iterator[bool]:
    """While this holds, so many files may be open at once, if the system allows it; yields whether they may."""
    try:
        import resource
    except ImportError:  # Windows
        yield False
        return
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        yield _is_allowed(number + _OTHERS)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def _is_allowed(number: int) -> bool:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(ValueError, OSError):
        if number > soft:
            resource.setrlimit(resource.RLIMIT_NOFILE, (number, hard))
        return True
    return False
