"""Readers: bytes in, texts and what is known of them out; one file a format."""
