"""Markdown and plain text as the page that they mean: one line of a source stays one line of HTML."""

import re
from collections.abc import Iterator, Sequence

_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_LONGEST_MARKED = 2000  # beyond, signs are looked for in vain for as long as the square of the length
_RULE = re.compile(r"\s*([-*_=]\s*){3,}")
_TABLE_RULE = re.compile(r"(?=[^-]*--)[\s:|-]+")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*(?:\{[^{}]*\})?\s*")
_ITEM = re.compile(r"\s*(?:[-*+•▪◦·●]|\d{1,2}[.)](?!\d))\s+(.*)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(style|script)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)
_TAGGED = re.compile(
    r"\s*</?(?:table|t[hdr]|thead|tbody|div|section|ul|ol|li|p|h[1-6]|details|summary)\b", re.IGNORECASE
)
_TITLE = re.compile(r"title\s*:\s*[\"']?(.*?)[\"']?\s*")
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


def html_of_markdown(text: str) -> tuple[str, str]:
    """The page that a Markdown text means, and the title in its front matter."""
    lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
    end = _end_of_front_matter(lines)
    title = next((found[1] for each in lines[1:end] if (found := _TITLE.fullmatch(each))), "")
    return "\n".join((*([""] * end), *_marked(lines[end:]))), title


def html_of_text(text: str) -> str:
    """The page that a plain text means: tabs part the cells of a row, wide gaps the pieces of a line.

    What looks like Markdown is taken as such.
    """
    return "\n".join(_marked([_GAP.sub(" <span> </span>", each) for each in text.split("\n")], with_tabs=True))


def _end_of_front_matter(lines: Sequence[str]) -> int:
    if not lines or lines[0].strip() != "---":
        return 0
    return next((n + 1 for n, each in enumerate(lines) if n and each.strip() == "---"), 0)


def _marked(lines: Sequence[str], *, with_tabs: bool = False) -> Iterator[str]:
    is_table, depth = False, 0
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
    if _TAGGED.match(line) or "|" not in plain or (_RULE.fullmatch(plain) and not is_table):
        return None
    if is_table and _TABLE_RULE.fullmatch(plain):
        return []
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
