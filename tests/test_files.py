import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from agendacli.files import FileError, writing
from agendacli.files.paths import (
    bundled_folder,
    is_folder,
    named_path,
    paths_in,
    real_path,
    user_cache_folder,
    user_config_file,
    user_events_folder,
    user_schedule_file,
)
from agendacli.files.reading import read_bytes
from agendacli.load.paths import PEOPLE, definitions_in


def test_bundled_folder_holds_the_events() -> None:
    folder = bundled_folder()
    assert (folder / "vienna-session.yaml").is_file()
    assert (folder / PEOPLE).is_file()


def test_definitions_in_a_folder_are_yaml_files_by_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "people.yaml", "places.yaml", ".hidden.yaml", "notes.txt", "c.yaml~"):
        (tmp_path / name).touch()
    assert [path.name for path in definitions_in(tmp_path)] == ["a.yml", "b.yaml"]


def test_definitions_in_no_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"none: no such file or directory$"):
        definitions_in(tmp_path / "none")


def test_named_path_knows_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    assert named_path("~/events") == Path("/somewhere/events")
    assert named_path("events/a.yaml") == Path("events/a.yaml")


def test_real_path_is_one_however_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "link").symlink_to("a")
    assert real_path(tmp_path / "x" / ".." / "link") == real_path(tmp_path / "a")


def test_is_folder_tells_folders_from_files(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert [is_folder(path) for path in (tmp_path, tmp_path / "a", tmp_path / "none")] == [True, False, False]


def test_read_bytes_gives_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xff\0")
    assert read_bytes(tmp_path / "a") == b"\xff\0"


def test_read_bytes_of_a_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileError) as fault:
        read_bytes(tmp_path)
    assert str(fault.value) == f"{tmp_path}: is a directory"


def test_write_whole_makes_a_file_with_the_usual_permissions(tmp_path: Path) -> None:
    writing.write_whole(tmp_path / "a.ics", b"one")
    (tmp_path / "usual").touch()
    assert (tmp_path / "a.ics").read_bytes() == b"one"
    assert (tmp_path / "a.ics").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_write_whole_replaces_a_file_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    path.write_bytes(b"a long text that was there")
    path.chmod(0o640)
    writing.write_whole(path, b"two")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"two", 0o640)


def test_write_whole_leaves_nothing_else_behind(tmp_path: Path) -> None:
    writing.write_whole(tmp_path / "a.ics", b"one")
    assert [path.name for path in tmp_path.iterdir()] == ["a.ics"]


def test_write_whole_through_a_link_replaces_what_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.ics").write_bytes(b"one")
    (tmp_path / "link.ics").symlink_to("real/a.ics")
    writing.write_whole(tmp_path / "link.ics", b"two")
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real" / "a.ics").read_bytes() == b"two"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none/a.ics", "no such file or directory"),
        ("folder", "is a directory"),
        ("a\0b", "a name with a NUL in it is not a path"),
    ],
)
def test_write_whole_that_cannot_write_is_an_error_and_leaves_nothing(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileError) as fault:
        writing.write_whole(tmp_path / name, b"one")
    assert str(fault.value) == f"{tmp_path / name}: {reason}"
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_write_whole_to_a_pipe_leaves_it_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    writing.write_whole(path, b"one")
    assert os.read(reading, 10) == b"one"
    os.close(reading)
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_write_whole_that_fails_midway_keeps_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(b"old")
    with pytest.raises(TypeError):
        writing.write_whole(tmp_path / "a.ics", "text")  # type: ignore[arg-type]  # the fault that is tested
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.ics", b"old")]


def test_write_pieces_asks_for_one_after_the_other(tmp_path: Path) -> None:
    writing.write_pieces(tmp_path / "a.ics", (b"%d" % n for n in range(3)))
    assert (tmp_path / "a.ics").read_bytes() == b"012"


def test_write_pieces_to_a_pipe_leaves_it_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    writing.write_pieces(path, (b"one", b"two"))
    assert (os.read(reading, 10), stat.S_ISFIFO(path.stat().st_mode)) == (b"onetwo", True)
    os.close(reading)


def test_write_pieces_that_fail_midway_keep_the_old_file(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise KeyError

    (tmp_path / "a.ics").write_bytes(b"old")
    with pytest.raises(KeyError):
        writing.write_pieces(tmp_path / "a.ics", pieces())
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.ics", b"old")]


def test_user_events_folder_is_named_if_it_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_events_folder() == ()
    from platformdirs import user_data_path

    folder = user_data_path("agendacli") / "events"
    folder.mkdir(parents=True)
    assert user_events_folder() == (str(folder),)


@pytest.mark.parametrize("settled", ["", " ", "/settled", "/settled/", "relative", "~/settled"])
@pytest.mark.parametrize("home", ["/home/somebody", "/", "relative", "", None])
def test_own_folders_are_those_of_platformdirs(settled: str, home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(each, settled)
    if home is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", home)
    import platformdirs

    found = user_cache_folder(), user_config_file().parent, user_schedule_file().parent
    kinds = platformdirs.user_cache_path, platformdirs.user_config_path, platformdirs.user_data_path
    assert found == tuple(each("agendacli") for each in kinds)


def test_paths_in_a_variable_are_joined_as_in_path() -> None:
    assert paths_in(f"events{os.pathsep}{os.pathsep}more/events") == ["events", "more/events"]
    assert paths_in("") == []
