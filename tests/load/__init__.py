"""Tests of the rows that a run leaves behind."""
