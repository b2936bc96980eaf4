"""What can be said about a place in a file, and one small renderer for each output."""
