"""The words by which facts are known: data, by kind and language. Drawn up by hand from how programmes write."""
