import pytest

from agendacli.formats.definition.json_schema import TABLES
from agendacli.formats.definition.schema.declared import BETWEEN, TIME, TRANSFER
from agendacli.formats.definition.schema.keys import Table
from agendacli.formats.definition.schema.shared import ROLE_FIELDS
from agendacli.model.people import ROLES


def test_tables_have_names_of_their_own() -> None:
    names = [table.name for table in TABLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_of_a_table_mean_one_thing_each(table: Table) -> None:
    names = [name for field in table.fields for name in (field.name, field.also) if name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_of_a_table_are_described_in_sentences(table: Table) -> None:
    texts = [table.summary, *(field.summary for field in table.fields)]
    assert [text for text in texts if not text.endswith(".")] == []


def test_every_role_has_a_key_by_both_its_names() -> None:
    assert {field.also: field.name for field in ROLE_FIELDS.values()} == ROLES


def test_table_keeps_its_fields_in_order() -> None:
    assert TRANSFER.fields == (BETWEEN, TIME)
