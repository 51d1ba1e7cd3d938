"""The promises of the stand-in for the outside world."""
