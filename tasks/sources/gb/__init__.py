"""The Foreign, Commonwealth and Development Office of the United Kingdom."""
