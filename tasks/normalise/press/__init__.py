"""What press pages and press texts hold: words of interface, actors, letters spoken of."""
