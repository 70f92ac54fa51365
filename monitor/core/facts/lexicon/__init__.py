"""The words by which facts are known, by language: data, not code."""
