"""A page as the bytes of its file."""

from htpy import Element


def page_bytes(content: Element) -> bytes:
    """The page in UTF-8, encoded piece by piece: as one text a single smile makes every letter take four bytes."""
    return b"".join(map(str.encode, (*content.iter_chunks(), "\n")))
