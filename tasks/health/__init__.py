"""Health in one place: how everything stands, as data, as a page and as metrics."""
