"""TEXT of iCalendar (RFC 5545 3.3.11): cleaned, escaped, unescaped, and parted at its commas."""

import re

_ESCAPED = r"\\(.)"
_LISTED = r"(?s)(?:[^\\,]|\\.?)+"
# Every character at which some reader breaks a line, whatever RFC 5545 says; then the controls, which are not TEXT.
_BREAK = "\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]"
_CONTROL = "[\x00-\x08\x0e-\x1f\x7f-\x9f]"
_SURROGATE = "[\ud800-\udfff]"
_BLANKS = "[ \t\n]+"


def clean(text: str) -> str:
    r"""The text as TEXT may hold it (RFC 5545 3.3.11): breaks as `\n`, no controls, U+FFFD for half a character."""
    if text.replace("\n", "").isprintable():  # nearly every text, and quick to tell
        return text
    return re.sub(_SURROGATE, "\ufffd", re.sub(_CONTROL, "", re.sub(_BREAK, "\n", text)))


def summary_line(text: str) -> str:
    """The clean text on one line, runs of blanks as one: a SUMMARY with a line break is refused by some readers."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return re.sub(_BLANKS, " ", clean(text)).strip(" ")


def read_escaped(value: str) -> str:
    r"""A TEXT without its escapes (3.3.11). Of an escape that is none, such as `\:`, the backslash is kept."""
    if "\\" not in value:
        return value
    return "\\".join(_unescaped(each) for each in value.split("\\\\"))


def read_escaped_list(value: str) -> tuple[str, ...]:
    """A list of TEXT: cut at each comma that is not escaped, the empty ones left out."""
    found = value.split(",") if "\\" not in value else map(read_escaped, re.findall(_LISTED, value))
    return tuple(each for each in map(str.strip, found) if each)


def _unescaped(text: str) -> str:
    return text.replace("\\n", "\n").replace("\\N", "\n").replace("\\,", ",").replace("\\;", ";")


def escaped(text: str) -> str:
    """TEXT with its escapes (RFC 5545 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def unescaped(text: str) -> str:
    """TEXT without its escapes (RFC 5545 3.3.11), a line break as a blank."""
    return re.sub(_ESCAPED, lambda found: " " if found[1] in "nN" else found[1], text)
