"""The replica's press releases and the pages that show them, written fresh."""
