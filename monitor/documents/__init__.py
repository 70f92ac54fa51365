"""Documents that are no web pages → what a reader of them sees, in a process of its own with limits."""

from monitor.documents.kinds import Kind, kind_of
from monitor.documents.reading import Limits, read_document

__all__ = ["Kind", "Limits", "kind_of", "read_document"]
