"""The keys that the table of the format writes alone: those whose value a field of the model keeps as it was read."""

from collections.abc import Callable
from dataclasses import fields

from agendacli.formats.definition.schema.keys import Table
from agendacli.formats.definition.yaml.layout import Keys, Prose, Value
from agendacli.model.programme import Programme, Session
from agendacli.model.source import Source


def kept(thing: Session | Programme | Source, table: Table) -> Keys:
    """These keys in the order of the table, long texts last; what is as usual goes without saying."""
    usual = {each.name: each.default for each in fields(thing)}
    found: Keys = {}
    for each in sorted(table.fields, key=lambda field: field.prose):
        if each.attribute and (value := getattr(thing, each.attribute)) != usual[each.attribute]:
            found[each.name] = kept_value(value, Prose if each.prose else str)
    return found


def kept_value(value: object, text: Callable[[str], str | Prose] = str) -> Value:
    """A value in the words that its shape reads; of several texts a list, of one that text."""
    if isinstance(value, tuple):
        found = [text(each.strip()) for each in value if each.strip()]
        return found if len(found) != 1 else found[0]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return text(str(value).strip())
