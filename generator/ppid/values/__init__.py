"""Texts as clerks type them, read to what they can mean; nothing is guessed silently."""
