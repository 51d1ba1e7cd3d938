"""The Ministry of Foreign Affairs of Georgia."""
