"""Two people send files days apart: what each of them changed is put together row by row.

`merge.merge(base, ours, theirs)` takes three lists of rows: what the template was filled with, the
list as it is stored now, and the list that was handed in. Where no list of that year is stored yet,
`ours` is `base`; where a workbook has no sound stamp, nobody knows what it started from, and `base`
is `ours`. What cannot be put together is a `model.Conflict`; `questions` asks about it.
"""
