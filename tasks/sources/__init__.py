"""What is watched: each source is a declaration beside one small parser."""
