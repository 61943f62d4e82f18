"""All disk access: paths, reading, and atomic writing; and its errors."""

from pathlib import Path


class FileError(Exception):
    """A file or folder that cannot be read or written: an error of the environment, reported in one line."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def reason(fault: OSError | ValueError) -> str:
    """The reason of an error, in the words of the operating system."""
    if isinstance(fault, ValueError):  # each Python words it differently
        return "a name with a NUL in it is not a path"
    return (getattr(fault, "strerror", None) or str(fault)).lower()
