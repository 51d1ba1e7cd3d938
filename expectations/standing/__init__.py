"""What must be true of the tables as they stand: a suite of every table, put to what is there."""
