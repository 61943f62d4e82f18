"""Markdown and plain text as the page that they mean: one line of a source stays one line of HTML."""

import re
from collections.abc import Iterator, Sequence

from agendacli.formats.documents.readers.front_matter import FrontMatter, front_matter
from agendacli.formats.documents.readers.lined_up import with_tabs

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LONGEST_MARKED = 2000  # beyond, signs are looked for in vain for as long as the square of the length
_RULE = re.compile(r"\s*([-*_=]\s*){3,}")
_LEAST = 3
_TABLE_RULE = re.compile(r"(?=[^-]*--)[\s:|-]+")
_BOX = re.compile(r"\+(?:[-=]{2,}\+)+")  # drawn around a table: `+-----+-----+`
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*(?:\{[^{}]*\})?\s*")
_DAY = (  # of which a number with a full stop is not that of an item
    r"\s+(?:[^\W\d_]+\.?\s+(?:19|20)\d\d\b|(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|"
    r"Oktober|November|Dezember|Weihnachtstag|Advent)\b)"
)
_ITEM = re.compile(rf"\s*(?:[-*+•▪◦·●]|\d{{1,2}}[.)](?!\d|{_DAY}))\s+(.*)")
_DEFINITION = re.compile(r"\s{0,3}:\s+(\S.*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_TAGGED = re.compile(
    r"\s*</?(?:table|t[hdr]|thead|tbody|div|section|ul|ol|li|p|h[1-6]|details|summary)\b", re.IGNORECASE
)
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)(?:\{[^{}]*\})?"), r"<a>\1</a>"),
    (re.compile(r"\[([^\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)([^*\n]+?|.+?)(?<=\S)\1"), r"<b>\2</b>"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"<i>\1</i>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)"), r"<i>\1</i>"),
    (re.compile(r"~~(?=\S)(.+?)(?<=\S)~~"), r"<del>\1</del>"),
    (re.compile(r"`([^`]*)`"), r"\1"),
    (re.compile(r"\\([|*_\[\]()#+.!~-])"), r"\1"),
)


def html_of_markdown(text: str) -> tuple[str, FrontMatter]:
    """The page that a Markdown text means, and its front matter."""
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    front = front_matter(lines)
    return "\n".join((*([""] * front.length), *_marked(lines[front.length :]))), front


def html_of_text(text: str) -> str:
    """The page that a plain text means: tabs part the cells of a row, as heads of columns do; wide gaps part a line.

    What looks like Markdown is taken as such.
    """
    gapped = [_GAP.sub(" <span> </span>", each) for each in with_tabs(text.split("\n"))]
    return "\n".join(_marked(gapped, with_tabs=True))


def _marked(lines: Sequence[str], *, with_tabs: bool = False) -> Iterator[str]:
    lines, is_table, depth = _without_lone_rows(lines), False, 0
    for n, line in enumerate(lines):
        below = lines[n + 1] if n + 1 < len(lines) else ""
        cells = _cells(line, below, is_table=is_table, with_tabs=with_tabs) if depth == 0 or with_tabs else None
        goes_on = is_table and with_tabs and not line.strip()
        head = "<table>" if cells is not None and not is_table else ""
        if is_table and cells is None and not goes_on:
            head = "</table>"
        is_table = cells is not None or goes_on
        depth = 0 if cells else max(0, depth + _opened(line))
        yield head + (_row(cells) if cells is not None else _line(line, is_inside=depth > 0))


def _without_lone_rows(lines: Sequence[str]) -> Sequence[str]:
    """The lines; those with signs between their parts are no rows of a table if most have other text below them.

    Nor is one by itself below other text: `Shed | Played by: Ida Holm | 45 min`.
    """
    rows = [n for n, each in enumerate(lines) if each.count("|") > 1 and not each.strip().startswith("|")]
    with_text = {n for n in rows if _is_other("".join(lines[n + 1 : n + 2]))}
    alone = {n for n in rows if n and _is_other(lines[n - 1]) and "|" not in "".join(lines[n + 1 : n + 2])}
    parted = {*rows} if _LEAST <= len(rows) <= _LEAST * len(with_text) else alone
    return [re.sub(r"\s*\|\s*", " · ", each) if n in parted else each for n, each in enumerate(lines)]


def _is_other(line: str) -> bool:
    """Whether a line has text and no sign between cells."""
    return line.strip() != "" and "|" not in line


def _opened(line: str) -> int:
    """How many tables and other parts of a page a line opens, less those that it closes."""
    return len(re.findall(r"<(?:table|div|section|ul|ol)\b", line, re.IGNORECASE)) - len(
        re.findall(r"</(?:table|div|section|ul|ol)>", line, re.IGNORECASE)
    )


def _cells(line: str, below: str, *, is_table: bool, with_tabs: bool) -> list[str] | None:
    """The cells of a line that is a row, none for the rule of a table; None where it is not a row."""
    plain = line.strip()
    if with_tabs and "\t" in line.strip("\n"):
        return [*line.split("\t")]
    if _BOX.fullmatch(plain) or (is_table and _TABLE_RULE.fullmatch(plain)):
        return []
    if _TAGGED.match(line) or "|" not in plain or (_RULE.fullmatch(plain) and not is_table):
        return None
    has_rule = _TABLE_RULE.fullmatch(below) is not None and "|" in below
    if not (plain.startswith("|") or is_table or has_rule or plain.count("|") > 1):
        return None
    cells = re.split(r"(?<!\\)\|", plain.removeprefix("|").removesuffix("|"))
    return [f"\x00{each}" for each in cells] if has_rule else cells


def _row(cells: Sequence[str]) -> str:
    parts = (_cell(each) for each in cells)
    return f"<tr>{''.join(parts)}</tr>" if cells else ""


def _cell(text: str) -> str:
    tag = "th" if text.startswith("\x00") else "td"
    return f"<{tag}>{_inline(text.lstrip(chr(0)).strip())}</{tag}>"


def _line(line: str, *, is_inside: bool) -> str:
    if found := _HEADING.fullmatch(line):
        return f"<h{len(found[1])}>{_inline(found[2])}</h{len(found[1])}>" if found[2] else ""
    if found := _ITEM.fullmatch(line):
        return f"<li>{_inline(found[1])}</li>"
    if found := _DEFINITION.fullmatch(line):
        return f"<p>{_inline(found[1])}</p>"
    if _RULE.fullmatch(line):
        return "<hr>"
    if _TAGGED.match(line) or is_inside or not line.strip():
        return _inline(line)
    return f"<p>{_inline(line)}</p>"


def _inline(text: str) -> str:
    if len(text) > _LONGEST_MARKED:
        return text
    for pattern, to in _INLINE:
        text = pattern.sub(to, text)
    return text
