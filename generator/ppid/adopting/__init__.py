"""A body's own repository: made from answers and a folder of lists, and carried to a new format."""
