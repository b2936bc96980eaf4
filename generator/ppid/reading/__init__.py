"""From bytes to located values, and from documents to what they hold."""
