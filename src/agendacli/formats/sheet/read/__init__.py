"""Reading sheets: tables of cells, headings to columns, rows to the items of a definition."""
