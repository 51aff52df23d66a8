"""What git knows: when files came, what is new, and older snapshots."""
