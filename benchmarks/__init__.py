"""Measured runs over a synthetic corpus; see README.md beside this file."""
