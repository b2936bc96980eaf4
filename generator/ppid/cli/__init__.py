"""The commands that people type: arguments, progress and exit codes."""
