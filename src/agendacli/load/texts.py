"""The texts of files that diagnostics speak of, for showing their lines."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from agendacli import files
from agendacli.files import FileError


class Texts(Mapping[str, str]):
    """The text of each file that a diagnostic may speak of, as its lines are counted; made when it is asked for."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}
        self._lying: dict[str, Path] = {}

    def lie(self, file: str, path: Path) -> None:
        """Remember where the file lies that is shown under that name: `~x.yaml` in a folder is in no home."""
        self._lying[file] = path

    def hold(self, file: str, data: bytes) -> None:
        """Remember the bytes that were read under that name."""
        self._held[file] = data

    def __getitem__(self, file: str) -> str:
        from agendacli.formats.table import shown_file

        data = self._held[file] if file in self._held else self._read(file)
        if data is None:
            raise KeyError(file)
        return shown_file(data, file)

    def _read(self, file: str) -> bytes | None:
        try:
            return files.read_if_there(self._lying.get(file) or files.named_path(file))
        except FileError:  # it has just been locked: its faults can be told without showing the line
            return None

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
