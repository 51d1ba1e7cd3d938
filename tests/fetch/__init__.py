"""Tests of the fetch room: real HTTP against a local server of troubles."""
