"""The replica's documents: invented, harmless matters between real states, in many forms."""
