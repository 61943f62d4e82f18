"""The codes of findings that come of a definition written for another version of the format."""

from agendacli.model.diagnostic import Code, Severity

NEWER_FORMAT = Code(
    "newer-format",
    Severity.ERROR,
    "The definition says a version of the format that this version of the tool does not know, so it is not read.",
    "Update agendacli.",
)
RENAMED_KEY = Code(
    "renamed-key",
    Severity.WARNING,
    "A key has another name since this release. The old one is still read, until the next release.",
    "Write the new name.",
)

VERSION_CODES: tuple[Code, ...] = (NEWER_FORMAT, RENAMED_KEY)
