"""What the page of one item says, and its machine twin: worked out from records, not rendered."""
