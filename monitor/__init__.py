"""A freshness monitor for listings: which statements of a catalogue are no longer true, and what proves it."""

__version__ = "0.1.0"
