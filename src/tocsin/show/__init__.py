"""What people and programs see: command line, briefs, exports."""
