"""Claims to events and estimates: copies, stories, corroboration, contradiction."""
