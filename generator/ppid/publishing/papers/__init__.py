"""Official papers made from lists: what each of them says, whoever prints it.

One module for each annex of PerKI 1/2021 that is about lists; `word/` writes a paper as .docx, a
template prints it as a page. What the data does not know is left open as a `Blank`.
"""
