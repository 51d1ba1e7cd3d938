"""The Ministry of Foreign Affairs of Ukraine."""
