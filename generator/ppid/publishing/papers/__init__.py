"""Official papers made from lists: what each of them says, whoever prints it.

`of_lists` puts lists into the texts of `law/surat-resmi/`, `word` writes a paper as .docx, and a
template prints it as a page. What the data does not know is left open as a `Blank`.
"""
