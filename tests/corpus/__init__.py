"""Freshly written documents of every form, on invented harmless matters, for `make eval`."""
