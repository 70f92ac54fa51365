"""Two versions of a page → how they differ, in words, and how much that means."""

from monitor.core.drift.facts import changed_facts
from monitor.core.drift.passages import MAX_CHANGE_CHARACTERS, MAX_CHANGES, MAX_COMPARED_BLOCKS, is_cosmetic
from monitor.core.drift.verdict import compare

__all__ = ["MAX_CHANGES", "MAX_CHANGE_CHARACTERS", "MAX_COMPARED_BLOCKS", "changed_facts", "compare", "is_cosmetic"]
