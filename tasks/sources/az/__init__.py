"""The Ministry of Foreign Affairs of Azerbaijan."""
