"""What is stored: migrations, typed rows, the single writer, publishing, reading."""
