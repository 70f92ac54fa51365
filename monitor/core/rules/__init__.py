"""The rules: each complains about one kind of thing, with what proves it and what to do."""
