"""What pages say, one module a page or a part of it; templates only print it."""
