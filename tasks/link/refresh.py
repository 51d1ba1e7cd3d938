"""All links, made again from what the warehouse holds."""

from __future__ import annotations

from tasks.link.matching import match_links
from warehouse.connection import Connection
from warehouse.links import merge_links, read_link_material
from warehouse.rows import Counts


def refresh_links(con: Connection) -> Counts:
    """Make the links what the documents say now; the second time in a row is all noop."""
    return merge_links(con, match_links(read_link_material(con)))
