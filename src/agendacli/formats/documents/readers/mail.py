"""The text of a message: what it shows best, with its subject as the title."""

import email
import email.policy
from email.message import EmailMessage, Message
from email.utils import parsedate_to_datetime

from agendacli.formats.documents.readers.decoding import decoded_as
from agendacli.model.frozen import frozen


@frozen
class Mail:
    """The subject of a message, its text, whether that is HTML, and how many lines of the file stand above it.

    These are counted where the text stands in the file as it is; of one that is encoded they are none. `years` are
    that in which it was sent, and the next.
    """

    subject: str
    text: str
    is_html: bool
    above: int = 0
    years: tuple[int, ...] = ()


def read_mail(data: bytes) -> Mail | None:
    """The text of a message; None where it has none."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    try:
        part = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
        body = part.get_payload(decode=True) if part else None
        charset = part.get_content_charset("ascii") if part else ""
    except (LookupError, ValueError, AttributeError, AssertionError, TypeError):
        return None
    if part is None or not isinstance(body, bytes):
        return None
    text = decoded_as(body, charset)
    if text is None:
        return None
    text = text.encode("utf-8", "replace").decode()  # some charsets make halves of characters
    above = 0 if message.is_multipart() else _above(data, body)
    return Mail(str(message["subject"] or ""), text, part.get_content_subtype() == "html", above, years=_years(message))


def _years(message: Message) -> tuple[int, ...]:
    """The year in which a message was sent, and the next one; none where it does not say."""
    try:
        year = parsedate_to_datetime(str(message["date"] or "")).year
    except (ValueError, TypeError, IndexError, OverflowError):
        return ()
    return year, year + 1


def _above(data: bytes, text: bytes) -> int:
    """The lines of the header, if the text stands behind it as it is."""
    head, _, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    return head.count(b"\n") + 2 if body.strip() == text.replace(b"\r\n", b"\n").strip() else 0
