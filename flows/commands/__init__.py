"""One file a command: what it takes, what it prints; the work is done elsewhere."""
