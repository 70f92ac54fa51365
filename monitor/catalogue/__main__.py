"""Writes the JSON schema of `listings.toml` to standard output."""

import sys

from monitor.catalogue.schema import text

sys.stdout.write(text())
