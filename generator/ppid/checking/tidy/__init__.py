"""Data files in normal form: the same values, written the one way; nothing here touches a file.

`files` knows who tidies what; every tidier reads its result again and refuses one that says
anything else.
"""
