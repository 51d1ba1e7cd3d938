"""The gate before the warehouse."""
