"""The grammar of United Nations documents, one idea a module."""
