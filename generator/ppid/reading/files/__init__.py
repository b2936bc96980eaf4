"""From text to located values: each reader knows where every value was written."""
