"""A role and a name, as `--person` takes them for a session that is written."""

from agendacli.cli.run.outcome import refuse
from agendacli.model.people import ROLES
from agendacli.words.lists import listed
from agendacli.words.near import suggestion

_SINGULAR = {plural: role for role, plural in ROLES.items()} | {role: role for role in ROLES}


def role_of(text: str) -> tuple[str, str]:
    """The role, in the singular, and the name in a text `ROLE: Name, Position`; any other text is refused."""
    typed, colon, name = text.partition(":")
    word = typed.strip().casefold()
    if not colon:
        refuse(f"--person: `{text}` says no role; write `ROLE: Name, Position`")
    if word not in _SINGULAR:
        refuse(f"--person: `{typed}` is not a role{suggestion(word, ROLES) or f'; there are {listed(ROLES)}'}")
    return _SINGULAR[word], name.strip()
