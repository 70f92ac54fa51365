"""Signs in headers and text that overrule what the status says: each small, each with its weight and its quote."""
