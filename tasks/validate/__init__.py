"""The gate before the warehouse: what fails is quarantined with its reason."""
