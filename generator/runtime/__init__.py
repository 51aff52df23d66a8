"""What runs the work: processes, progress, files put in place, and what the system refuses."""
