"""Recognises entries that this user's runs wrote.

Other users own none of this user's files. An entry changed by another program or by hand lacks the right checksum,
which depends on a key: random bytes in the folder, readable only by this user.
"""

import os
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from zlib import crc32

from agendacli.files import FileError
from agendacli.files.reading import read_if_there

_NAME = ".key"
_LENGTH = 32


class Seal:
    """Checksums of the entries of a folder; the key is created with the first entry."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / _NAME

    @cached_property
    def _begun(self) -> int | None:
        """The checksum of the key; None if there is no key, or one of somebody else."""
        key = read_own(self.file)
        return crc32(key) if key and len(key) == _LENGTH else None

    def of(self, data: bytes | memoryview) -> int | None:
        """The checksum of an entry's content; None if there is no key."""
        return None if self._begun is None else crc32(data, self._begun)

    def prepare(self) -> None:
        """Creates a key if there is no valid one. Raises FileError if it cannot be written."""
        if self._begun is None:
            from agendacli.files.writing import update

            update(self.file, read_if_there(self.file), os.urandom(_LENGTH))
            del self._begun


def read_own(file: Path) -> bytes | None:
    """The bytes of a file that this user owns, None for anything else."""
    try:
        found = file.lstat()
        is_own = S_ISREG(found.st_mode) and (not hasattr(os, "geteuid") or found.st_uid == os.geteuid())
        return read_if_there(file) if is_own else None
    except (FileError, OSError, ValueError):
        return None
