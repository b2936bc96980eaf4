"""What the hosts of the repository need from us: addresses, owners, forms, comments, link reports.

Everything here takes data and gives data. What strangers wrote stays data: it is matched against a
strict shape or shown letter by letter, never run and never put into a command line.
"""
