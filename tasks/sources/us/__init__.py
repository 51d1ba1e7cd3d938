"""The Department of State of the United States."""
