"""What a server answered."""

from typing import NamedTuple


class Response(NamedTuple):
    """The bytes, None if they are those that are known already, and the headers that matter."""

    data: bytes | None
    etag: str = ""
    modified: str = ""
    cache_control: str = ""
