"""The colours of the kinds of sessions: CSS3 names, the only ones that COLOR may have (RFC 7986 5.9)."""

from collections.abc import Mapping
from types import MappingProxyType

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "opening": "goldenrod",
        "plenary": "steelblue",
        "panel": "seagreen",
        "summary": "goldenrod",
        "closing": "goldenrod",
        "meeting": "steelblue",
        "dialogue": "mediumpurple",
        "side event": "palevioletred",
        "lunch": "darkkhaki",
        "break": "darkkhaki",
        "reception": "darkkhaki",
        "deadline": "firebrick",
        "document": "slategray",
        "process": "slategray",
    }
)
"""The colour of a kind; other kinds have none."""
