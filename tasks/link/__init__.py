"""Which press release reports which letter, and which letter answers which."""
