"""What each page says, one file for each part of the site; found by looking, not listed."""
