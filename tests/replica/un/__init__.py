"""United Nations documents that do not exist: their description and their renderers."""
