"""How clerks hand lists in and get their answer: templates, intake, merging and replies."""
