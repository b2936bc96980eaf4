"""Reviewing a pull request: two corpora compared, in words, the gravest changes first."""
