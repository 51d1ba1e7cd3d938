"""The Ministry of Foreign Affairs of the Russian Federation."""
