"""What the command prints: one renderer a format, all of them pure functions from facts to text."""
