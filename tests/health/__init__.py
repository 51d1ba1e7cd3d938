"""How everything stands, as data, page and metrics."""
