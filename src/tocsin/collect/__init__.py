"""Sources to reports: files, folders, pages, feeds, archives; extraction of text and date."""
