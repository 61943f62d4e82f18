"""Files in a revision of a git repository; git is asked for their content, nothing is checked out."""

import subprocess
from pathlib import Path, PurePosixPath

from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen

PREFIX = "git:"


@frozen
class GitPath:
    """A file or folder in a revision, as git writes it: `HEAD~1:events/school.yaml`."""

    revision: str
    path: str

    def __str__(self) -> str:
        return f"{self.revision}:{self.path}"

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return PurePosixPath(self.path).stem


def read_git_path(text: str) -> GitPath | None:
    """The revision and path of a text such as `git:HEAD~1:events/x.yaml`, with or without `git:`.

    A single letter before the colon is a drive of Windows; a leading hyphen would be an option.
    """
    revision, colon, path = text.removeprefix(PREFIX).partition(":")
    is_drive = len(revision) == 1 and not text.startswith(PREFIX)
    return GitPath(revision, path) if colon and revision and not is_drive and not revision.startswith("-") else None


def is_revision(revision: str) -> bool:
    """Whether git knows that revision here; False without git."""
    try:
        return _git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode == 0
    except OSError:
        return False


def files_at(asked: GitPath) -> dict[str, bytes] | Refusal:
    """The bytes of a file by its path, or of each file of a folder; a refusal if git does not have it.

    A path is relative to the top of the repository, as git has it, else to the working directory.
    """
    if refusal := _fault(asked):
        return refusal
    for path in dict.fromkeys((asked.path.rstrip("/"), f"./{asked.path.rstrip('/')}")):
        kind = _git("cat-file", "-t", f"{asked.revision}:{path}")
        if kind.stdout.strip() == b"blob":
            return {asked.path: _bytes(asked.revision, path)}
        if kind.stdout.strip() == b"tree":
            return _folder(asked.revision, path)
    return Refusal(
        f"`{asked.revision}` has no `{asked.path}`; `git ls-tree -r --name-only {asked.revision}` lists its files"
    )


def beside(asked: GitPath, names: tuple[str, ...]) -> dict[str, bytes]:
    """The bytes of those files beside another one in its revision."""
    folder = PurePosixPath(asked.path).parent
    found: dict[str, bytes] = {}
    for name in names:
        for path in (str(folder / name), f"./{folder / name}"):
            if _git("cat-file", "-e", f"{asked.revision}:{path}").returncode == 0:
                found.setdefault(name, _bytes(asked.revision, path))
    return found


def has_as_it_is(path: Path) -> bool:
    """Whether git has a file just as it lies there; False without git."""
    there = "-C", str(path.parent)
    try:
        is_tracked = _git(*there, "ls-files", "--error-unmatch", path.name).returncode == 0
        return is_tracked and _git(*there, "diff", "--quiet", "HEAD", path.name).returncode == 0
    except OSError:
        return False


def _folder(revision: str, path: str) -> dict[str, bytes]:
    listed = _git("ls-tree", "-z", "--name-only", f"{revision}:{path}").stdout.decode("utf-8", "surrogateescape")
    folder = f"{path}/" if path else ""  # without a path it is the whole of the revision
    paths = [f"{folder}{name}" for name in listed.split("\0") if name]
    return {each: _bytes(revision, each) for each in paths}


def _bytes(revision: str, path: str) -> bytes:
    return _git("cat-file", "blob", f"{revision}:{path}").stdout


def _fault(asked: GitPath) -> Refusal | None:
    try:
        inside = _git("rev-parse", "--is-inside-work-tree").returncode == 0
    except OSError:
        return Refusal(f"`{asked}`: git cannot be run; install it, or name a file")
    if not inside:
        return Refusal(f"`{asked}`: this folder is in no git repository; go into it, or name a file")
    if not is_revision(asked.revision):
        return Refusal(f"git knows no revision `{asked.revision}` here; `git log --oneline` lists them")
    return None


def _git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(("git", *arguments), capture_output=True, check=False)  # noqa: S603, S607 (the user's git)


def in_work_tree(asked: GitPath) -> str:
    """The current path of a file: relative to the working directory, else to the top of the repository."""
    if Path(asked.path).exists():
        return asked.path
    top = _git("rev-parse", "--show-toplevel").stdout.decode("utf-8", "surrogateescape").strip()
    return str(Path(top, asked.path))
