"""Reference data that every kind may consult: laws, grounds, obligations, synonyms, exceptions."""
