"""What is remembered between passes, in SQLite."""

from monitor.store.database import Run, Store, opened_for_a_pass, opened_to_decide, opened_to_read
from monitor.store.opening import Location

__all__ = ["Location", "Run", "Store", "opened_for_a_pass", "opened_to_decide", "opened_to_read"]
