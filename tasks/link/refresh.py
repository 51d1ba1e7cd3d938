"""Links, made again from what the warehouse holds: all of them, or those a load has touched."""

from __future__ import annotations

from tasks.link.matching import match_links
from warehouse.answers import Counts
from warehouse.connection import Connection
from warehouse.links import mark_all, mark_changed, merge_links, read_link_material


def refresh_links(con: Connection) -> Counts:
    """Make the links what the documents say now; the second time in a row is all noop."""
    mark_all(con)
    return merge_links(con, match_links(read_link_material(con)))


def link_changes(con: Connection) -> Counts:
    """Make the links of what was loaded since the last time; the same as all of them again.

    Its cost goes with what is new, not with what is stored.
    """
    mark_changed(con)
    return merge_links(con, match_links(read_link_material(con)))
