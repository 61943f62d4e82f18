"""Titles that say that it does not take place: `CANCELLED Lightning talks`, `[Abgesagt] Führung`, `Tea (cancelled)`."""

import re

_WORD = "cancell?ed|canceled|called off|abgesagt|entfällt|fällt aus|annulée?|supprimée?|cancelad[oa]|suspendid[oa]"
_BRACKETED = re.compile(rf"\s*[\[(]\s*(?:{_WORD})\s*[\])]\s*[:–—-]?\s*", re.IGNORECASE)
_BEFORE = re.compile(rf"\s*(?:{_WORD})(?:\s*[:!]\s*|\s+[–—-]\s+)", re.IGNORECASE)
_SHOUTED = re.compile(rf"\s*(?:{_WORD.upper()})\s+")
_MARK = "CANCELLED: "


def title_if_cancelled(title: str) -> str | None:
    """The title without the word that says that it is cancelled; None of any other: `Cancelled flights` is a talk."""
    found = _BRACKETED.match(title) or _BEFORE.match(title) or _SHOUTED.match(title)
    if found:
        return title[found.end() :].strip() or None
    behind = next((each for each in _BRACKETED.finditer(title) if each.end() == len(title)), None)
    return title[: behind.start()].strip() or None if behind else None


def marked_cancelled(title: str) -> str:
    """The title with a word before it that says so, for formats that have no other place for it."""
    return _MARK + title
