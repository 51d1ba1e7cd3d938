"""Every rule fails on a row made to break it, and passes on its repair."""
