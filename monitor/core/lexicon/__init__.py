"""Words of human languages, as data: what pages say, with the language, and nothing that decides."""
