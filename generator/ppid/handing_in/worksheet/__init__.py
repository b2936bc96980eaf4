"""The assessors' workbooks on their way back: marks of a round, and objections from one sheet."""
