"""The command `jixiao`, a verb a module."""
