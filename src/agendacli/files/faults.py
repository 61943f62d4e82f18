"""What the disk refuses, as one line for the person who asked."""

from pathlib import Path


class FileError(Exception):
    """A file or folder that cannot be read or written: the environment's fault, told in one line."""

    def __init__(self, path: Path | str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")


def reason(fault: OSError | ValueError) -> str:
    """What is wrong, in the words of the system."""
    if isinstance(fault, ValueError):  # in words of its own with each Python
        return "a name with a NUL in it is no path"
    return (getattr(fault, "strerror", None) or str(fault)).lower()
