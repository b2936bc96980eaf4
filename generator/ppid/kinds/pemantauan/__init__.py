"""The round of the assessors: who assesses whom in a year, and what they found."""
