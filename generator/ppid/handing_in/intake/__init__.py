"""Lists that clerks hand in as spreadsheets: from a foreign workbook to canonical rows.

`taking_in` is the way as a whole; `wanted` is what it looks for. `sheets` finds the list in a
workbook, `beside` and `other_tables` part it from other tables. `table` reads a sheet: where its
`headings` stand, what its `columns` hold, which of its `lines` are rows (`body`), and what is empty
because it is the `same_as_above`; `forms` reads labels beside values. `understand` makes canonical
rows of them, through `rows`, the readers of `reading/` and `codes`, after `bodies` and `belonging`
have left out what belongs to another body or list. `whole` looks whether anything is lost. `report`
tells what came of it, `answers` asks and keeps what was answered, `list_files` writes the list.
"""
