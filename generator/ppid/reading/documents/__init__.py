"""What lies inside a document, for whoever asks: one reader for each format.

`package` and `xml_stream` open archives and XML within bounds. `xlsx`, `ods`, `xls`, `xml_2003`
and `text_table` yield what is stored in them; `word_tables`, `web_tables` and `pdf_tables` the
tables of documents that run from top to bottom (`flow`). Of this `opening` builds the workbook that
the intake and the reply work on, and `inspection` searches it for the privacy gate, as it does with
every other family of documents. Readers never touch the disk, never decode pixels, and stop at the
limits of an `Allowance`, so that no file can hold up or exhaust the machine.
"""
