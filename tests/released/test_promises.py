"""What docs/stability.md promises: nothing that a release had goes or moves without another version, which is told."""

import json
import re
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

from agendacli import __version__

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Shape = dict[str, Any]
RELEASED = {each.stem: json.loads(each.read_text(encoding="utf-8")) for each in sorted(HERE.glob("*.json"))}


def current_shape() -> Shape:
    spec = spec_from_file_location("shape", HERE / "shape.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: Shape = module.shape()
    return found


CURRENT = current_shape()


def broken(old: Shape, new: Shape) -> Iterator[str]:
    """What of an older release is no more as it was, though its version says that it is."""
    for name, record in old["records"].items():
        now = new["records"].get(name)
        if now is None:
            yield f"the record `{name}` is gone"
        elif now["version"] == record["version"]:
            yield from (f"{name}: {each}" for each in moved(record, now))
    if new["definition"]["version"] == old["definition"]["version"]:
        keys, now = old["definition"]["keys"], new["definition"]["keys"]
        yield from (f"{table}: the key `{key}`" for table in keys for key in keys[table] if key not in now[table])


def moved(old: Shape, new: Shape) -> Iterator[str]:
    yield from (f"the field `{each}` is gone" for each in old["fields"] if each not in new["fields"])
    if not begins_so(outer(old["fields"]), outer(new["fields"])):
        yield "fields stand elsewhere"
    if not begins_so(old["plain"], new["plain"]):
        yield "fields of the plain line stand elsewhere, or are gone"


def outer(fields: Sequence[str]) -> list[str]:
    return [each for each in fields if "." not in each]


def begins_so(old: Sequence[str], new: Sequence[str]) -> bool:
    return list(new[: len(old)]) == list(old)


def releases() -> dict[str, str]:
    """The CHANGELOG by release, the newest first."""
    parts = re.split(r"^## ", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {part.split()[0]: part for part in parts}


@pytest.mark.parametrize("release", RELEASED)
def test_nothing_of_a_release_goes_or_moves(release: str) -> None:
    assert list(broken(RELEASED[release], CURRENT)) == []


@pytest.mark.parametrize("release", RELEASED)
def test_a_higher_version_is_told_among_what_breaks(release: str) -> None:
    told = "\n".join(part for name, part in releases().items() if name != release and "### Breaks" in part)
    records = RELEASED[release]["records"]
    changed = [name for name, each in records.items() if CURRENT["records"][name]["version"] != each["version"]]
    assert [name for name in changed if f"`{name}`" not in told] == []


def test_the_page_says_the_versions_of_the_schemas() -> None:
    page = (ROOT / "docs" / "stability.md").read_text(encoding="utf-8")
    said = dict(re.findall(r"^\| record `(\S+)` \| (\d+) \|$", page, re.MULTILINE))
    assert said == {name: str(each["version"]) for name, each in CURRENT["records"].items()}
    assert f"| `format` of a definition | {CURRENT['definition']['version']} |" in page
    assert f"| in {__version__} | version |" in page


def without(record: str, field: str) -> Shape:
    """What there is, less a field of a record."""
    found: Shape = json.loads(json.dumps(CURRENT))
    found["records"][record]["fields"].remove(field)
    return found


@pytest.mark.parametrize("field", ["title", "people", "people.name"])
def test_a_field_that_goes_is_seen(field: str) -> None:
    assert f"occurrence: the field `{field}` is gone" in list(broken(CURRENT, without("occurrence", field)))


def test_a_field_that_moves_is_seen() -> None:
    new = without("event", "title")
    new["records"]["event"]["fields"].append("title")
    assert list(broken(CURRENT, new)) == ["event: fields stand elsewhere"]


def test_a_field_of_a_line_that_moves_is_seen() -> None:
    new = json.loads(json.dumps(CURRENT))
    new["records"]["change"]["plain"].insert(2, "minutes")
    assert list(broken(CURRENT, new)) == ["change: fields of the plain line stand elsewhere, or are gone"]


def test_a_record_and_a_key_that_go_are_seen() -> None:
    new = json.loads(json.dumps(CURRENT))
    del new["records"]["kept"]
    new["definition"]["keys"]["session"].remove("chair")
    assert list(broken(CURRENT, new)) == ["the record `kept` is gone", "session: the key `chair`"]


def test_another_version_may_have_other_fields() -> None:
    new = without("occurrence", "title")
    new["records"]["occurrence"]["version"] = 2
    assert list(broken(CURRENT, new)) == []


def test_what_is_released_is_told_and_kept() -> None:
    """The CHANGELOG begins with this version, or with what is not released yet; what it has to hold is kept."""
    newest, *_ = [name for name in releases() if name != "Unreleased"]
    assert newest == __version__
    assert set(RELEASED) == set(releases()) - {"Unreleased"}


@pytest.mark.parametrize("part", ["Breaks", "New", "Better", "Mended"])
def test_a_release_is_told_by_what_it_means_for_people(part: str) -> None:
    assert f"\n### {part}\n\n- " in releases()[__version__]
