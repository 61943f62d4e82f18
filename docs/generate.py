"""Write the generated parts of the documentation, or with `--check` say which of them are out of date.

A page keeps its own prose; what stands between `<!-- generated: NAME -->` and `<!-- end -->` is written by the function
of that name here.
"""

import io
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from rich.console import Console
from rich.text import Text
from typer.core import TyperCommand
from typer.testing import CliRunner

from agendacli import __version__
from agendacli.analysis.changes.affected import affected
from agendacli.analysis.changes.compare import compare
from agendacli.analysis.conflicts import Rules, each_conflict
from agendacli.analysis.conflicts.parallel import parallel_stretches
from agendacli.analysis.cover.answer import best_plan
from agendacli.analysis.cover.plan import CoverPlan
from agendacli.analysis.cover.stops import Coverage
from agendacli.analysis.cover.task import Aims, Task
from agendacli.analysis.occurrences import expand
from agendacli.analysis.timetable.sections import lay_out
from agendacli.cli.app import COMMANDS, app
from agendacli.cli.menu import COMMAND_GROUPS, OPTION_GROUPS, built
from agendacli.formats.config.reader import SETTINGS
from agendacli.formats.definition.json_schema import TABLES
from agendacli.formats.definition.schema.keys import Key, Table
from agendacli.formats.definition.shapes.plain import LATEST_FORMAT
from agendacli.formats.file_formats import FORMATS, FileFormat
from agendacli.load.programmes import load
from agendacli.model.asked import Clock, DateRange, Moment
from agendacli.model.codes import CODES
from agendacli.model.exchange_codes import EXCHANGE_CODES
from agendacli.model.occurrence import Occurrence
from agendacli.model.version_codes import VERSION_CODES
from agendacli.model.when import days_touched
from agendacli.records.registry import RECORD_NAMES, record_schema
from agendacli.render.changes.report import ChangeReport
from agendacli.render.terminal.changes import draw_changes
from agendacli.render.terminal.conflicts.pictures import Looked, draw_conflicts
from agendacli.render.terminal.cover import draw_cover
from agendacli.render.terminal.days.wall import WallCalendar, draw_wall
from agendacli.render.terminal.drawing import Drawable, lines_on
from agendacli.render.terminal.timetable import draw_timetable
from agendacli.words import placeholders
from agendacli.words.prose import plain_day

DOCS = Path(__file__).resolve().parent
ROOT = DOCS.parent
_PICTURE = 92  # columns
_WIDE_PICTURE = 112
_BLOCK = re.compile(r"(<!-- generated: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def definition_tables() -> str:
    """Every table of the definition format, as Markdown."""
    return "\n".join(_table(each) for each in TABLES)


def _table(table: Table) -> str:
    lines = [f"### {table.name}", "", table.summary, ""]
    if table.first_key:
        lines += [f"Its first key is {table.first_key}.", ""]
    lines += ["| key | value | meaning |", "|---|---|---|"]
    return "\n".join([*lines, *(_row(each) for each in table.fields), ""])


def _row(field: Key[object]) -> str:
    name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
    example = f" Example: `{field.example}`" if field.example else ""
    return f"| {name} | {field.shape.words} | {field.summary}{example} |".replace("\\|", "|")


def nameless() -> str:
    """What stands where a name would and names no one or no room, kind by kind."""
    kinds = {
        "Not known yet, of people and rooms": placeholders.NOT_KNOWN,
        "Seats, if the name of a country or body follows": placeholders.REPRESENTATIVES,
        "Seats, alone or with words such as `the` and `invited`": placeholders.GROUPS,
        "No rooms, alone or with words such as `meeting` and `room`; links are none either": placeholders.ROOMLESS,
    }
    return "\n".join(f"- {kind}: {', '.join(words)}." for kind, words in kinds.items()) + "\n"


def error_codes() -> str:
    """Every diagnostic: what it means, an input that has it, and what is printed of that."""
    return "\n".join(_code_lines())


def _code_lines() -> Iterable[str]:
    for code in (*CODES, *EXCHANGE_CODES, *VERSION_CODES):
        yield f"### {code.name}\n"
        yield f"*{code.severity}* · {code.summary} {code.advice}\n"
        yield from _example(code.name)


def _example(name: str) -> Iterable[str]:
    expected = ROOT / "tests" / "errors" / name / "drawn.txt"
    if expected.is_file():
        yield f"```text\n{expected.read_text(encoding='utf-8').rstrip()}\n```\n"


def file_formats() -> str:
    """Every format of files: what reads it, what writes it, and else what to do."""
    lines = ["| format | files | read by | written by | else |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *map(_format_row, FORMATS), ""])


def _format_row(each: FileFormat) -> str:
    endings = ", ".join(f"`{ending}`" for ending in each.endings)
    written = f"`agenda export -f {each.name}`" if each.is_written else ""
    return f"| {each.title} | {endings} | {each.reading.value} | {written} | {each.way} |"


def versions() -> str:
    """The versions of the format of definitions and of the records."""
    rows = [f"| `format` of a definition | {LATEST_FORMAT} |"]
    rows += [f"| record `{name}` | {record_schema(name)['version']} |" for name in RECORD_NAMES]
    return "\n".join([f"| in {__version__} | version |", "|---|---|", *rows, ""])


def settings() -> str:
    """Every key of the config file, as Markdown."""
    rows = (f"| `{each.name}` | {each.summary} | `{each.example}` |" for each in SETTINGS)
    return "\n".join(["| key | meaning | example |", "|---|---|---|", *rows, ""])


def commands() -> str:
    """The help of every command."""
    parts = [_help([]), *(_help([name]) for name in COMMANDS)]
    return "\n".join(parts)


def _help(arguments: list[str]) -> str:
    name = " ".join(["agenda", *arguments])
    result = CliRunner().invoke(
        app, [*arguments, "--help"], prog_name="agenda", env={"COLUMNS": "100"}, terminal_width=100
    )
    return f"## {name}\n\n```text\n{result.output.rstrip()}\n```\n"


def timetable_picture() -> str:
    """The picture of the README: 27 September 2017 in New York, as a terminal of 92 columns shows it."""
    meeting = [each for each in _bundled("high-level-meeting") if each.bounds.start.date().isoformat() == "2017-09-27"]
    drawn = draw_timetable(lay_out(meeting), "auto", _PICTURE)
    return _picture(drawn, "timetable", "agenda timetable high-level-meeting --on 2017-09-27")


def session_picture() -> str:
    """The Vienna session, where hardly anything runs side by side."""
    drawn = draw_timetable(lay_out(_bundled("vienna-session")), "auto", _PICTURE)
    return _picture(drawn, "session", "agenda timetable vienna-session")


def conference_picture() -> str:
    """A conference of five rooms, at ten to twelve of its first day."""
    example = load([str(DOCS / "examples" / "tides.yaml")])
    moment = datetime(2026, 6, 2, 10, 50, tzinfo=UTC)
    timetable = replace(lay_out(expand(example.programmes)), clock=Clock(Moment(moment)))
    drawn = draw_timetable(timetable, "auto", _WIDE_PICTURE)
    return _picture(drawn, "conference", "agenda timetable tides.yaml", _WIDE_PICTURE)


def month_picture() -> str:
    """September 2017 with the bundled events."""
    month = DateRange(date(2017, 9, 1), date(2017, 10, 1))
    every = expand(load(["bundled"]).programmes)
    timetable = lay_out(each for each in every if month.touches(*days_touched(each.when)))
    wall = WallCalendar(timetable, width=_WIDE_PICTURE, week_start=0, months=True, asked=month)
    return _picture(draw_wall(wall), "month", "agenda timetable --layout month --on 2017-09", _WIDE_PICTURE)


def conflicts_picture() -> str:
    """The conflicts of the fair, and what runs in parallel there."""
    occurrences = expand(load([str(DOCS / "examples" / "fair.yaml")]).programmes)
    looked = Looked(parallel=tuple(parallel_stretches(occurrences)))
    found = each_conflict(occurrences, rules=Rules(offers=True))
    drawn = draw_conflicts(found, width=_WIDE_PICTURE, looked=looked)
    return _picture(drawn, "conflicts", "agenda -e fair.yaml conflicts", _WIDE_PICTURE)


def _bundled(event: str) -> list[Occurrence]:
    return [each for each in expand(load(["bundled"]).programmes) if each.programme.id == event]


def changes_picture() -> str:
    """The picture of what changed in the Vienna session since it was first sent out."""
    loaded = load(["bundled"])
    sides = (loaded.revisions, loaded.programmes)
    [old], [new] = ([each for each in side if each.id == "vienna-session"] for side in sides)
    changes = compare(old, new).changes
    days = (plain_day(each.revision) if each.revision else each.file for each in (old, new))
    report = ChangeReport(new.name, *days, changes, affected(changes))
    return _picture(draw_changes(report), "changes", "agenda diff vienna-session@2017-08-24")


def cover_picture() -> str:
    """The picture of a conference of five rooms, for four delegates who need ten minutes between two of them."""
    loaded = load([str(DOCS / "examples" / "coast.yaml")])
    coverage = Coverage.of(
        expand(loaded.programmes), loaded.gazetteer, timedelta(minutes=10), timedelta(), include_transparent=False
    )
    plan = best_plan(Task.of(coverage, Aims()), 4)
    drawn = draw_cover(plan, None, width=_PICTURE) if isinstance(plan, CoverPlan) else ""
    return _picture(drawn, "cover", "agenda -e coast.yaml cover -n 4 --buffer 10m")


def _picture(drawn: Drawable, name: str, title: str, width: int = _PICTURE) -> str:
    """What a terminal shows, as a picture."""
    console = Console(
        record=True,
        width=width,
        file=io.StringIO(),
        force_terminal=True,
        highlight=False,
        emoji=False,
        markup=False,
        _environ={},
    )
    for line in lines_on(drawn, width):
        console.print(Text.assemble(*line), soft_wrap=True)
    return console.export_svg(title=title, unique_id=name)


def man_page() -> str:
    """The man page: every command with its own options, and those that commands share once, by group."""
    commands = {name: built(entry) for name, entry in COMMANDS.items()}
    shared: dict[str, dict[str, str]] = {title: {} for title in OPTION_GROUPS.values()}
    parts = [_MAN_HEAD]
    for title, names in COMMAND_GROUPS.items():
        parts.append(f".SH {title.upper()}")
        parts += [_man_command(name, commands[name], shared) for name in names if name in commands]
    for title, options in shared.items():
        parts += [f".SH {_roff(title).upper()}", *options.values()]
    return "\n".join([*parts, _MAN_TAIL, ""])


_MAN_HEAD = """\
.\\" Generated by docs/generate.py
.TH AGENDA 1 "" "agendacli" "User commands"
.SH NAME
agenda \\- timetables, conflicts and calendars for programmes that real people have to keep
.SH SYNOPSIS
.B agenda
[\\fB\\-e\\fR \\fIPATH\\fR] [\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]
.SH DESCRIPTION
Without a command: what is on now, what comes next, and what there is."""
_MAN_TAIL = """\
.SH EXIT STATUS
0 done; 1 the answer is \\(lqfound\\(rq or \\(lqnone\\(rq; 2 wrong usage, unreadable or invalid input; 70 the tool
itself broke; 130 after Ctrl\\-C.
.SH ENVIRONMENT
AGENDA_EVENTS, AGENDA_CONFIG, AGENDA_SCHEDULE, AGENDA_CACHE, PAGER, NO_COLOR"""


def _man_command(name: str, command: TyperCommand, shared: dict[str, dict[str, str]]) -> str:
    context = command.make_context(name, [], resilient_parsing=True)
    help_text = (_roff(" ".join(each.split())) for each in (command.help or "").split("\n\n"))
    lines = [f".SS {_roff(name)}", "\n.PP\n".join(help_text)]
    for option in command.get_params(context):
        title = OPTION_GROUPS.get(getattr(option, "rich_help_panel", None) or "")
        record = option.get_help_record(context) if option.name != "help" else None
        if record and title:
            shared[title].setdefault(record[0].partition(" <")[0], _man_option(*record))
        elif record:
            lines.append(_man_option(*record))
    return "\n".join(lines)


def _man_option(name: str, text: str) -> str:
    return f".TP\n.B {_roff(name)}\n{_roff(text)}"


def _roff(text: str) -> str:
    """A text as roff takes it."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    plain = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in escaped)
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def completion(shell: str) -> str:
    """What makes a shell complete `agenda`, as `--show-completion` prints it, for a folder from which it is loaded.

    zsh runs such a file for the first completion, which then has to be answered as well.
    """
    script = CliRunner().invoke(app, [], prog_name="agenda", env={"_AGENDA_COMPLETE": f"source_{shell}"}).output.strip()
    if shell == "zsh":
        *most, defined = script.splitlines()
        answer = f'if [ "$funcstack[1]" = "_agenda" ]; then _agenda_completion "$@"; else {defined}; fi'
        script = "\n".join((*most, answer))
    return f"{script}\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "definition_tables": definition_tables,
    "nameless": nameless,
    "error_codes": error_codes,
    "commands": commands,
    "settings": settings,
    "file_formats": file_formats,
    "versions": versions,
}
PICTURES: dict[str, Callable[[], str]] = {
    "timetable": timetable_picture,
    "session": session_picture,
    "conference": conference_picture,
    "changes": changes_picture,
    "cover": cover_picture,
    "conflicts": conflicts_picture,
    "month": month_picture,
}
COMPLETIONS = {"bash": "agenda.bash", "zsh": "_agenda", "fish": "agenda.fish"}
PAGES = ("definition-format.md", "errors.md", "cli.md", "your-own.md", "formats.md", "stability.md")


def generated() -> dict[Path, str]:
    """Every generated file with its content as it should be."""
    pages = {DOCS / name: _filled((DOCS / name).read_text(encoding="utf-8")) for name in PAGES}
    pictures = {DOCS / f"{name}.svg": draw() for name, draw in PICTURES.items()}
    completions = {DOCS / "completions" / name: completion(shell) for shell, name in COMPLETIONS.items()}
    return pages | pictures | completions | {DOCS / "agenda.1": man_page()}


def _filled(page: str) -> str:
    return _BLOCK.sub(lambda match: f"{match[1]}\n{BLOCKS[match[2]]()}\n{match[3]}", page)


def main(arguments: list[str]) -> int:
    """Write what differs; with `--check` only name it, and exit 1."""
    stale = {
        path: text
        for path, text in generated().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        if "--check" in arguments:
            print(f"{path.relative_to(ROOT)} is out of date: run `python docs/generate.py`")
        else:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
