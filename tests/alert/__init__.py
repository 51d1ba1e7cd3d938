"""From new letters to messages, against real sinks on loopback."""
