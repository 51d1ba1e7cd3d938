"""The United Nations document feeds."""
