from collections.abc import Callable
from pathlib import Path

import pytest

from agendacli.files.paths import bundled_folder
from agendacli.load.loaded import Loaded
from agendacli.load.programmes import load
from agendacli.model.diagnostic import Note
from agendacli.model.people import Person
from agendacli.model.places import City
from agendacli.model.span import Span

Write = Callable[[str, str], Path]
BEES = "title: Bees\ndates: 2026-03-10\n"


def told(loaded: Loaded) -> list[str]:
    return [str(each) for each in loaded.diagnostics]


def addresses(loaded: Loaded) -> list[str]:
    return [each.address for each in (*loaded.programmes, *loaded.revisions)]


def test_load_of_a_folder_reads_its_definitions_by_name(write: Write) -> None:
    for name in ("e/b.yml", "e/a.yaml", "e/a@2026-01-01.yaml", "e/.c.yaml", "e/d.txt"):
        write(name, BEES)
    loaded = load(["e"])
    assert [each.file for each in loaded.programmes] == ["e/a.yaml", "e/b.yml"]
    assert addresses(loaded) == ["a", "b", "a@2026-01-01"]
    assert (loaded.diagnostics, loaded.problems, loaded.is_sound) == ((), (), True)
    assert loaded.texts["e/a.yaml"] == BEES


def test_load_of_a_file_shows_it_as_typed(write: Write) -> None:
    write("e/a.yaml", BEES)
    assert [each.file for each in load(["./e/../e/a.yaml"]).programmes] == ["./e/../e/a.yaml"]


def test_load_reads_a_file_once_however_it_is_named(write: Write) -> None:
    path = write("e/a.yaml", BEES)
    (path.parent / "link.yaml").symlink_to(path)
    loaded = load(["e", "e/a.yaml", str(path), "./e/../e"])
    assert (addresses(loaded), told(loaded)) == (["a"], [])


def test_load_of_standard_input_reads_its_bytes(write: Write) -> None:
    write("people.yaml", "doe: {name: Jo Doe}\n")
    loaded = load(["-"], b"title: Bees\nchair: Jo Doe\ndates: 2026-03-10\n")
    (programme,) = loaded.programmes
    assert (programme.id, programme.file) == ("stdin", "stdin")
    assert programme.participants[0].person == Person("doe", "Jo Doe")


def test_load_of_standard_input_that_holds_nothing_is_told() -> None:
    assert told(load(["-"])) == ["stdin:1:1: error[empty]: the file is empty; begin with `title:` and `days:`"]


def test_load_of_a_file_named_stdin_reads_that_file(write: Write) -> None:
    write("stdin", BEES)
    assert addresses(load(["stdin"], b"")) == ["stdin"]


def test_load_of_comments_only_is_told(write: Write) -> None:
    write("a.yaml", "# Nothing yet\n")
    assert told(load(["a.yaml"])) == [
        "a.yaml:1:1: error[empty]: the file contains comments only; add `title:` and `days:`"
    ]


def test_load_of_bundled_reads_the_events_that_come_with_the_tool() -> None:
    loaded = load(["bundled"])
    assert len(loaded.programmes) == 10
    assert addresses(loaded) == addresses(load([str(bundled_folder())]))
    assert [each.id for each in loaded.gazetteer.venues] == [
        "united-nations-headquarters",
        "vienna-international-centre",
    ]


def test_load_of_nothing_knows_the_bundled_places() -> None:
    assert load([]).gazetteer == load(["bundled"]).gazetteer


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("none.yaml", "none.yaml: no such file or directory"),
        ("empty", "empty: no definitions in this folder; it needs `.yaml` files with a `title` and `days`"),
        ("~no-such-user/a.yaml", "~no-such-user/a.yaml: there is no such home folder; write the path out"),
        ("x" * 300, f"{'x' * 300}: file name too long"),
        ("loop.yaml", "loop.yaml: too many levels of symbolic links"),
        ("a\0b", "a\0b: a name with a NUL in it is not a path"),
        ("people.yaml", "people.yaml: no such file or directory"),
    ],
)
def test_load_of_a_path_that_cannot_be_read_is_a_problem(write: Write, path: str, problem: str) -> None:
    write("empty/note.txt", "")
    Path("loop.yaml").symlink_to("loop.yaml")
    write("a.yaml", BEES)
    loaded = load([path, "a.yaml"])
    assert (loaded.problems, addresses(loaded), loaded.is_sound) == ((problem,), ["a"], False)


def test_load_of_a_folder_goes_on_behind_a_file_that_cannot_be_read(write: Write) -> None:
    write("e/b.yaml", BEES)
    Path("e/a.yaml").mkdir()
    loaded = load(["e"])
    assert (loaded.problems, addresses(loaded)) == (("e/a.yaml: is a directory",), ["b"])


def test_load_tells_every_fault_in_order_of_file_and_place(write: Write) -> None:
    write("e/b.yaml", "title: Bees\n")
    write("e/a.yaml", f"{BEES}rom: Hall\nzone: Mars\n")
    write("e/people.yaml", "doe: Jo Doe\n")
    assert [each.split(" error")[0] for each in told(load(["e"]))] == [
        "e/a.yaml:3:1:",
        "e/a.yaml:4:7:",
        "e/b.yaml:1:1:",
        "e/people.yaml:1:6:",
    ]


def test_load_is_unsound_for_errors_and_sound_for_warnings(write: Write) -> None:
    write("a.yaml", "\ufeff" + BEES)
    assert load(["a.yaml"]).is_sound
    write("b.yaml", f"{BEES}rom: x\n")
    assert not load(["b.yaml"]).is_sound


def test_load_looks_for_people_and_places_beside_the_definition_and_then_among_the_bundled(write: Write) -> None:
    write("e/people.yaml", "shaw: {name: Anna Shaw}\n")
    write("e/places.yaml", "cities: {graz: {name: Graz, zone: Europe/Vienna}}\n")
    write("e/a.yaml", f"{BEES}place: Graz\nspeakers: [Anna Shaw, Joy Ezeilo, Mark Shaw]\n")
    loaded = load(["e/a.yaml"])
    (programme,) = loaded.programmes
    assert [each.person.id for each in programme.participants if each.person] == ["shaw", "ezeilo", "mark-shaw"]
    assert (programme.zone, told(loaded)) == ("Europe/Vienna", [])
    assert loaded.gazetteer.cities[0] == City("graz", "Graz", zone="Europe/Vienna")
    assert {each.id for each in loaded.gazetteer.cities} > {"graz", "vienna"}


def test_load_tells_faults_of_people_and_places_once(write: Write) -> None:
    write("e/people.yaml", "doe: Jo Doe\n")
    write("e/a.yaml", BEES)
    write("e/b.yaml", BEES)
    assert told(load(["e"])) == ["e/people.yaml:1:6: error[wrong-type]: expected the keys of `doe`, not a text"]


def test_load_of_people_and_places_themselves_checks_them(write: Write) -> None:
    write("e/people.yaml", "doe: Jo Doe\n")
    write("e/a.yaml", BEES)
    loaded = load(["e/a.yaml", "e/people.yaml"])
    assert (addresses(loaded), len(loaded.diagnostics)) == (["a"], 1)
    assert len(load(["e/people.yaml"]).diagnostics) == 1


@pytest.mark.parametrize("text", ["", "  \n", "# nobody yet\n"])
def test_people_and_places_may_be_empty(write: Write, text: str) -> None:
    write("people.yaml", text)
    write("places.yaml", text)
    write("a.yaml", BEES)
    assert told(load(["a.yaml"])) == []


def test_people_that_cannot_be_read_are_a_problem(write: Write) -> None:
    write("a.yaml", BEES)
    Path("people.yaml").symlink_to("/proc/self/mem")
    if not Path("people.yaml").is_file():
        pytest.skip("there is no file here that exists and cannot be read")
    assert load(["a.yaml"]).problems == ("people.yaml: input/output error",)


def test_two_files_with_one_id_are_told_and_the_first_is_kept(write: Write) -> None:
    write("e/a.yaml", BEES)
    write("f/A.yml", "title: Wasps\ndates: 2026-03-10\n")
    loaded = load(["e", "f"])
    assert [each.title for each in loaded.programmes] == ["Bees"]
    reason = "`e/a.yaml` has the id `a` already; rename one of the files, or give it an `id`"
    assert told(loaded) == [f"f/A.yml:1:1: error[duplicate-id]: {reason}"]
    assert loaded.diagnostics[0].notes == (Note("this file has it", Span("e/a.yaml")),)


def test_two_files_with_one_revision_are_told(write: Write) -> None:
    write("e/a@2026-01-01.yaml", BEES)
    write("f/a@2026-01-01.yaml", BEES)
    loaded = load(["e", "f"])
    reason = "`e/a@2026-01-01.yaml` has the id `a@2026-01-01` already; rename one of the files, or give it an `id`"
    message = f"f/a@2026-01-01.yaml:1:1: error[duplicate-id]: {reason}"
    assert (addresses(loaded), told(loaded)) == (["a@2026-01-01"], [message])


def test_revisions_without_a_day_are_told_and_take_no_id(write: Write) -> None:
    write("a.yaml", BEES)
    write("a@old.yaml", BEES)
    write("a@older.yaml", BEES)
    assert [each.split(": ")[1] for each in told(load(["."]))] == ["error[bad-date]"] * 2
