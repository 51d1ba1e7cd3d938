"""The Ministry of Foreign Affairs of Pakistan."""
