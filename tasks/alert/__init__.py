"""From outbox rows to messages: the terminal, the feed, and any Apprise URL."""
