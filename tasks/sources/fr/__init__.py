"""The Ministry for Europe and Foreign Affairs of France."""
