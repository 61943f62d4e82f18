"""Lists and plurals in words."""

from collections.abc import Collection

_MOST_LISTED = 8


def listed(names: Collection[str], joined_by: str = "and") -> str:
    """The names in quotes as a sentence has them: "`a`, `b` and `c`"; of many only the first and how many more."""
    quoted = [f"`{each}`" for each in names]
    if len(quoted) > _MOST_LISTED:
        return f"{', '.join(quoted[:_MOST_LISTED])} and {len(quoted) - _MOST_LISTED} more"
    return f" {joined_by} ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))


def there_are(names: Collection[str]) -> str:
    """A clause that says which names there are; at least one."""
    return f"{'there is only' if len(names) == 1 else 'there are'} {listed(names)}"
