"""Tests of what joins a press release to a letter."""
