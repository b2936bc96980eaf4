"""Load a project and hold it against the rules; tidy it, and mend what is certain."""
