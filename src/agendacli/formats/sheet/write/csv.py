"""CSV that spreadsheets open as it is meant: in UTF-8 with a mark, and no text as a formula."""

import csv
import io

from agendacli.formats.exported import Exported, Losses, ToExport
from agendacli.formats.sheet.cells import GUARDED
from agendacli.formats.sheet.write.rows import sheet_rows


def write_csv(asked: ToExport) -> Exported:
    """The sheet of a programme as CSV (RFC 4180), a row for each session."""
    losses = Losses()
    found = sheet_rows(asked, losses)
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(found.columns)
    writer.writerows([_guarded(row.get(name, "")) for name in found.columns] for row in found.rows)
    return losses.exported(stream.getvalue().encode("utf-8-sig", "replace"), "a sheet")


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(GUARDED) else text
