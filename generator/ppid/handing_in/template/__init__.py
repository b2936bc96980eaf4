"""Workbooks for clerks: made from the kinds, prefilled from the list before, and stamped.

What readers of a handed-in workbook need is in `form` (names of sheets, headings, the mark of the
example row), `stamp.read_stamp` (for whom and from which rows it was made) and `nihil.read_nihil`
(the statement that there is nothing to list). `collecting.collecting_year` and `form.template_url`
say which templates the site offers, and where.
"""
