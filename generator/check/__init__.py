"""Load, score and judge: facts first, then rules."""
