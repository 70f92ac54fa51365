"""`listings.toml` → the catalogue, or every mistake in it at once, each with its place and with what would be right."""

from monitor.catalogue.load import Loaded, load
from monitor.catalogue.schema import json_schema
from monitor.catalogue.single import from_json

__all__ = ["Loaded", "from_json", "json_schema", "load"]
