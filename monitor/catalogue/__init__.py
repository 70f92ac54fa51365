"""`listings.toml` → the catalogue, or every mistake in it at once, each with its place; and changes to its text."""

from monitor.catalogue.drafts import admissible, drafted_toml
from monitor.catalogue.edit import Done, Edited, Refused, edited
from monitor.catalogue.load import Loaded, load
from monitor.catalogue.rewrite import reread, rewrite, rewrite_within
from monitor.catalogue.schema import json_schema
from monitor.catalogue.single import from_json

__all__ = [
    "Done",
    "Edited",
    "Loaded",
    "Refused",
    "admissible",
    "drafted_toml",
    "edited",
    "from_json",
    "json_schema",
    "load",
    "reread",
    "rewrite",
    "rewrite_within",
]
