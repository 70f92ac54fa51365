"""The database schema, step by step; a step keeps every row."""
