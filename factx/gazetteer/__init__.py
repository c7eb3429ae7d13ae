"""The gazetteer: which places in the world bear a name."""
