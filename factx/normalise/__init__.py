"""Numbers and counts: from words to values."""
