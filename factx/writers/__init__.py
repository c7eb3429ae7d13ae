"""Writers: facts in, text out; one file a format."""
