"""One file for each format of download; every module gives `exports(checked)`, found by looking.

An export reads records and knows nothing of pages or rules. It carries the mark of demonstration
data wherever the page of the same record does.
"""
