"""Tests of the sources: declarations, feeds, listings, natural keys, dates."""
