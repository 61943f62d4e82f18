"""What tells an entry that was written here from one that was put together elsewhere.

Other users own none of this user's files. What other programs, or a hand, have made of an entry lacks the right
checksum, which begins with a key: random bytes that lie in the folder, for this user only.
"""

import os
from functools import cached_property
from pathlib import Path
from stat import S_ISREG
from zlib import crc32

from agendacli.files.faults import FileError
from agendacli.files.reading import read_if_there

_NAME = ".key"
_LENGTH = 32


class Seal:
    """Checksums of what is kept in a folder; the key is made when the first entry is written."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / _NAME

    @cached_property
    def _begun(self) -> int | None:
        """The checksum of the key; None while there is none, or one that is somebody else's."""
        key = read_own(self.file)
        return crc32(key) if key and len(key) == _LENGTH else None

    def of(self, data: bytes | memoryview) -> int | None:
        """The checksum of what an entry holds; None while there is no key."""
        return None if self._begun is None else crc32(data, self._begun)

    def prepare(self) -> None:
        """Make a key if there is none that counts. Raises FileError where nothing can be written."""
        if self._begun is None:
            from agendacli.files.writing import update

            update(self.file, read_if_there(self.file), os.urandom(_LENGTH))
            del self._begun


def read_own(file: Path) -> bytes | None:
    """The bytes of a file that belongs to this user, None for whatever else lies there, or nothing."""
    try:
        found = file.lstat()
        is_own = S_ISREG(found.st_mode) and (not hasattr(os, "geteuid") or found.st_uid == os.geteuid())
        return read_if_there(file) if is_own else None
    except (FileError, OSError, ValueError):
        return None
