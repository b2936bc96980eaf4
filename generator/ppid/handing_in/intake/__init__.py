"""Lists that clerks hand in as spreadsheets: from a foreign workbook to canonical rows.

Steps, each in modules of its own: bytes → sheets of cells → a table (headings, rows) → rows with
canonical values, questions, remarks and an account of every source cell → files of the project.
"""
