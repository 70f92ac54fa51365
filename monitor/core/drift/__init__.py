"""Two versions of a page → how they differ, in words, and how much that means."""

from monitor.core.drift.passages import MAX_CHANGE_CHARACTERS, MAX_CHANGES, MAX_COMPARED_BLOCKS, is_cosmetic
from monitor.core.drift.verdict import compare
from monitor.core.drift.weight import with_facts

__all__ = ["MAX_CHANGES", "MAX_CHANGE_CHARACTERS", "MAX_COMPARED_BLOCKS", "compare", "is_cosmetic", "with_facts"]
