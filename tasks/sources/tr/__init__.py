"""The Ministry of Foreign Affairs of Türkiye."""
