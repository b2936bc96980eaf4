"""What the project's history says: lists that were mended after publication, records that went.

Between the lists of two years `changes` finds what changed; here stands what happened to one and
the same list, read from the git repository where there is one.
"""
