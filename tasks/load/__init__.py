"""Rows for the warehouse out of what a run fetched and read: pure functions."""
