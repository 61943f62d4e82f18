"""Names of files made of ids: safe on every file system, different for different ids, and the same in every run."""

import re

_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._@+-]*[a-z0-9])?")
_OTHER = re.compile(r"[^a-z0-9]+")
_LONGEST = 120
_SHOWN = 40
# Names that Windows keeps for devices, whatever ending follows.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


def file_name(text: str, ending: str = ".ics") -> str:
    """The text and the ending, if the text is a name that every file system takes and tells apart from every other.

    Else what can be shown of it, `~`, and sixteen digits that stand for the whole text: capitals, other letters,
    blanks, slashes, leading dots and overlong ids come to no harm, and none can take the name of another.
    """
    if _PLAIN.fullmatch(text) and len(text) <= _LONGEST and not _DEVICES.fullmatch(text):
        return f"{text}{ending}"
    from hashlib import sha256  # what hardly a name needs

    shown = _OTHER.sub("-", text.lower())[:_SHOWN].strip("-") or "item"
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{shown}~{digest}{ending}"
