"""A paper as .docx: python-docx makes the parts that all papers share, we write the rest.

The parts of a package are described in ECMA-376; element names below follow it.
"""
