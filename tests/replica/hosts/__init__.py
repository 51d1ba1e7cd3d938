"""What each host of the replica answers; one module a host."""
