"""TEXT of iCalendar (RFC 5545 3.3.11): cleaned, escaped, unescaped, and parted at its commas."""

import re

_ESCAPED = re.compile(r"\\(.)")
_LISTED = re.compile(r"(?:[^\\,]|\\.?)+", re.DOTALL)
# Every character at which some reader breaks a line, whatever RFC 5545 says; then the controls, which are not TEXT.
_BREAK = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile("[ \t\n]+")


def clean(text: str) -> str:
    r"""The text as TEXT may hold it (RFC 5545 3.3.11): breaks as `\n`, no controls, U+FFFD for half a character."""
    if text.replace("\n", "").isprintable():  # nearly every text, and quick to tell
        return text
    return _SURROGATE.sub("\ufffd", _CONTROL.sub("", _BREAK.sub("\n", text)))


def summary_line(text: str) -> str:
    """The clean text on one line, runs of blanks as one: a SUMMARY with a line break is refused by some readers."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _BLANKS.sub(" ", clean(text)).strip(" ")


def read_escaped(value: str) -> str:
    r"""A TEXT without its escapes (3.3.11). Of an escape that is none, such as `\:`, the backslash is kept."""
    if "\\" not in value:
        return value
    return "\\".join(_unescaped(each) for each in value.split("\\\\"))


def read_escaped_list(value: str) -> tuple[str, ...]:
    """A list of TEXT: cut at each comma that is not escaped, the empty ones left out."""
    found = value.split(",") if "\\" not in value else map(read_escaped, _LISTED.findall(value))
    return tuple(each for each in map(str.strip, found) if each)


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")


def escaped(text: str) -> str:
    """TEXT with its escapes (RFC 5545 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def unescaped(text: str) -> str:
    """TEXT without its escapes (RFC 5545 3.3.11), a line break as a blank."""
    return _ESCAPED.sub(lambda found: " " if found[1] in "nN" else found[1], text)
