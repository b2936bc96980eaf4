"""The checker that runs in a browser: its parts, the program packed for it, and how both come."""
