"""Tests of the flows: the engine, `herewith up`, schedules, the monitor."""
