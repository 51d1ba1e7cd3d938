"""The catalogue of the seed corpus; its texts are read from a folder, never kept here."""
