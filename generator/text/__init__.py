"""Numbers in words and private numbers masked, for all who write texts."""
