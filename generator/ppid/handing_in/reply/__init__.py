"""The answer to a handed-in workbook: the clerk's own file with remarks, and a list of them."""
