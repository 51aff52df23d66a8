"""Texts for all who write them: numbers in words, private numbers masked, signs cleaned or made printable."""
