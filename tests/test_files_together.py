from pathlib import Path

import pytest

from agendacli.files import FileError, writing
from agendacli.files.reading import files_in
from agendacli.files.staging import many_open
from agendacli.files.writing import write_all


def test_files_in_are_those_with_the_ending(tmp_path: Path) -> None:
    for name in ("b.ics", "a.ics", ".hidden.ics", "c.txt"):
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "folder.ics").mkdir()
    assert files_in(tmp_path, ".ics") == {"a.ics": b"a.ics", "b.ics": b"b.ics"}


def test_files_in_no_folder_are_none(tmp_path: Path) -> None:
    assert files_in(tmp_path / "none", ".ics") == {}


def test_files_in_a_file_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match="not a directory"):
        files_in(tmp_path / "file", ".ics")


def test_write_all_makes_the_folder_and_replaces_files(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write_all(folder, {"a": b"1", "b": b"2"})
    write_all(folder, {"b": b"3"})
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == {"a": b"1", "b": b"3"}


def test_write_all_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").write_bytes(b"old")
    (tmp_path / "here").symlink_to(tmp_path / "there")
    write_all(tmp_path, {"here": b"new"})
    assert ((tmp_path / "here").is_symlink(), (tmp_path / "there").read_bytes()) == (True, b"new")


def test_write_all_writes_nothing_where_one_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(FileError, match="b: is a folder"):
        write_all(tmp_path, {"a": b"1", "b": b"2"})
    assert [each.name for each in tmp_path.iterdir()] == ["b"]


def test_write_all_names_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such file or directory"):
        write_all(tmp_path, {"a/b": b"1"})
    assert [*tmp_path.iterdir()] == []


def test_write_all_does_without_our_own_folder_where_nothing_can_be_linked_into_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "own_folder_beside", lambda _: tmp_path / "none")
    (tmp_path / "a").write_bytes(b"old")
    write_all(tmp_path, {"a": b"new"})
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"new"}


@pytest.mark.parametrize(("number", "expected"), [(2_000, True), (1 << 40, False)])
def test_many_files_are_open_at_once_where_the_system_allows_it(number: int, *, expected: bool) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(256, before[0]), before[1]))
    try:
        with many_open(number) as allowed:
            assert allowed is expected
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == 256
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
