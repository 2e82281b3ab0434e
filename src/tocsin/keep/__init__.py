"""The memory: SQLite by default, PostgreSQL by setting; migrations, search, as-of views."""
