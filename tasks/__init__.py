"""What is done, in the order in which data passes: one room a stage."""
