"""The Ministry of Foreign Affairs of Armenia."""
