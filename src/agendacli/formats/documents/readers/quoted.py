"""What a message quotes of an earlier one, apart from what it says itself."""

import re
from collections.abc import Sequence
from html import unescape

from agendacli.formats.documents.tokens.hours import hours_in

_LEAD = re.compile(
    r"\s*(?:on\b.{6,120}\bwrote:|am\b.{6,120}\bschrieb\b.*:|le\b.{6,120}\ba écrit\s*:|el\b.{6,120}\bescribi[óo]:|"
    r"-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original)|_{10,})\s*-*\s*",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?:blockquote|div)\b[^<>]*\b(?:cite|gmail_quote|moz-cite-prefix|divRplyFwdMsg)\b", re.IGNORECASE)
_MARK = re.compile(r"^[ \t]*(?:> ?)+", re.MULTILINE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_FROM = re.compile(r"\W*(?:from|von|de)\s*:\s*\S", re.IGNORECASE)
_SENT = re.compile(r"\W*(?:sent|gesendet|envoyé|enviado(?: el)?|date|datum|fecha)\s*:\s*\S", re.IGNORECASE)
_A_PROGRAMME, _HEAD = 2, 3


def parted_quote(text: str) -> tuple[str, str]:
    """The text of a message and what it quotes, each in its lines, the others blank.

    A message that says no hours itself passes on what it quotes: nothing is set apart in it.
    """
    lines = text.split("\n")
    at = next((n for n, line in enumerate(lines) if _leads(line) or _begins_head(lines[n : n + _HEAD])), len(lines))
    quoted = [n >= at or line.lstrip().startswith(">") for n, line in enumerate(lines)]
    own = _only(lines, quoted, wanted=False)
    if sum(map(len, map(hours_in, own.split("\n")))) < _A_PROGRAMME:
        return _MARK.sub("", text), ""
    return own, _MARK.sub("", _only(lines, quoted, wanted=True))


def _leads(line: str) -> bool:
    """Whether a line, of HTML too, begins what a message quotes."""
    if _LEAD.fullmatch(line) or _TAG.search(line):
        return True
    first = next((each for each in _ANY_TAG.split(line) if each.strip()), "") if "<" in line else ""
    return bool(first) and _LEAD.fullmatch(unescape(first)) is not None


def _begins_head(lines: Sequence[str]) -> bool:
    """Whether lines begin with the head of an earlier message, as Outlook prints it: `From: …` above `Sent: …`."""
    texts = (unescape(_ANY_TAG.sub("", line)) for line in lines)
    return _FROM.match(next(texts)) is not None and any(map(_SENT.match, texts))


def _only(lines: Sequence[str], quoted: Sequence[bool], *, wanted: bool) -> str:
    return "\n".join(line if each is wanted else "" for line, each in zip(lines, quoted, strict=True))
