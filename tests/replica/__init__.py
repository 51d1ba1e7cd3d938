"""A local stand-in for the outside world: feeds, document store, ministries; all invented."""
