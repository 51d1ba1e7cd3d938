"""Rows into the warehouse, each counted as insert, update or noop."""
