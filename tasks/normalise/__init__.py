"""Bytes to text to typed records: symbols, mastheads, letters, annexes, press releases."""
