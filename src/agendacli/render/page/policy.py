"""What a page may load and run: its own styles and script, known by their hashes, and nothing else."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256


def policy(styles: Iterable[str], code: str | None = None) -> str:
    """The Content-Security-Policy (level 3) of a page with these styles and this script."""
    scripts = "'none'" if code is None else _hash(code)
    allowed = " ".join(map(_hash, styles))
    return f"default-src 'none'; style-src {allowed}; script-src {scripts}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
