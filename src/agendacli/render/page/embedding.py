"""Data inside of a page."""

from json import dumps

from markupsafe import Markup


def embedded(data: object) -> Markup:
    """JSON that can stand inside of HTML: no character of it begins or ends anything there."""
    text = dumps(data, ensure_ascii=False, separators=(",", ":"))
    for each in "<>&\u2028\u2029":
        text = text.replace(each, f"\\u{ord(each):04x}")
    return Markup(text)  # noqa: S704 (it holds none of the characters of HTML)
