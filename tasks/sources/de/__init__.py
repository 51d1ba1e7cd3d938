"""The Federal Foreign Office of Germany."""
