"""The operands of `diff` and `--since`: which two versions they mean, wherever each of them is."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path, PurePosixPath

import typer

from agendacli.analysis.selection.addresses import find
from agendacli.cli.options.groups import Loading, Showing
from agendacli.cli.query.drafts import drafted_file
from agendacli.cli.query.loading import load_events, load_kept, load_named, tell_faults
from agendacli.cli.run.origins import event_options
from agendacli.cli.run.outcome import refuse
from agendacli.cli.run.surroundings import Surroundings
from agendacli.files.paths import STDIN, is_address, is_there, named_path
from agendacli.files.writing import temporary_folder
from agendacli.formats import DEFINITION_ENDINGS
from agendacli.formats.file_formats import DRAFT_ENDINGS, READ_ENDINGS
from agendacli.load.loaded import Loaded
from agendacli.load.paths import BUNDLED, PEOPLE, PLACES
from agendacli.load.programmes import load_copies
from agendacli.model.asked import Refusal
from agendacli.model.frozen import frozen
from agendacli.model.programme import Programme


@frozen
class Version:
    """One side of a comparison: its programmes, what was loaded for it, and its name."""

    shown: str
    programmes: tuple[Programme, ...]
    loaded: Loaded


@frozen
class Versions:
    """An older and a newer version, and the pairs of programmes to compare: None where one side has none."""

    old: Version
    new: Version
    pairs: tuple[tuple[Programme | None, Programme | None], ...]

    @property
    def is_sound(self) -> bool:
        """Whether both were read without errors."""
        return self.old.loaded.is_sound and self.new.loaded.is_sound


def read_versions(context: typer.Context, typed: Sequence[str], loading: Loading, showing: Showing) -> Versions:
    """The versions of no, one or two operands. One without a version is refused with what to type."""
    _check(context, typed, loading)
    operands = _Operands(context, loading, showing)
    if not typed:
        return operands.every_event()
    old, new = operands.around(typed[0]) if len(typed) == 1 else map(operands.version, typed)
    return Versions(old, new, paired_programmes(old.programmes, new.programmes))


def versions_since(context: typer.Context, typed: str, loading: Loading, showing: Showing, now: Version) -> Versions:
    """The older version of an operand, and `now`, restricted to programmes that both have."""
    old = _Operands(context, loading, showing, loaded=now.loaded).version(typed)
    pairs = paired_programmes(old.programmes, now.programmes)
    return Versions(old, now, tuple(each for each in pairs if each[0] and each[1]))


def one_version(
    context: typer.Context, typed: str, loading: Loading, showing: Showing, *, stdin: bytes | None = None
) -> Version:
    """The version of one operand; `stdin` is what standard input held, where that was read before."""
    return _Operands(context, loading, showing, stdin=stdin).version(typed)


def earlier_revision(context: typer.Context, file: str, loading: Loading) -> Programme | None:
    """The newest earlier revision of the definition in a file, from beside it; None where there is none."""
    return _Operands(context, loading, Showing(quiet=True)).before(file)


def paired_programmes(
    old: Sequence[Programme], new: Sequence[Programme]
) -> tuple[tuple[Programme | None, Programme | None], ...]:
    """The programmes by id, the newer version's first; two single ones are a pair whatever their ids."""
    if len(old) == len(new) == 1:
        return ((old[0], new[0]),)
    before, now = {each.id: each for each in old}, {each.id: each for each in new}
    gone = ((each, None) for id_, each in before.items() if id_ not in now)
    return (*((before.get(id_), each) for id_, each in now.items()), *gone)


def _check(context: typer.Context, typed: Sequence[str], loading: Loading) -> None:
    if len(typed) > len(("OLD", "NEW")):
        refuse(f"two versions are compared, not {len(typed)}; write `agenda diff OLD NEW`")
    if not all(map(str.strip, typed)):
        refuse("a version needs a name; name a file, an event, or a revision")
    events = event_options(context.find_root().obj, loading.events)
    if [*typed, *events].count(STDIN) > 1:
        refuse("`-` cannot be both versions; save one of them as a file, and name that")


class _Operands:
    """Reads operands; the events in which ids are looked up are loaded once, and only if there is an id."""

    def __init__(
        self,
        context: typer.Context,
        loading: Loading,
        showing: Showing,
        *,
        loaded: Loaded | None = None,
        stdin: bytes | None = None,
    ) -> None:
        self._context, self._loading, self._showing, self._loaded = context, loading, showing, loaded
        self._stdin = stdin
        self._surroundings: Surroundings = context.find_root().obj

    @cached_property
    def _events(self) -> Loaded:
        return self._loaded or load_events(self._context, self._loading, self._showing)[1]

    def every_event(self) -> Versions:
        """Every event that has an earlier revision, and that revision."""
        found: list[tuple[Programme, Programme]]
        found = [(old, each) for each in self._events.programmes if (old := _earlier(each, self._events))]
        if not found:
            refuse("no event here has an earlier revision; name two versions: `agenda diff OLD NEW`")
        olds, news = tuple(each for each, _ in found), tuple(each for _, each in found)
        return Versions(
            Version("earlier revisions", olds, self._events), Version("now", news, self._events), tuple(found)
        )

    def around(self, typed: str) -> tuple[Version, Version]:
        """Both versions if one is named: an older one and the current event, or that and an older one."""
        if is_address(typed):
            return self._as_kept(typed), self._at_path(typed, anew=True)
        if git := self._in_git(typed):
            return git, self._as_it_stands(typed)
        named = self.version(typed)
        single = named.programmes[0] if len(named.programmes) == 1 else None
        loaded = self._with_siblings(named)
        if single and single.older:
            current = [each for each in loaded.programmes if each.id == single.id and not each.older]
            return named, Version(single.id, _or_refuse(current, f"there is no `{single.id}` beside {typed}"), loaded)
        earlier = tuple(filter(None, (_earlier(each, loaded) for each in named.programmes)))
        why = f"`{single.id if single else typed}` has no earlier revision here"
        old = Version("earlier revision", _or_refuse(earlier, why), loaded)
        known = {each.id for each in earlier}
        return old, Version(named.shown, tuple(each for each in named.programmes if each.id in known), named.loaded)

    def before(self, file: str) -> Programme | None:
        """The newest earlier revision beside a file."""
        named = self._at_path(file)
        loaded = self._with_siblings(named)
        return next(filter(None, (_earlier(each, loaded) for each in named.programmes)), None)

    def version(self, typed: str) -> Version:
        """The version of one operand: a path, `-`, a git revision, or an event with or without a revision."""
        if typed in (STDIN, BUNDLED) or _is_path(typed):
            return self._at_path(typed)
        if is_address(typed):
            return self._at_path(typed)
        if git := self._in_git(typed):
            return git
        if typed.startswith("git:"):
            refuse(f"`{typed}` names no file of a revision; write `git:HEAD~1:events/school.yaml`")
        return self._event(typed)

    def _as_kept(self, address: str) -> Version:
        """What is kept of an address, before it is asked again."""
        from agendacli.files.web.addresses import shown_address

        shown, loaded = shown_address(address), load_kept(self._surroundings, self._loading, address)
        if loaded is None:
            refuse(f"{shown}: nothing is kept of it to compare with; `agenda list -e ADDRESS` keeps what is there now")
        tell_faults(loaded, self._showing, self._surroundings)
        return Version(f"{shown} as it was", loaded.programmes, loaded)

    def _at_path(self, path: str, *, anew: bool = False) -> Version:
        if drafted := drafted_file(path, self._loading, self._surroundings):
            tell_faults(drafted, self._showing, self._surroundings)
            return Version(path, drafted.programmes, drafted)
        loading = self._loading._replace(no_cache=True) if anew else self._loading
        loaded = load_named(self._surroundings, loading, (path,), stdin=self._stdin, quiet=self._showing.quiet)
        tell_faults(loaded, self._showing, self._surroundings)
        return Version(path, loaded.programmes or loaded.revisions, loaded)

    def _event(self, typed: str) -> Version:
        found = find(typed, (*self._events.programmes, *self._events.revisions))
        if isinstance(found, Refusal):
            looks_like_path = typed.lower().endswith((*READ_ENDINGS, *DRAFT_ENDINGS)) or "/" in typed
            refuse(f"{typed}: no such file or directory" if looks_like_path else str(found))
        if found.session:
            refuse(f"`{typed}` is one session; name its event, `{found.programme.address}`")
        return Version(typed, (found.programme,), self._events)

    def _in_git(self, typed: str) -> Version | None:
        """The version in a git revision; None if the operand is none."""
        if ":" not in typed or is_address(typed) or _is_path(typed):
            return None
        from agendacli.cli.run import git

        asked = git.read_git_path(typed)
        if asked is None or not (typed.startswith(git.PREFIX) or git.is_revision(asked.revision)):
            return None
        contents = git.files_at(asked)
        if isinstance(contents, Refusal):
            refuse(str(contents))
        loaded = _loaded_copies(contents, git.beside(asked, (PEOPLE, PLACES)), asked.revision)
        tell_faults(loaded, self._showing, self._surroundings)
        return Version(str(asked), loaded.programmes or loaded.revisions, loaded)

    def _as_it_stands(self, typed: str) -> Version:
        from agendacli.cli.run import git

        asked = git.read_git_path(typed)
        path = git.in_work_tree(asked) if asked else typed
        if not is_there(named_path(path)):
            refuse(f"{path} is not there any more; name the version that it is to be compared with")
        return self._at_path(path)

    def _with_siblings(self, named: Version) -> Loaded:
        """What was loaded, with the other revisions beside a single file."""
        path = Path(named.programmes[0].file if len(named.programmes) == 1 else named.shown)
        if named.shown == STDIN or not path.is_file():
            return named.loaded
        stem = path.stem.partition("@")[0]
        beside = sorted((*path.parent.glob(f"{stem}@*{path.suffix}"), *path.parent.glob(f"{stem}{path.suffix}")))
        paths = [str(each) for each in beside]
        return load_named(self._surroundings, self._loading, paths, quiet=True)


def _is_path(typed: str) -> bool:
    return is_there(named_path(typed))


def _loaded_copies(contents: dict[str, bytes], declared: dict[str, bytes], revision: str) -> Loaded:
    names = {path: PurePosixPath(path).name for path in contents}
    wanted = {path: name for path, name in names.items() if name.lower().endswith(DEFINITION_ENDINGS)}
    copies = {**declared, **{name: contents[path] for path, name in wanted.items()}}
    with temporary_folder(copies) as folder:
        shown = ((f"{revision}:{path if '/' in path else f'./{path}'}", folder / name) for path, name in wanted.items())
        return load_copies(each for each in shown if each[1].name not in (PEOPLE, PLACES))


def _earlier(programme: Programme, loaded: Loaded) -> Programme | None:
    """The newest revision that is earlier than a programme."""
    same = (each for each in chain(loaded.programmes, loaded.revisions) if each.id == programme.id and each.older)
    before = [each for each in same if each.revision and _is_before(each, programme)]
    return max(before, key=lambda each: str(each.revision), default=None)


def _is_before(one: Programme, other: Programme) -> bool:
    return one.revision is not None and (other.revision is None or one.revision < other.revision)


def _or_refuse(found: Iterable[Programme], why: str) -> tuple[Programme, ...]:
    programmes = tuple(found)
    return programmes or refuse(f"{why}; name both versions: `agenda diff OLD NEW`")
