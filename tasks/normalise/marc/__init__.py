"""Library records (MARC 21) to what they say of a United Nations document."""
