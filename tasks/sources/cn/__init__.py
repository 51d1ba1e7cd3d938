"""The Ministry of Foreign Affairs of China."""
