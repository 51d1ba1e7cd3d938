"""Parsers that sources of one kind share; a site of its own ways has one in its folder."""
