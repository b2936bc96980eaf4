"""What lies inside a document that is to be published: from bytes to pieces of text and remarks.

One module for each family of documents. Readers never touch the disk, never decode pixels, and
stop at the limits of an `Allowance`, so that no file can hold up or exhaust the machine.
"""
