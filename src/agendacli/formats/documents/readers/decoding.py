"""Bytes as text, whatever they are said to be in: what calls itself Latin-1 mostly is what Windows makes of it."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = 0.02
_OF_WINDOWS = {
    code: text for code in range(0x80, 0xA0) if (text := bytes([code]).decode("cp1252", "ignore"))
}  # dashes and quotation marks, where Latin-1 has controls that nobody writes


def decoded(data: bytes) -> str | None:
    """The bytes as text, with one kind of line ends; None where they are none."""
    text = data.decode("utf-16", "replace") if data.startswith(_UTF16) else _eight_bits(data)
    signs = sum(each < " " and each not in "\n\r\t\f" for each in text)
    return None if signs > _NO_TEXT * len(text) else text.replace("\r\n", "\n").replace("\r", "\n")


def decoded_as(data: bytes, charset: str) -> str | None:
    """The bytes of a part of a message as text, in another charset if theirs does not hold; None if it is unknown."""
    try:
        return data.decode(charset).translate(_OF_WINDOWS)
    except UnicodeError:
        return _eight_bits(data)
    except (LookupError, ValueError):
        return None


def _eight_bits(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return text.translate(_OF_WINDOWS)
