"""The one HTTP client: politeness, typed outcomes, and the raw archive."""
