"""Two people send files days apart: what each of them changed is put together row by row.

`merge.merge(base, ours, theirs)` takes three lists of rows: what the template was filled with, the
list as it is stored now, and the list that was handed in. Where no list of that year is stored
yet, `ours` is `base`. Where a workbook has no sound stamp, nobody knows what it started from: then
`base` is empty, nothing is deleted, and every difference is asked. What cannot be put together is
a `model.Conflict`; `questions` asks about it.

The column “Kode semula” of a template goes into a handed-in row as `model.KODE_SEMULA`: it tells a
`kode` that was changed by hand from a new row.
"""
