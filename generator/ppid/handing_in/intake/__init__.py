"""Lists that clerks hand in as spreadsheets: from a foreign workbook to canonical rows.

`taking_in` is the way as a whole. `sheets` finds the list in a workbook, `table` reads a sheet from
its `headings` down, `lines` tells rows from what is none; `understand` makes canonical rows of
them, through `rows`, the readers of `reading/` and `codes`. `report` tells what came of it,
`answers` asks and keeps what was answered, `list_files` writes the list.
"""
