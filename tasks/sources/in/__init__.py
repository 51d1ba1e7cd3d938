"""The Ministry of External Affairs of India."""
