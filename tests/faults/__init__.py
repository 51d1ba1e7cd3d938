"""Promises tested by breaking things."""
