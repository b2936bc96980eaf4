"""What a cell means, one module for each family of fields: text in, a verdict out.

Nothing here knows rows, places or answers. A reader never guesses: what has one reading is put
right and said, what has several becomes a doubt, what cannot be read stays as it was written.
"""
